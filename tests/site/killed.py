"""Build a site and be killed on the way: `python -m tests.site.killed MADE PROJECT AT [PROJECT AT ...]`.

The pages are written as ever. In the place of MkDocs its work is copied, file by file, from MADE, where it was done
before: so a moment is a step that can be counted, and not a time. AT is the step before which the process is killed;
with 0 it comes to its end and prints how many steps there were, and at which of them a site was renamed. Each project
has a process of its own, which begins with all that they need imported; a line says with which signal it ended.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.site import publish
from generator.site.engine_process import EngineProcess
from generator.site.pipeline import build


class Steps:
    """Counts what is done to the disk, and kills this process before one of the steps."""

    def __init__(self, at: int) -> None:
        self.at, self.done = at, 0
        self.renamed: list[int] = []

    def before(self, do: Callable[..., Any]) -> Callable[..., Any]:
        """Give the same function, each call of which is a step."""

        def counted(*given: Any, **options: Any) -> Any:
            self.done += 1
            if self.done == self.at:
                os.kill(os.getpid(), signal.SIGKILL)
            if do is RENAME:
                self.renamed.append(self.done)
            return do(*given, **options)

        return counted


RENAME = Path.rename


def copying(root: Path, made: Path, copy: Callable[..., Any] = shutil.copyfile) -> Callable[..., Any]:
    """Give what does MkDocs' work on the project: it writes the pages, and copies the site that is made already."""

    def mkdocs(_: EngineProcess, command: list[str]) -> subprocess.CompletedProcess[str]:
        build(root)
        fresh = Path(command[command.index("--site-dir") + 1])
        for path in sorted(made.rglob("*")):
            if path.is_file():
                to = fresh / path.relative_to(made)
                to.parent.mkdir(parents=True, exist_ok=True)
                copy(path, to)
        return subprocess.CompletedProcess(command, 0, "", "")

    return mkdocs


def main(root: Path, made: Path, at: int) -> None:
    """Build the site, and say what the steps were."""
    steps = Steps(at)
    EngineProcess.run = copying(root, made, steps.before(shutil.copyfile))  # type: ignore[method-assign]
    os.replace, shutil.rmtree = steps.before(os.replace), steps.before(shutil.rmtree)
    Path.rename = steps.before(RENAME)  # type: ignore[method-assign]
    publish.build_site(root)
    print(steps.done, *steps.renamed, flush=True)


def apart(root: Path, made: Path, at: int) -> int:
    """Do the same in a process of its own, and give the signal that ended it, or 0 where it came to its end."""
    child = os.fork()
    if not child:
        main(root, made, at)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


if __name__ == "__main__":
    into, *pairs = sys.argv[1:]
    for project, step in zip(pairs[::2], pairs[1::2], strict=True):
        print(apart(Path(project), Path(into), int(step)), flush=True)
