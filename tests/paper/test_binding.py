"""A book bound of pieces: every number is true, and a piece that did not change is not set again."""

import re
from collections.abc import Collection
from pathlib import Path

import pypdfium2
import pytest

from generator.paper import binding, setting
from generator.paper import shelf as shelves
from generator.paper.binding import NEW_CHAPTER, NEW_PART, bound, bound_on, with_homes
from generator.paper.piece import unpacked
from generator.paper.shelf import Shelf, swept
from tests.paper.printed import PRINT, book
from tests.readers.pdf import Paper
from tests.readers.tagged import Tagged

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
STYLE = PRINT / "book.css"
SAID = re.compile(r"\(page\s*(\d+)\)")
CHAPTERS = 4
ELSEWHERE = ' data-elsewhere="=(the book)|other=(the other)"'
HEAD = """<title>Little</title>
<meta name="dcterms.created" content="{day}"/>
<style class="front">@page :first {{ @bottom-center {{ content: "" }} }}</style>
<style>@page {{ size: A6; @bottom-center {{ content: "page " counter(page) " of " counter(pages) }} }}
a.entry::after {{ content: " (page\\00a0" attr(data-page) ")" }}</style>"""


@pytest.fixture
def _small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binding, "A_PIECE", 100)


def little(*, first: int = 1, day: str = "2026-01-01", without: Collection[int] = ()) -> str:
    """Give a book of a cover, chapters that lead to one another, and a list of pages.

    The first chapter may be longer, and some of them in another volume.
    """
    chapters = NEW_CHAPTER.join(
        f'<section class="book-part book-part--a book-part--on" data-part="A"><section class="chapter" id="c{at}">'
        f'<h2 class="chapter__title">Chapter {at}</h2><table><tr><th scope="row">A</th><td>1</td></tr></table>'
        + f'<p>From {at} to <a class="entry" href="#c{CHAPTERS - 1 - at}">another</a>. {"It goes on. " * 15}</p>'
        * (9 * first if at == 0 else 9)
        + "</section></section>"
        for at in range(CHAPTERS)
        if at not in without
    )
    links = "".join(f'<a href="#c{at}"></a>' for at in range(CHAPTERS))
    return (
        f'<!DOCTYPE html>\n<html lang="en" dir="ltr"><head>{HEAD.format(day=day)}</head><body class="paper"{ELSEWHERE}>'
        f'<h1>Little</h1><p>See <a class="entry" href="#c3">the last</a>.</p>{NEW_PART}{chapters}{NEW_PART}'
        f'<section class="index"><h1>Index</h1><p>All <span class="places">{links}</span></p></section></body></html>'
    )


def shelf(folder: Path) -> Shelf:
    """Give the shelf of the little book."""
    return Shelf(folder, "little", STYLE)


def kept(folder: Path) -> set[str]:
    """Give the names of the pieces that are kept when those that nobody needs are gone."""
    swept(folder)
    return {path.name for path in folder.glob("*.piece")}


def untrue(made: bytes) -> tuple[int, list[str]]:
    """Give how many links say a page, and those that say another than that where they land."""
    paper, pdf = Paper(made), pypdfium2.PdfDocument(made)
    names, said, wrong = paper.names(), 0, []
    for page, drawn in zip(paper.reader.pages, pdf, strict=True):
        text = drawn.get_textpage()
        for note in page.get("/Annots", ()):
            link = note.get_object()
            found = SAID.search(text.get_text_bounded(*map(float, link["/Rect"]))) if "/Dest" in link else None
            if found:
                said += 1
                label = paper.reader.page_labels[names[str(link["/Dest"])] - 1]
                wrong += [f"{link['/Dest']} {found.group(1)}"] if found.group(1) != label else []
    pdf.close()
    return said, wrong


def test_every_reference_says_the_page_that_its_link_leads_to() -> None:
    said, wrong = untrue(book()[1].data)
    assert said > 10
    assert wrong == []


@pytest.mark.usefixtures("_small_pieces")
def test_a_chapter_that_grew_sets_its_own_piece_and_the_lists_and_all_numbers_are_true(tmp_path: Path) -> None:
    before = bound(little(), shelf(tmp_path))
    were = kept(tmp_path)
    assert len(were) == 2 + CHAPTERS
    after = bound(little(first=4), shelf(tmp_path))
    assert len(kept(tmp_path) - were) == 2  # the chapter, and the list of pages
    assert after.pages > before.pages
    said, wrong = untrue(after.data)
    assert (said >= 9 * CHAPTERS, wrong) == (True, [])
    paper = Paper(after.data)
    numbers = ",".join(str(paper.names()[f"c{at}"]) for at in range(CHAPTERS))
    assert f"All{numbers}" in paper.texts[-1]
    assert [at for at, text in enumerate(paper.texts, 1) if f"page{at}of{after.pages}" not in text] == [1]
    assert [(title, page) for _, title, page in paper.outline() if title.startswith("Chapter")] == [
        (f"Chapter {at}", paper.names()[f"c{at}"]) for at in range(CHAPTERS)
    ]
    assert Tagged(paper).broken() == []
    assert bound(little(first=4), shelf(tmp_path / "anew")).data == after.data


@pytest.mark.usefixtures("_small_pieces")
def test_another_day_sets_the_front_alone_and_a_piece_that_is_damaged_is_set_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = bound(little(), shelf(tmp_path))
    were = kept(tmp_path)
    set_anew: list[str] = []

    def counted(html: str, style: Path, *, figures: int) -> object:
        set_anew.append(html)
        return setting.set_piece(html, style, figures=figures)

    monkeypatch.setattr(shelves, "set_piece", counted)
    assert bound(little(), shelf(tmp_path)).data == made.data
    assert set_anew == []
    first = min(tmp_path.glob("*.piece"))
    sound = first.read_bytes()
    for damaged in (b"", sound[:-9], sound.replace(b"\n", b"\n\0", 1)):
        first.write_bytes(damaged)
        assert bound(little(), shelf(tmp_path)).data == made.data
        assert first.read_bytes() == sound
    assert len(set_anew) == 3
    bound(little(day="2026-01-02"), shelf(tmp_path))
    assert len(kept(tmp_path) - were) == 1


@pytest.mark.usefixtures("_small_pieces")
def test_numbers_with_more_figures_than_was_guessed_have_room_and_are_guessed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guess = binding.cut(little()).figures
    made = bound(little(), shelf(tmp_path))
    assert len(str(made.pages)) > guess
    assert binding.unset(little(), shelf(tmp_path)) == {}
    monkeypatch.setattr(binding, "SPARE", 10)
    assert bound(little(), shelf(tmp_path / "anew")).data == made.data


@pytest.mark.usefixtures("_small_pieces")
def test_a_piece_is_the_same_when_it_was_put_away() -> None:
    html = binding.cut(little()).pieces[1]
    one = setting.set_piece(html, STYLE, figures=2)
    assert unpacked(one.packed()).packed() == one.packed()


@pytest.mark.usefixtures("_small_pieces")
def test_a_book_joined_once_for_several_papers_is_on_each_what_it_would_be_on_that_alone(tmp_path: Path) -> None:
    together = [printed.data for printed in bound_on(little(), shelf(tmp_path), ("A4", "letter", ""))]
    assert together == [bound(little(), shelf(tmp_path), paper).data for paper in ("A4", "letter", "")]
    assert len(set(together)) == len(together)


def gaps(made: bytes, last: str) -> list[float]:
    """Give how far in points the full stop stands behind what ends with this letter or figure, and then goes on."""
    found = []
    for page in pypdfium2.PdfDocument(made):
        text = page.get_textpage()
        said = text.get_text_range()
        for at in re.finditer(rf"{re.escape(last)}(?=\. It goes)", said):
            end, stop = (text.get_charbox(one, loose=True) for one in (at.start(), at.end()))
            found.append(stop[0] - end[2])
    return found


@pytest.mark.usefixtures("_small_pieces")
def test_a_volume_says_which_other_holds_what_is_not_in_it_leads_nowhere_for_it_and_closes_up(tmp_path: Path) -> None:
    whole = bound(little(), shelf(tmp_path))
    parted = with_homes(little(without={2, 3}), {"c2": "", "c3": "other"})
    assert [*binding.unset(parted, shelf(tmp_path))] == []  # of what both hold nothing is set again
    part = bound(parted, Shelf(tmp_path, "part", STYLE))
    excerpt = bound(little(without={2, 3}), Shelf(tmp_path, "excerpt", STYLE))
    for made, said in ((whole, "another(page8)."), (part, "another(theother)."), (excerpt, "another.")):
        paper = Paper(made.data)
        assert paper.texts[1].count(f"From0to{said}Itgoes") > 1
        assert max(map(abs, gaps(made.data, said[-2]))) < 1
        leads = {str(note.get_object()["/Dest"]) for page in paper.reader.pages for note in page.get("/Annots", ())}
        assert leads == {f"c{at}" for at in range(CHAPTERS)} & set(paper.names())
        assert Tagged(paper).broken() == []
    assert "See the last (the other)." in str(Paper(part.data).reader.pages[0].extract_text())
    bound(little(first=2), shelf(tmp_path))
    swept(tmp_path)
    assert binding.unset(parted, Shelf(tmp_path, "part", STYLE)) == {}  # it needs what the whole does not any more
