"""A handbook in German, for another role: its language is everywhere, and no letter of it is lost on the way."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest

from generator.exports import anki, epub, ics
from generator.pages.search_words import words
from generator.paper.book import book_html
from generator.paper.hypertext import printer
from generator.site.pipeline import templates_of
from generator.text.language import speaking
from tests.handbooks import sites, station, tiny
from tests.handbooks.sites import Once
from tests.readers import search
from tests.readers.page import read, squeezed

EDITION = datetime(2026, 11, 28, tzinfo=UTC)
PRINT = templates_of(station.STATION) / "print"
UNHEARD = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
ENGLISH = re.compile(r"\b(?:Stories|Practise|minutes|The|and|of|the|your|with)\b")  # no German sentence has these
GUIDE = json.loads((tiny.ROOT / "generator/rules/style_guide.json").read_text(encoding="utf-8"))
OF_RULES = re.compile(  # the rules on how a story is told are written in English, and shown so
    "|".join(
        re.sub(r"\\{\w+\\}", r"\\w+", re.escape(squeezed(rule[part].partition(", found ")[0])))
        for rule in GUIDE["rules"].values()
        for part in ("title", "why", "mend", "measured", "says")
        if part in rule
    ),
    re.IGNORECASE,
)
STORY = "die-uebergabe-am-bett"


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    """Give the German handbook's site, to be read."""
    return once("german", sites.german) / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, str]:
    """Give the HTML of every page by its file."""
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}


def english(html: str) -> list[str]:
    """Give the words that only English has, of what a reader sees or hears, but for the rules' own sentences."""
    seen = read(UNHEARD.sub("", html))
    heard = [given.get(name, "") for _, given in seen.tags for name in ("aria-label", "title", "placeholder", "alt")]
    said = squeezed(" ".join((seen.words, *heard)))
    return ENGLISH.findall(OF_RULES.sub("", said))


def test_it_keeps_every_rule_of_its_own_language() -> None:
    assert tiny.issues_of(station.STATION) == ()


def test_every_kind_of_entry_has_one() -> None:
    content = station.content()
    here = {path.parent.name for path in (station.STATION / "content").glob("*/*")}
    assert here == {path.parent.name for path in (tiny.TINY / "content").glob("*/*")}
    assert {question.record.kind for question in content.bank.values()} == {"trunk", "branch", "leaf"}


def test_every_page_says_its_language_and_which_way_it_runs(pages: dict[str, str]) -> None:
    wrong = [
        name
        for name, html in pages.items()
        if not re.search(r'<html [^>]*lang="de"', html) or not re.search(r'<(?:html|body) [^>]*dir="ltr"', html)
    ]
    assert pages
    assert wrong == []


def test_no_page_speaks_english(pages: dict[str, str]) -> None:
    said = {name: found for name, html in pages.items() if (found := english(html))}
    assert said == {}


def test_the_page_on_rules_says_what_is_asked_and_not_what_was_found_in_no_story(pages: dict[str, str]) -> None:
    said = squeezed(read(pages["reference/how-a-story-is-judged/index.html"]).words)
    assert "Eine volle Erzählung muss 260 bis 390 Wörter haben (zwei bis drei Minuten laut)." in said
    assert "gefunden" not in said


def test_a_noun_keeps_its_capital_within_a_line(pages: dict[str, str]) -> None:
    assert "Ast · 1 Geschichte" in read(pages["questions/index.html"]).words


def test_titles_keep_their_umlauts_and_every_link_finds_its_heading(pages: dict[str, str]) -> None:
    assert "<title>Die Übergabe am Bett" in pages[f"stories/{STORY}/index.html"]
    assert [name for name in pages if not name.isascii()] == []
    read_ = {name: read(html) for name, html in pages.items()}
    dead = [
        (name, link)
        for name, seen in read_.items()
        for link in seen.links
        if link.startswith("#") and len(link) > 1 and link[1:] not in seen.ids
    ]
    assert dead == []
    assert "ubergabe" in read_["reference/glossary/index.html"].ids


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Nachtschicht", "keine-nachtschicht-mehr-fuer-hanne"),
        ("übergabe", STORY),
        ("ubergabe", STORY),
        ("ÜBERGABE", STORY),
        ("Stürze", STORY),
    ],
)
def test_the_search_finds_an_entry_with_and_without_the_dots(typed: str, slug: str, site: Path) -> None:
    def fetch(file: str) -> str:
        return (site / file).read_text(encoding="utf-8")

    entries, index = search.entries(fetch), search.words(fetch)
    (word,) = words(typed)
    named, _ = index[word]
    assert any(search.leads_to(entries[at][1], slug) for at in named)


def test_results_and_lists_of_the_search_are_called_in_german(site: Path) -> None:
    def fetch(file: str) -> str:
        return (site / file).read_text(encoding="utf-8")

    start = search.piece(fetch, "start")
    assert {"Frage", "Geschichte", "Art zu scheitern"} <= {said for *_, said in start["kinds"]}
    assert "Alle Fragen" in [title for title, _ in start["indexes"]]
    entries = search.entries(fetch)
    assert "Klinikum am Weiher (erfunden): 2 Grundsätze, Stand März 2026." in [summary for _, _, summary, *_ in entries]
    assert [entry for entry in entries if english(" ".join(entry[::2]))] == []


def test_the_calendar_says_what_is_to_do_in_german() -> None:
    plan = station.content().plans["drei-tage"]
    with speaking(station.content().language):
        read_ = icalendar.Calendar.from_ical(ics.calendar(station.content(), plan, date(2026, 11, 30), EDITION))
    said = "\n".join(str(event.get(field)) for event in read_.walk("VEVENT") for field in ("SUMMARY", "DESCRIPTION"))
    assert "Meine dünnen Dienste" in said
    assert ENGLISH.findall(said) == []


def test_the_cards_ask_in_german() -> None:
    with speaking(station.content().language):
        cards = list(anki.cards(station.content()))
        lines = anki.deck_text(station.content())
    assert any("Übergabe" in card.back for card in cards)
    assert "Erzählen Sie von einem Fehler" in lines
    assert [card.id for card in cards if english(f"{card.front} {card.back}")] == []


def test_the_epub_is_a_german_book() -> None:
    with speaking(station.content().language):
        style = (PRINT / "epub.css").read_text(encoding="utf-8")
        made = epub.epub(station.content(), printer(station.content(), PRINT), style, EDITION.date())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xhtml", ".opf"))}
    assert [name for name, text in texts.items() if 'xml:lang="de"' not in text] == []
    assert any("Die Übergabe am Bett" in text for text in texts.values())
    assert list(_english_of(texts)) == []


def test_the_book_is_german_too() -> None:
    with speaking(station.content().language):
        html = book_html(station.content(), printer(station.content(), PRINT), edition=EDITION.date())
    assert '<html lang="de" dir="ltr">' in html
    assert "Die Übergabe am Bett" in html
    assert set(english(html)) == set()


def _english_of(texts: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    for name, text in texts.items():
        if name.endswith(".xhtml") and (found := english(text)):
            yield name, found
