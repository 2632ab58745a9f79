"""One file of content/pages, read and judged: a maintainer's Markdown under its title."""

import re
from pathlib import Path
from typing import Any

from generator.content.entry import Essay
from generator.text.characters import decode, hostile
from generator.text.issue import ContentError, Issue, shown

ESSAY_KILOBYTES = 64
FRONT = re.compile(r"\A---\n(.*?)\n?---\n", re.DOTALL)
SECTIONS = ("competencies", "stories", "walkthroughs", "practise", "reference")
KINDS = ("interview-day",)  # what a page is for, where the practice in the browser leads to it


def read_essay(path: Path, slug: str, file: str) -> Essay:
    """Give the essay in the file. Raises ContentError with all that is wrong with it."""
    if path.is_symlink() or not path.is_file():
        raise ContentError(
            [
                Issue(
                    file=file,
                    message="a page must be an ordinary file, found a link, folder or device",
                    code="not-a-file",
                )
            ]
        )
    if path.stat().st_size > ESSAY_KILOBYTES * 1024:
        raise ContentError(
            [
                Issue(
                    file=file,
                    message=f"a page must be at most {ESSAY_KILOBYTES} kB, found {-(-path.stat().st_size // 1024)} kB",
                    code="too-large",
                )
            ]
        )
    text = decode(path.read_bytes(), file)
    issues = [
        Issue(
            file=file,
            line=text.count("\n", 0, at) + 1,
            column=at - text.rfind("\n", 0, at),
            message=f"a text must hold visible characters only, found {found}",
            code="character",
        )
        for at, found in hostile(text)
    ]
    place, told = _place(text, file, issues)
    first, _, rest = told.lstrip().partition("\n")
    if not first.startswith("# "):
        issues.append(
            Issue(
                file=file,
                message=f'a page must begin with "# " and its title, found "{shown(first)}"',
                code="value",
            )
        )
    if issues:
        raise ContentError(issues)
    return Essay(slug=slug, file=file, title=first[2:].strip(), body=rest.strip(), text=text, **place)


def _place(text: str, file: str, issues: list[Issue]) -> tuple[dict[str, Any], str]:
    """Give where the page asks to stand, between two lines of dashes at its top, and the rest of its text."""
    found = FRONT.match(text)
    if not found:
        return {}, text
    place: dict[str, Any] = {}
    for line, said in enumerate(found[1].splitlines(), 2):
        key, _, value = (part.strip() for part in said.partition(":"))
        asked = _asked(key, value)
        if asked is not None:
            place[key] = asked
        elif said.strip() and not said.startswith("#"):
            ways = (
                f"under: {', '.join(SECTIONS)}, heading: a name, at: a number, says: a sentence, "
                f"known_as: names between semicolons, kind: {', '.join(KINDS)}, or tab: true"
            )
            wrong = f'the top of a page must say {ways}, found "{shown(said.strip())}"'
            issues.append(Issue(file=file, line=line, message=wrong, code="value"))
    return place, text[found.end() :]


def _asked(key: str, value: str) -> str | bool | int | tuple[str, ...] | None:
    """Give what a line at the top asks for; nothing where it is none that a page may say."""
    fits = {
        "under": value in SECTIONS,
        "kind": value in KINDS,
        "heading": bool(value),
        "says": bool(value),
        "known_as": bool(value.strip("; ")),
        "tab": value in {"true", "false"},
        "at": value.isdecimal(),
    }
    if not fits.get(key):
        return None
    match key:
        case "tab":
            return value == "true"
        case "at":
            return int(value)
        case "known_as":
            return tuple(name.strip() for name in value.split(";") if name.strip())
    return value
