"""A sheet that was trimmed is taken where it would come out the same, and trimmed anew where it would not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site import trim
from generator.site.kept_sheet import FILE, KeptSheet
from generator.site.names import Names, marks_of, names_of, words_of
from generator.site.sealed_file import NO_STORE

SHEETS = ['.lead{a:b}p>[hidden]{a:b}[dir="rtl"] a{a:b}.made{a:b}#here{--x:y}@media print{.wide{a:var(--x)}}', "a{c:d}"]
SCRIPTS = ['el.className="row"']
PAGE = '<p class="lead">'


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count how often sheets are trimmed."""
    trimmed: list[int] = []
    real = trim.trimmed
    monkeypatch.setattr(trim, "trimmed", lambda *given: trimmed.append(1) or real(*given))
    return trimmed


def names(page: str, words: set[str]) -> Names:
    return names_of(marks_of(page), words)


def fitted(
    root: Path | None, *, page: str = PAGE, sheets: list[str] = SHEETS, scripts: list[str] = SCRIPTS, others: str = ""
) -> str | None:
    kept = KeptSheet(root)
    words = kept.words(scripts)
    assert words == words_of(scripts)
    return kept.trimmed(sheets, names(page, words), [others])


def test_an_edit_whose_names_no_sheet_asks_for_has_nothing_trimmed_anew(tmp_path: Path, counted: list[int]) -> None:
    first = fitted(tmp_path)
    assert fitted(tmp_path, page=f'{PAGE}<p id="new" title="Zebra">') == first
    assert len(counted) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"page": '<p class="lead wide">'},
        {"page": '<p class="lead" id="here">'},
        {"page": '<p class="lead" hidden>'},
        {"page": '<p class="lead" dir="rtl"><a>'},
        {"page": "<p>"},
        {"sheets": [*SHEETS, ".lead{e:f}"]},
        {"scripts": ['el.className="made"']},
        {"others": "p{color:var(--x)}", "page": '<p id="here">'},
    ],
)
def test_whatever_changes_the_sheet_is_the_one_that_is_trimmed_of_it(
    change: dict[str, str], tmp_path: Path, counted: list[int]
) -> None:
    fitted(tmp_path)
    now = fitted(tmp_path, **change)  # type: ignore[arg-type]
    assert len(counted) == 2
    assert now == fitted(None, **change)  # type: ignore[arg-type]


@pytest.mark.parametrize("spoil", [lambda file: file.unlink(), lambda file: file.write_bytes(b"forged\n{}")])
def test_what_is_gone_or_damaged_is_trimmed_anew(
    spoil: Callable[[Path], object], tmp_path: Path, counted: list[int]
) -> None:
    first = fitted(tmp_path)
    spoil(tmp_path / FILE)
    assert fitted(tmp_path) == first
    assert len(counted) == 2


def test_nothing_is_kept_without_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, counted: list[int]) -> None:
    monkeypatch.setenv(NO_STORE, "1")
    assert fitted(tmp_path) == fitted(tmp_path)
    assert len(counted) == 2
    assert not (tmp_path / FILE).exists()


def test_a_sheet_that_cannot_be_read_is_not_kept(tmp_path: Path) -> None:
    assert fitted(tmp_path, sheets=['.lead{background:url("x.png")}']) is None
    assert fitted(tmp_path) is not None
