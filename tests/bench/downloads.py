"""What all downloads cost, from nothing, with nothing changed, and after one story changed.

`python -m tests.bench.downloads` measures them once, and with `../older` another checkout, in the same run. Processor
time is of all processes together, so that it hardly depends on how many there are.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.cost import Cost, cost
from tests.bench.ground import Ground
from tests.bench.table import Claim, breached, line
from tests.handbooks.project import ROOT

NEEDED = ("content", "generator", "templates", "pyproject.toml", "mkdocs.yml")
MOST_MEMORY = 1_000  # megabytes, of the largest process
MOST_AGAIN, MOST_BESIDE = 0.1, 0.5
Run = tuple[Cost, Cost, Cost]


def claims(ground: Ground) -> Iterator[Claim]:
    """Give the claims of this handbook."""
    runs = [measured(ROOT, ground.folder / f"downloads-{at}") for at in range(ground.runs)]
    yield from of(runs)


def of(runs: Sequence[Run]) -> Iterator[Claim]:
    """Give the claims of these runs."""
    yield Claim(what="All downloads, from nothing", runs=tuple(first.processor for first, *_ in runs), unit="s")
    clock = tuple(first.clock for first, *_ in runs)
    yield Claim(what="All downloads, from nothing, by the clock", runs=clock, unit="s")
    memory = tuple(first.memory for first, *_ in runs)
    yield Claim(what="The most memory of one process", runs=memory, unit="MB", most=MOST_MEMORY)
    again = tuple(again.processor / first.processor for first, again, _ in runs)
    yield Claim(what="Nothing changed, to all from nothing", runs=again, most=MOST_AGAIN)
    edited = tuple(edited.processor / first.processor for first, _, edited in runs)
    yield Claim(what="One story changed, to all from nothing", runs=edited, most=MOST_AGAIN)


def measured(checkout: Path, folder: Path) -> Run:
    """Give the cost of all downloads from nothing, once more, and after a word of one story changed."""
    folder.mkdir()
    for name in NEEDED:
        copy = shutil.copytree if (checkout / name).is_dir() else shutil.copy
        copy(checkout / name, folder / name)
    story = min((folder / "content/stories").glob("*.yaml"))
    text = story.read_text(encoding="utf-8")
    first, again = made(folder), made(folder)
    story.write_text(text.replace("summary: ", "summary: Once ", 1), encoding="utf-8")
    return first, again, made(folder)


def made(root: Path) -> Cost:
    """Make the downloads of the project and give what that cost."""
    env = {"PYTHONPATH": str(root), "SOURCE_DATE_EPOCH": "1790000000"}
    return cost(root, sys.executable, "-m", "generator", "downloads", **env)


def main(older: str = "") -> int:
    """Measure this checkout, and an older beside it if there is one; 1 where a claim of this one is not kept."""
    with tempfile.TemporaryDirectory() as name:
        here = measured(ROOT, Path(name) / "here")
        found = [*of([here])]
        if older:
            there = measured(Path(older), Path(name) / "older")
            print("\n".join(f"older: {line(claim)}" for claim in of([there])))
            beside = (here[0].processor / there[0].processor,)
            found.append(Claim(what="All from nothing, to the older", runs=beside, most=MOST_BESIDE))
    print("\n".join(map(line, found)))
    return int(any(breached(found)))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
