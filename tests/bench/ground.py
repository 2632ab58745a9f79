"""Where a run of the bench builds: handbooks of any size, and the words that somebody writes into them."""

import re
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.site.pipeline import DOCS, SITE
from tests.bench.cost import Cost, cost
from tests.handbooks import large, project

EDITED = "story-00003"
STORY = f"content/stories/{EDITED}.yaml"
MADE = (SITE, ".cache")


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A folder to build in, how many stories and larger numbers of them, and how often each thing is measured."""

    folder: Path
    stories: int = 1_000
    larger: Sequence[int] = (5_000, 10_000)
    runs: int = 3

    def handbook(self, name: str, stories: int) -> Path:
        """Give a handbook of its own with this many stories, or the real one for none; its words are made once."""
        whole = self.folder / "handbooks" / str(stories)
        if not whole.exists():
            (large.handbook if stories else lambda root, _: project.copy_to(root))(whole, stories)
        return Path(shutil.copytree(whole, self.folder / name))


def generator(root: Path, *words: str) -> Cost:
    """Run the `handbook` command of the project and give what it cost."""
    return cost(root, sys.executable, "-m", "generator", *words)


def clear(root: Path, *more: str) -> None:
    """Remove all that was built."""
    for name in (*MADE, *more):
        shutil.rmtree(root / name, ignore_errors=True)
    for path in (root / DOCS).iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def write_in(root: Path, word: str) -> None:
    """Write this word into a story, in the place of the one written before."""
    path = root / STORY
    text = path.read_text(encoding="utf-8")
    fresh = re.sub(r"(?m)^summary: (Zebra\S* )?", f"summary: {word} ", text)
    assert fresh != text, f"{STORY} must have a summary to write {word} into"
    path.write_text(fresh, encoding="utf-8")
