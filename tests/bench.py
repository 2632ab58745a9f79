"""How much of the time is the generator's: its own road beside MkDocs on the same pages. `make bench` runs it.

Ratios are what counts; seconds depend on the machine. A generated handbook has N stories with their questions, told in
words drawn from a seeded generator, so that no two are alike.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.build import DOCS, build
from tests import bench_print, project

SIZES = (1_000, 2_000)
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A handbook of some size: seconds of the road and of MkDocs, files a second run wrote, bytes of HTML a story."""

    stories: int
    road: float
    engine: float
    rewritten: int
    bytes_a_story: float


def handbook(root: Path, stories: int) -> Path:
    """Give a project at `root` with this many stories, each told for a question of its own."""
    project.copy_to(root)
    chance = random.Random(stories)  # noqa: S311 - figures, not secrets
    words = sorted({word for path in project.REAL.glob("stories/*.yaml") for word in _story(path)["system"].split()})
    patterns = [_story(path) for path in sorted(project.REAL.glob("stories/*.yaml"))]
    folder = root / "content/stories"
    for path in folder.iterdir():
        path.unlink()
    for at in range(stories):
        story = _told_anew(patterns[at % len(patterns)], chance, words)
        text = yaml.dump(story, Dumper=DUMPER, allow_unicode=True, width=120, sort_keys=False)
        (folder / f"story-{at:05d}.yaml").write_text(text, encoding="utf-8")
    for path in (root / "content/walkthroughs").iterdir():
        walk = {**_story(path), "stories": [], "read_first": []}
        path.write_text(yaml.dump(walk, Dumper=DUMPER, allow_unicode=True, sort_keys=False), encoding="utf-8")
    _forget_stories(root / "content")
    return root


def measure(root: Path, stories: int) -> Measured:
    """Give the figures of the handbook at `root`."""
    began = time.monotonic()
    built = build(root)
    road = time.monotonic() - began
    again = build(root)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace("hooks: [generator/mkdocs_hook.py]\n", ""), encoding="utf-8")
    began = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    engine = time.monotonic() - began
    size = sum(path.stat().st_size for path in (root / "site/stories").rglob("story-*/index.html"))
    assert built.pages > stories
    assert (root / DOCS).is_dir()
    return Measured(
        stories=stories,
        road=road,
        engine=engine,
        rewritten=again.written + again.removed,
        bytes_a_story=size / stories,
    )


def lines(small: Measured, large: Measured) -> list[str]:
    """Give a line for each claim: the figure, its target, and whether it is kept."""

    def line(what: str, figure: float, most: float, form: str = ".3f") -> str:
        return f"{what:<72} {figure:{form}}  (at most {most:{form}})  {'ok' if figure <= most else 'OVER'}"

    each = [
        part
        for m in (small, large)
        for part in (
            line(
                f"{m.stories} stories: the road, {m.road:.1f} s, to MkDocs, {m.engine:.1f} s", m.road / m.engine, 0.25
            ),
            line(f"{m.stories} stories: files that a second run wrote", m.rewritten, 0, ".0f"),
        )
    ]
    growth = f"{large.stories} stories against {small.stories}"
    pace = (large.road + large.engine) / large.stories / ((small.road + small.engine) / small.stories)
    return [
        *each,
        line(
            f"{growth}: bytes of HTML a story ({large.bytes_a_story:.0f})",
            large.bytes_a_story / small.bytes_a_story,
            1.1,
        ),
        line(f"{growth}: time a story", pace, 1.2),
    ]


def main(sizes: tuple[int, int] = SIZES) -> int:
    """Measure both sizes and print the claims; 1 where one is not kept."""
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            found.append(measure(handbook(Path(folder) / "handbook", size), size))
    said = lines(*found)
    print("\n".join(said), flush=True)
    bench_print.main()
    return int(any(text.endswith("OVER") for text in said))


def _story(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - the safe one
    return data


def _told_anew(story: dict[str, Any], chance: random.Random, words: list[str]) -> dict[str, Any]:
    def say(text: str) -> str:
        return " ".join(chance.choice(words) if chance.random() < 1 / 3 else word for word in text.split())

    told = {part: say(text) for part, text in story["told"].items()}
    notes = [
        {**note, "in": "actions", "quote": " ".join(told["actions"].split()[at * 9 : at * 9 + 5])}
        for at, note in enumerate(story["notes"])
    ]
    return {**story, "title": say(story["title"]).capitalize(), "told": told, "notes": notes}


def _forget_stories(content: Path) -> None:
    """Links to the real stories lead nowhere now: keep their words."""
    for path in [*content.rglob("*.yaml"), *content.rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        if "](story:" in text:
            path.write_text(_without_links(text), encoding="utf-8")


def _without_links(text: str) -> str:
    while (at := text.find("](story:")) >= 0:
        start, end = text.rfind("[", 0, at), text.find(")", at)
        text = text[:start] + text[start + 1 : at] + text[end + 1 :]
    return text


if __name__ == "__main__":
    sys.exit(main())
