"""A generated handbook of any size: stories in words drawn from a seeded generator, so that no two are alike."""

import copy
import random
from pathlib import Path
from typing import Any

import yaml

from tests.handbooks import project

STORIES_A_QUESTION = 5  # a question of its own for every so many stories
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def handbook(root: Path, stories: int) -> Path:
    """Give a project at `root` with this many stories, and a new question for every five of them."""
    project.copy_to(root)
    chance = random.Random(stories)  # noqa: S311 - figures, not secrets
    words = sorted({word for path in project.REAL.glob("stories/*.yaml") for word in _data(path)["system"].split()})
    patterns = [_data(path) for path in sorted(project.REAL.glob("stories/*.yaml"))]
    asked = _ask_more(root / "content/questions", stories // STORIES_A_QUESTION, chance, words)
    folder = root / "content/stories"
    for path in folder.iterdir():
        path.unlink()
    for at in range(stories):
        story = _told_anew(patterns[at % len(patterns)], chance, words)
        story["question"] = (
            asked[at // STORIES_A_QUESTION] if at // STORIES_A_QUESTION < len(asked) else story["question"]
        )
        (folder / f"story-{at:05d}.yaml").write_text(_yaml(story), encoding="utf-8")
    for path in (root / "content/walkthroughs").iterdir():
        walk = {**_data(path), "stories": [], "read_first": []}
        path.write_text(_yaml(walk), encoding="utf-8")
    _forget_stories(root / "content")
    return root


def _ask_more(folder: Path, number: int, chance: random.Random, words: list[str]) -> list[str]:
    """Add so many questions to the banks, by turns, and give their ids."""
    banks = [[path, *sorted(path.glob("*.yaml"))] for path in sorted(folder.iterdir())]
    patterns = {path: _data(path) for _, *files in banks for path in files}
    added = []
    for at in range(number):
        bank, *files = banks[at % len(banks)]
        pattern = patterns[chance.choice(files)]
        asked = " ".join(chance.choice(words) for _ in range(12)).capitalize() + "?"
        fresh = {"order": 10_000 + at, "ask": asked, "also_asked": [], "known_as": [], "twins": []}
        added.append(f"question-{at:05d}")
        (bank / f"{added[-1]}.yaml").write_text(_yaml({**copy.deepcopy(pattern), **fresh}), encoding="utf-8")
    return added


def _yaml(data: dict[str, Any]) -> str:
    text: str = yaml.dump(data, Dumper=DUMPER, allow_unicode=True, width=120, sort_keys=False)
    return text


def _data(path: Path) -> dict[str, Any]:
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
    known = [" ".join(chance.sample(words, 2)) for _ in story.get("known_as", ())]
    return {**story, "title": say(story["title"]).capitalize(), "known_as": known, "told": told, "notes": notes}


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
