"""The hostile and the odd inputs under tests/hostile, and the handbook that holds all that must be shown.

A case names where its input stands: `text` (a title and a summary), `prose` (what a task says), `any` (both),
`telling` (the last paragraphs of a story), `contributor` and `link` (of a story), `file` (the bytes of a whole entry)
or `tree` (changes of files, as in tests/rules/broken). It says either how it is refused (`line:column: ` and a piece
of the message) or what is shown: `typed` for every sign of it, else the words that are left where prose means some of
the signs (`words` where they are many).
"""

import base64
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.model import TEXT_LIMIT
from generator.text.source import LOADER
from tests.handbooks import tiny

FOLDER = tiny.TESTS / "hostile"
PLAN = "content/plans/hostile.yaml"
STORY = "content/stories/the-no-that-cost-a-renewal.yaml"
CONTRIBUTOR = 'contributor: {name: "R. \\"Odd\\" Example", link: "https://example.org/a_b?c=d&e=f"}'
OF_A_STORY = frozenset({"contributor", "link", "telling"})
TYPED = "typed"
WORDS = "words"  # too long to write down: what `plain` gives
BANKS = ("saying-no", "choosing-what-to-build")
ASTRAL = 0xFFFF


@dataclass(frozen=True, kw_only=True)
class Case:
    """One input, where it stands, and its outcome: a piece of the refusal, or what is shown."""

    family: str
    name: str
    where: str
    given: Any
    refused: str
    shown: str

    @property
    def slug(self) -> str:
        """A name for a file of its own."""
        return f"{self.family}-{self.name}"[:80].strip("-")

    @property
    def words(self) -> str:
        """The words that a reader must see."""
        return str(self.given) if self.shown == TYPED else self.shown


@cache
def cases() -> tuple[Case, ...]:
    """Give every case of every file, in order."""
    return tuple(case for path in sorted(FOLDER.glob("*.yaml")) for case in _read(path))


def _read(path: Path) -> list[Case]:
    listed = yaml.load(path.read_text(encoding="utf-8"), LOADER)  # noqa: S506 - a safe one
    return [
        Case(
            family=path.stem,
            name=item["name"],
            where=item["in"],
            given=_given(item),
            refused=item.get("refused", ""),
            shown=item.get("shown", ""),
        )
        for item in listed
    ]


def _given(item: dict[str, Any]) -> Any:
    if "base64" in item:
        return base64.b64decode(item["base64"])
    given = item.get("before", "") + item["input"] * item.get("times", 1) if "input" in item else item["steps"]
    return given.encode() if item["in"] == "file" else given


def quoted(text: str) -> str:
    """Give the text as a scalar of YAML in double quotes, with every sign as it is."""
    short = json.dumps(text, ensure_ascii=False)
    return "".join(f"\\U{ord(c):08x}" if ord(c) > ASTRAL and not c.isprintable() else c for c in short)


def plan(title: str, summary: str, does: str) -> str:
    """Give a plan of one task; the texts are as typed."""
    return (
        f"title: {quoted(title)}\nsummary: {quoted(summary)}\ndays: 1\nminutes_a_day: 10\nschedule:\n"
        f"  - day: 1\n    tasks:\n      - minutes: 5\n        does: {quoted(does)}\n"
    )


def plan_of(case: Case) -> str:
    """Give a plan that holds the case where it says."""
    text = case.given if case.where in {"text", "any"} else f"Case {case.name}"
    does = case.given if case.where in {"prose", "any"} else "Rest."
    return plan(text, text, does)


def put(case: Case, root: Path) -> None:
    """Put the case into a copy of the tiny handbook."""
    match case.where:
        case "text" | "prose" | "any":
            (root / PLAN).write_text(plan_of(case), encoding="utf-8")
        case "file":
            (root / PLAN).write_bytes(case.given)
        case "contributor" | "link" | "telling":
            path = root / STORY
            path.write_text(_in_story(case, path.read_text(encoding="utf-8")), encoding="utf-8")
        case "tree":
            tiny.change(root, case.given)
        case _:
            raise AssertionError(f"no such place: {case.where}")


def _in_story(case: Case, told: str) -> str:
    if case.where == "telling":
        before, _, after = told.partition("if_they_want_more: |\n")
        return f"{before}if_they_want_more: {quoted(case.given)}\nmeasures:{after.partition('measures:')[2]}"
    by = f"name: {quoted(case.given)}" if case.where == "contributor" else f"name: Ada, link: {quoted(case.given)}"
    assert CONTRIBUTOR in told
    return told.replace(CONTRIBUTOR, f"contributor: {{{by}}}")


def put_all(root: Path, given: tuple[Case, ...]) -> None:
    """Put every case into one copy of the tiny handbook: a plan or a story of its own and, if short, a question."""
    told = (root / STORY).read_text(encoding="utf-8")
    asked: list[str] = []
    for case in given:
        if case.where in OF_A_STORY:
            (root / f"content/stories/{case.slug}.yaml").write_text(_in_story(case, told), encoding="utf-8")
        else:
            (root / f"content/plans/{case.slug}.yaml").write_text(plan_of(case), encoding="utf-8")
            if len(case.given) <= TEXT_LIMIT:  # a bank has its size
                asked.append(question(case, len(asked)))
    half = len(asked) // 2
    for bank, some in zip(BANKS, (asked[:half], asked[half:]), strict=True):
        path = root / f"content/questions/{bank}.yaml"
        before = path.read_text(encoding="utf-8").rstrip("\n") if path.is_file() else "questions:"
        path.write_text(before + "\n" + "".join(some), encoding="utf-8")


def question(case: Case, number: int) -> str:
    """Give a question that holds the case in its text, in its intent and in a good answer."""
    text = case.given if case.where in {"text", "any"} else f"Case {case.name}"
    intent = case.given if case.where in {"prose", "any"} else "Any."
    return (
        f"  - id: hostile-{number}\n    ask: {quoted(text)}\n    kind: leaf\n    levels: [pm]\n"
        f"    intent: {quoted(intent)}\n    good_answer: [{quoted(text)}]\n    trap: {quoted(intent)}\n"
    )
