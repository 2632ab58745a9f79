"""The tiny handbook that tests build, and what can be done to a copy of it; the real one, to be read."""

import os
import shutil
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from generator.content.content import Content
from generator.pages.page import Page
from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.site.pipeline import check, templates_of
from generator.text.issue import ContentError, Issue

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
TINY = TESTS / "handbook"
STORY = "content/stories/the-export-nobody-used.yaml"


@cache
def content() -> Content:
    """Give the content of the tiny handbook."""
    return check(TINY).content


@cache
def real() -> Content:
    """Give the content of the real handbook."""
    return check(ROOT).content


@cache
def pages() -> tuple[Page, ...]:
    """Give the pages of the tiny handbook."""
    return tuple(build_pages(content(), renderer(content(), templates_of(TINY) / "pages")))


def copy_to(folder: Path) -> Path:
    """Give a copy of the tiny handbook's sources below the folder."""
    root = folder / "handbook"
    shutil.copytree(TINY / "content", root / "content")
    for file in ("mkdocs.yml", "doorbell.py"):
        shutil.copy(TINY / file, root)
    return root


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replace words that stand in the file exactly once."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} must stand once in {file}, found {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def change(root: Path, steps: Sequence[Mapping[str, Any]]) -> None:
    """Change the project step by step, as a data file under tests/rules/broken says."""
    for step in steps:
        match step:
            case {"in": file, "replace": old, "with": new}:
                edit(root, file, old, new)
            case {"write": file, "text": text}:
                (root / file).parent.mkdir(parents=True, exist_ok=True)
                (root / file).write_text(text * step.get("times", 1), encoding="utf-8")
            case {"write": file, "hex": data}:
                (root / file).write_bytes(bytes.fromhex(data))
            case {"remove": file}:
                shutil.rmtree(root / file) if (root / file).is_dir() else (root / file).unlink()
            case {"link": file, "to": target}:
                (root / file).symlink_to(target)
            case {"fifo": file}:
                os.mkfifo(root / file)
            case {"folder": file}:
                (root / file).mkdir()
            case _:
                raise AssertionError(f"no such step: {step}")


def issues_of(root: Path) -> tuple[Issue, ...]:
    """Give every issue of the project, as `check` lists them."""
    try:
        return check(root).warnings
    except ContentError as error:
        return error.issues


def printed(root: Path) -> list[str]:
    """Give the line of every issue of the project."""
    return [str(issue) for issue in issues_of(root)]


def printed_from_here(root: Path) -> list[str]:
    """Give the same as a command prints it that is told where the project is."""
    return [f"{root.as_posix()}/{line}" for line in printed(root)]
