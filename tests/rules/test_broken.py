"""One data file for each kind of mistake: what is changed in the tiny handbook, and every issue line that it gives.

The leading `#! ` lines of a file are the issues, as `handbook check` prints them. Below stand the changes.
`pytest --write-golden` rewrites the issues; read the difference before you commit it.
"""

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from generator.content.load import load
from generator.rules import RULES
from generator.rules.style_guide import GUIDE
from generator.site.pipeline import check
from generator.text.issue import ContentError
from tests.handbooks import tiny

CASES = sorted((tiny.TESTS / "rules/broken").glob("*.yaml"))
SIGN = "#! "
LEAST_KINDS = 60


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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_mistake_gives_exactly_these_issues(case: Path, tmp_path: Path, write_golden: bool) -> None:  # noqa: FBT001
    actual = tiny.printed(broken(case, tmp_path))
    if write_golden:
        rewrite(case, actual)
    assert actual == expected(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_mistake_is_named(case: Path) -> None:
    assert expected(case)


def test_there_is_a_file_for_each_of_many_kinds() -> None:
    assert len(CASES) >= LEAST_KINDS


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
    assert (possible | set(GUIDE["rules"]) | {"type", "size", "value", "waiver"}) - given == set()


@pytest.fixture(scope="module")
def rules_broken(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Give the names of all rules that some mistake breaks."""
    found = set()
    for case in CASES:
        root = broken(case, tmp_path_factory.mktemp("case"))
        content = load(root).content
        if content is None:
            continue
        with suppress(ValidationError):  # a crash fails the test of its case, and only that
            found |= {rule.__name__ for rule in RULES if next(rule(content), None)}
    return frozenset(found)


@pytest.mark.parametrize("rule", [rule.__name__ for rule in RULES])
def test_every_rule_is_broken_by_some_mistake(rule: str, rules_broken: frozenset[str]) -> None:
    assert rule in rules_broken


def test_every_rule_says_in_its_first_line_what_must_be_true() -> None:
    assert [rule.__name__ for rule in RULES if not (rule.__doc__ or "").strip().endswith(".")] == []


def test_a_rule_alone_never_stops_the_others(tmp_path: Path) -> None:
    root = broken(tiny.TESTS / "rules/broken/mistakes-of-the-rules-in-many-files.yaml", tmp_path)
    with pytest.raises(ContentError) as caught:
        check(root)
    assert {issue.severity for issue in caught.value.issues} == {"error", "warning"}
