"""What a command costs: seconds by the clock and of the processor, and memory, with all processes it began."""

import os
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

SAID = 2_000  # characters of what a command said last, where it fails


@dataclass(frozen=True, kw_only=True)
class Cost:
    """Seconds by the clock, seconds of the processor, and megabytes of the process that took most."""

    clock: float
    processor: float
    memory: float


def cost(root: Path, *command: str | Path, **env: str) -> Cost:
    """Run a command in the project and give what it cost. AssertionError where it fails, with what it said."""
    with tempfile.TemporaryFile() as said:
        began = time.monotonic()
        started = subprocess.Popen(
            [*map(str, command)],
            cwd=root,
            env={**_around(), "NO_MKDOCS_2_WARNING": "1", **env},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        _, status, usage = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        taken = time.monotonic() - began
        said.seek(0)
        words = said.read().decode(errors="replace")[-SAID:]
    assert status == 0, f"{' '.join(map(str, command))} must succeed, ended with {started.returncode}:\n{words}"
    return Cost(clock=taken, processor=usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss / 1024)


def _around() -> dict[str, str]:
    """Give the environment as most have it: Python keeps what it has compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def processor_of(session: int) -> float:
    """Give the processor's seconds of the process that leads a session and of all it began; 0 where none is told."""
    found = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            said = path.read_text(encoding="utf-8").rpartition(")")[2].split()
            found += sum(map(int, said[11:15])) if int(said[3]) == session else 0
    return found / os.sysconf("SC_CLK_TCK") if found else 0
