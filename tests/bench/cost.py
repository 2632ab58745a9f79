"""What a command costs: seconds by the clock and of the processor, and memory, with all processes it began."""

import os
import subprocess
import tempfile
import time
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
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **env},
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


def processor_of(process: int) -> float:
    """Give the seconds of the processor that a running process has taken; 0 where the system does not say."""
    try:
        said = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, said[11:13])) / os.sysconf("SC_CLK_TCK")
