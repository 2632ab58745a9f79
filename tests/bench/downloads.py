"""What all downloads cost, from nothing and after one story changed: `make bench` runs it.

`python -m tests.bench.downloads ../older` measures another checkout beside this one, in the same run. Processor time is
of all processes together, so that it hardly depends on how many there are.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.__main__ import line
from tests.handbooks.project import ROOT

COMMAND = [sys.executable, "-m", "generator", "downloads"]
NEEDED = ("content", "generator", "templates", "pyproject.toml", "mkdocs.yml")
MOST_MEMORY = 1000  # megabytes, of the largest process
MOST_AGAIN, MOST_BESIDE = 0.1, 0.5


@dataclass(frozen=True, kw_only=True)
class Cost:
    """Seconds of the processors, and megabytes of the process that took most."""

    seconds: float
    memory: float


def cost(root: Path) -> Cost:
    """Make the downloads of the project and give what that cost. AssertionError where it fails."""
    env = {**os.environ, "PYTHONPATH": str(root), "SOURCE_DATE_EPOCH": "1790000000"}
    started = subprocess.Popen(COMMAND, cwd=root, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(started.pid, 0)
    assert status == 0, f"the downloads must be made, ended with {os.waitstatus_to_exitcode(status)}"
    return Cost(seconds=usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss / 1024)


def measured(checkout: Path, folder: Path) -> tuple[Cost, Cost, Cost]:
    """Give the cost of all downloads from nothing, once more, and after a word of one story changed."""
    for name in NEEDED:
        copy = shutil.copytree if (checkout / name).is_dir() else shutil.copy
        copy(checkout / name, folder / name)
    story = min((folder / "content/stories").glob("*.yaml"))
    text = story.read_text(encoding="utf-8")
    first, again = cost(folder), cost(folder)
    story.write_text(text.replace("summary: ", "summary: Once ", 1), encoding="utf-8")
    return first, again, cost(folder)


def lines(first: Cost, again: Cost, edited: Cost) -> Iterator[str]:
    """Give a line for each claim."""
    yield f"All downloads from nothing: {first.seconds:.0f} s of processor time, {first.memory:.0f} MB"
    yield line("The most memory of one process, in MB", first.memory, MOST_MEMORY, ".0f")
    yield line("Nothing changed, to all from nothing", again.seconds / first.seconds, MOST_AGAIN)
    yield line("One story changed, to all from nothing", edited.seconds / first.seconds, MOST_AGAIN)


def main(older: str = "") -> int:
    """Measure and print the claims; 1 where one is not kept."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "here").mkdir()
        here = measured(ROOT, Path(name) / "here")
        said = list(lines(*here))
        if older:
            (Path(name) / "older").mkdir()
            there = measured(Path(older), Path(name) / "older")
            said += [f"older: {one}" for one in lines(*there)]
            said.append(line("All from nothing, to the older", here[0].seconds / there[0].seconds, MOST_BESIDE))
    print("\n".join(said))
    return int(any(one.endswith("OVER") and not one.startswith("older") for one in said))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
