"""The page of licences is fresh, each licence is on the list, and every package is pinned with its hashes."""

import re
from pathlib import Path

import pytest

from tests.handbooks.tiny import ROOT
from tests.tools import licences
from tests.tools.licences import DEV_LOCK, LOCK, Package
from tests.tools.steps import commands

MOST_NAMED = 15  # what pyproject.toml names for a build; few is a promise


def test_the_page_is_as_the_metadata_say() -> None:
    assert licences.PAGE.read_text(encoding="utf-8") == licences.page(), "python -m tests.tools.licences writes it"


def test_every_licence_is_on_the_list() -> None:
    assert [package for packages in licences.groups().values() for package in packages if not package.allowed] == []


@pytest.mark.parametrize(
    "licence", ["GPL-3.0-only", "AGPL-3.0-or-later", "unknown", "MIT AND GPL-2.0-only", "Proprietary", ""]
)
def test_a_licence_that_is_not_on_the_list_is_found(licence: str) -> None:
    assert not Package(name="a", licence=licence).allowed


def test_one_of_several_licences_is_enough() -> None:
    assert Package(name="a", licence="GPL-2.0-or-later OR MPL-1.1").allowed


@pytest.mark.parametrize("lock", [LOCK, DEV_LOCK])
def test_every_package_is_pinned_with_its_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    entries = [part for part in re.split(r"(?m)^(?=[A-Za-z0-9])", text) if not part.startswith("#")]
    assert len(entries) >= 50
    assert [
        entry
        for entry in entries
        if not re.match(r"[a-z0-9][a-z0-9._-]*==\S+(?: ;[^\n]*)? \\\n +--hash=sha256:[0-9a-f]{64}", entry)
    ] == []
    assert re.findall(r"https?://|git\+|file:", text) == []


def test_every_set_up_asks_for_the_hashes() -> None:
    for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines():
        if "-r requirements" in line:
            assert "--require-hashes" in line


def test_few_are_named_for_a_build() -> None:
    text = Path(ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = re.findall(
        r'^ {2}"[^"]+",( +#.+)?$', text.partition("\ndependencies = [")[2].partition("\n]")[0], re.MULTILINE
    )
    assert 0 < len(named) <= MOST_NAMED
    assert all(named), "each says why it is there"


def test_each_promise_names_tests_that_are_there() -> None:
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    rows = [line for line in text.partition("| --- | --- |\n")[2].split("\n\n")[0].splitlines() if line]
    assert len(rows) >= 10
    for row in rows:
        named = re.findall(r"`(tests/[\w./]+)`", row)
        assert named, row
        assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize(
    ("asked", "moves"), [("", None), ("markdown", "--upgrade-package markdown "), ("all", "--upgrade ")]
)
def test_a_version_moves_only_where_it_is_asked_for(asked: str, moves: str | None) -> None:
    compiled = [line for line in commands("lock", f"UPGRADE={asked}") if "uv pip compile" in line]
    assert len(compiled) == 3
    for line in compiled:
        assert ("--upgrade" in line) == bool(moves)
        assert moves is None or moves in line
