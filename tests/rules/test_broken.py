"""One data file for each kind of mistake: what is changed in the tiny handbook, and every issue line that it gives.

The leading `#! ` lines of a file are the issues, as `handbook check` prints them. Below stand the changes.
`pytest tests/rules --write-golden` writes them anew, as after a line more in the tiny handbook; read the difference.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.content.content import Content
from generator.content.load import load
from generator.rules.every import RULES
from generator.rules.rule import Rule
from generator.rules.stories import OF_ONE_STORY, StoryRule, stories_by_themselves
from generator.rules.style_guide import BASE
from generator.site.pipeline import check
from generator.text.issue import ContentError
from tests.handbooks import tiny

FOLDER = tiny.TESTS / "rules/broken"
CASES = sorted(FOLDER.glob("*.yaml"))
SIGN = "#! "
BREAKS = {  # each rule, and a mistake that breaks it
    "former_names": "former-name-that-is-a-name-of-today",
    "heirs": "gone-entry-with-two-heirs-and-one-that-is-not-there",
    "spoken_pace": "language-without-a-pace",
    "own_look": "accent-too-pale-to-read",
    "own_pages": "page-in-the-place-of-another",
    "own_rules": "rules-of-the-handbook-under-wrong-names",
    "content_format": "format-of-an-older-handbook",
    "asked_once": "question-asked-already",
    "figures_told": "figure-that-nobody-knows",
    "no_figures": "story-as-it-was-told",
    "contributors": "contributed-by-nobody",
    "differences": "difference-in-words-that-are-not-there",
    "drawings": "scale-with-one-end",
    "essay_links": "link-of-a-page-to-nothing",
    "gradings": "grade-twice",
    "look_alikes": "group-of-look-alikes-that-is-not-whole",
    "margin_notes": "note-on-words-that-are-not-there",
    "plan_days": "day-that-is-missing",
    "prose_links": "link-that-is-a-path",
    "question_banks": "bank-named-after-nothing",
    "readable_prose": "prose-of-markup-alone",
    "references": "reference-near-nothing",
    "shares": "shares-that-do-not-add-up",
    "sheet_fields": "choice-without-options",
    "sheet_results": "results-with-a-hole",
    "story_boxes": "box-for-one-of-two",
    "story_relations": "competency-named-twice",
    "stories_by_themselves": "competency-named-twice",
    "templates": "mark-without-a-slot",
    "turns": "turn-in-a-phase-that-is-none",
    "unique_ids": "slot-id-twice",
    "walkthrough_sums": "points-that-do-not-add-up",
}


def expected(case: Path) -> list[str]:
    lines = case.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix(SIGN) for line in lines if line.startswith(SIGN)]


def broken(case: Path, folder: Path) -> Path:
    root = tiny.copy_to(folder)
    tiny.change(root, yaml.safe_load(case.read_text(encoding="utf-8")))
    return root


def rewrite(case: Path, lines: list[str]) -> None:
    kept = [line for line in case.read_text(encoding="utf-8").splitlines() if not line.startswith(SIGN)]
    case.write_text("\n".join([*(SIGN + line for line in lines), *kept]) + "\n", encoding="utf-8")


def compare(case: Path, actual: list[str], *, write: bool) -> None:
    """Hold the issues against those of the case, which are written anew first where that is asked for."""
    assert actual, "nothing is wrong with it: not a mistake any more, or one that is not found any more"
    if write:
        rewrite(case, actual)
    assert actual == expected(case), "`pytest tests/rules --write-golden` writes these lines, if they are right"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_gives_exactly_these_issues(case: Path, tmp_path: Path, write_golden: bool) -> None:  # noqa: FBT001
    compare(case, tiny.printed(broken(case, tmp_path)), write=write_golden)


def test_a_stale_line_number_fails_and_names_the_switch_that_rewrites_it(tmp_path: Path) -> None:
    case, text = tmp_path / CASES[0].name, CASES[0].read_text(encoding="utf-8")
    case.write_text(re.sub(r":\d+:\d+:", ":999:1:", text), encoding="utf-8")
    with pytest.raises(AssertionError, match="--write-golden"):
        compare(case, expected(CASES[0]), write=False)
    compare(case, expected(CASES[0]), write=True)
    assert case.read_text(encoding="utf-8") == text
    with pytest.raises(AssertionError, match="nothing is wrong"):
        compare(case, [], write=True)


def test_the_tiny_handbook_itself_has_no_issue() -> None:
    assert tiny.printed(tiny.TINY) == []


def codes_in(file: Path) -> Iterator[str]:
    """Give every issue code that a module of the generator can give."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.keyword(arg="code", value=ast.Constant(value=str(code))):
                yield code
            case ast.Call(func=ast.Attribute(attr="_refuse" | "issue") | ast.Name(id="refuse")):
                yield from (
                    arg.value
                    for arg in node.args
                    if isinstance(arg, ast.Constant)
                    and isinstance(arg.value, str)
                    and re.fullmatch(r"[a-z-]+", arg.value)
                )


def test_every_code_of_the_generator_is_given_by_some_mistake() -> None:
    modules = ("text/*.py", "content/*.py", "rules/*.py")
    possible = {code for name in modules for path in (tiny.ROOT / "generator").glob(name) for code in codes_in(path)}
    assert {"character", "alias", "link", "reference", "file-name"} < possible
    possible -= {"unreadable"}  # a disk that refuses; test_source says what it gives
    given = {match for case in CASES for line in expected(case) for match in re.findall(r"\[([a-z-]+)\]$", line)}
    assert (possible | set(BASE["rules"]) | {"type", "size", "value", "waiver"}) - given == set()


def broken_content(rule: str, folder: Path) -> Content:
    name = BREAKS.get(rule)
    assert name, f"a file of tests/rules/broken must break {rule}, and BREAKS must name it"
    content = load(broken(FOLDER / f"{name}.yaml", folder)).content
    assert content
    return content


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_is_broken_by_some_mistake(rule: Rule, tmp_path: Path) -> None:
    assert list(rule(broken_content(rule.__name__, tmp_path)))


@pytest.mark.parametrize("rule", OF_ONE_STORY, ids=lambda rule: rule.__name__)
def test_every_rule_on_one_story_is_broken_by_some_mistake(rule: StoryRule, tmp_path: Path) -> None:
    content = broken_content(rule.__name__, tmp_path)
    found = [issue for entry in content.stories.values() for issue in rule(entry)]
    assert found
    assert {*found} <= {*stories_by_themselves(content)}


def test_every_rule_says_in_its_first_line_what_must_be_true() -> None:
    assert [rule.__name__ for rule in (*RULES, *OF_ONE_STORY) if not (rule.__doc__ or "").strip().endswith(".")] == []


def test_a_rule_alone_never_stops_the_others(tmp_path: Path) -> None:
    root = broken(FOLDER / "mistakes-of-the-rules-in-many-files.yaml", tmp_path)
    with pytest.raises(ContentError) as caught:
        check(root)
    assert {issue.severity for issue in caught.value.issues} == {"error", "warning"}
