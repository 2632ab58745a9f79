from pathlib import Path

import pytest

from generator.exports import kept_readable, readable
from generator.exports.kept_readable import KeptReadable
from generator.paper.stock import Stock

PAGE = "# A page\n\n<p>Its <em>words</em>.</p>\n"


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Keep below the test's folder; give each page that was read."""
    stock, pages = Stock(), list[str]()
    stock.keep_on(tmp_path / "shelves")
    said = readable.readable

    def noted(text: str) -> str:
        pages.append(text)
        return said(text)

    monkeypatch.setattr(kept_readable, "STOCK", stock)
    monkeypatch.setattr(readable, "readable", noted)
    return pages


def say(*pages: str) -> list[str]:
    kept = KeptReadable()
    said = [kept.of(page) for page in pages]
    kept.keep()
    return said


def test_only_a_page_whose_text_is_new_is_read_and_what_is_said_of_it_is_the_same(read: list[str]) -> None:
    first = say(PAGE, "another")
    assert say(PAGE, "another") == first == [readable.readable(PAGE), "another"]
    assert say(PAGE, "edited")[1] == "edited"
    assert read == [PAGE, "another", PAGE, "edited"], "the third is of the assertion"
    say("another")
    assert read[-1] == "another", "what the last edition did not hold is not kept"
