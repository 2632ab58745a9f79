"""Where a run of the tests puts all that it makes: in memory, where there is room, for a disk takes longer.

ext4 passes by each file that went lately before it makes a new one: after a run that makes and drops a hundred
thousand, the next takes up to five times as long in the kernel.
"""

import os
import re
import shutil
import tempfile
from pathlib import Path

MEMORY, MEASURES = Path("/dev/shm"), Path("/proc/meminfo")  # noqa: S108 - a folder of one's own is made in it
NEEDED = 6 * 2**30  # bytes; a run makes a third of it
NAME = "handbook-tests"
AVAILABLE = re.compile(r"^MemAvailable: +(\d+) kB$", re.MULTILINE)


def take() -> Path | None:
    """Give a new folder in memory that is this process' own, or nothing where memory has no room for it.

    What others left there that run no longer is thrown away: whoever fails leaves what was made, to be looked at.
    """
    for left in MEMORY.glob(f"{NAME}-*-*"):
        if not Path(f"/proc/{left.name.split('-')[2]}").exists():
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{NAME}-{os.getpid()}-", dir=MEMORY)) if _room() > NEEDED else None


def _room() -> int:
    if not (MEMORY.is_dir() and MEASURES.is_file()) or os.statvfs(MEMORY).f_flag & getattr(os, "ST_NOEXEC", 0):
        return 0
    available = AVAILABLE.search(MEASURES.read_text(encoding="ascii"))
    return min(shutil.disk_usage(MEMORY).free, 1024 * int(available[1]) if available else 0)
