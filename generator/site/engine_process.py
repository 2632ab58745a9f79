"""The process of an engine: begun before it is known what it is to do, so that it loads itself meanwhile."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from generator.site.engines import Engine
from generator.site.sealed_file import NO_STORE

AHEAD = str(Path(__file__).with_name("engine_ahead.py"))
# What most of the time goes to until the engine reads its configuration, which names the hook.
LOADED = ("pipeline", "configured", "finish", "kept_rows", "spared", "stretches", "written")


def environment() -> dict[str, str]:
    """Give the environment that an engine runs in: ours, without an advertisement of its successor."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


class EngineProcess:
    """An engine that makes the site of the project at `root`; with or without what is kept of earlier builds."""

    def __init__(self, engine: Engine, root: Path, *, store: bool) -> None:
        self.engine = engine
        self._root = root
        self._around = environment() if store else {**environment(), NO_STORE: "1"}
        self._ahead: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Begin it, where there is a project; whoever runs it says what is wrong."""
        if self.engine.hooks and (self._root / "mkdocs.yml").is_file():
            with suppress(OSError):
                self._ahead = self._begun()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it, if it was told nothing."""
        if ahead := self._ahead:
            self._ahead = None
            ahead.kill()
            ahead.communicate()

    def run(self, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """Run the engine's command to its end and give what came of it. A second time, it is begun anew.

        On Linux it ends with this process at the latest, however that is killed: the next build has the folder for
        itself. Elsewhere it does so where this process hears of its end.
        """
        ahead, self._ahead = self._ahead, None
        told = f"{json.dumps(command[3:])}\n" if self.engine.hooks else None
        with ahead or (self._begun() if told else self._started(command)) as process:
            try:
                said, problems = process.communicate(told)
            except BaseException:
                process.kill()
                raise
        return subprocess.CompletedProcess(command, process.returncode, said, problems)

    def _begun(self) -> "subprocess.Popen[str]":
        names = (f"{self.engine.program}.commands.build", *(f"generator.site.{name}" for name in LOADED))
        return self._started([sys.executable, "-P", AHEAD, self.engine.program, *names], stdin=subprocess.PIPE)

    def _started(self, command: Sequence[str], stdin: int | None = None) -> "subprocess.Popen[str]":
        out = subprocess.PIPE
        return subprocess.Popen(  # noqa: S603
            command, cwd=self._root, env=self._around, stdin=stdin, stdout=out, stderr=out, text=True
        )
