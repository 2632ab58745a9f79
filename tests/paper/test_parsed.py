"""HTML that is XML as well is read as WeasyPrint reads it, to the byte; what is not XML, WeasyPrint reads itself."""

import pytest

from generator.paper import binding, pdf
from generator.paper.setting import set_piece
from tests.paper.printed import PRINT, book, pieces

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
STYLE = PRINT / "book.css"
HEAD = "<!DOCTYPE html>\n<html><head><title>It</title></head><body>{}</body></html>"
ROWS = "<tr><td>1</td><td>2</td></tr><tr><td colspan='2'>3</td></tr>"
GROUPS = f"<caption>It</caption><thead><tr><th>1</th></tr></thead>{ROWS}<tfoot><tr><td>4</td></tr></tfoot>"
OTHERS = (f"<table>{ROWS}</table>", f"<table>{GROUPS}</table>", "<ul><li>1</li></ul>\n<!-- 2 -->3 &amp; 4")


def test_xml_is_read_as_html_would_be(monkeypatch: pytest.MonkeyPatch) -> None:
    cut = binding.cut(book()[0])
    for html in [*cut.pieces, *map(HEAD.format, OTHERS)]:
        as_xml = pieces().piece(html, cut.figures).packed()  # most were set when the book was
        with monkeypatch.context() as patched:
            patched.setattr(
                pdf,
                "parsed",
                lambda library, *args: library.HTML(string=args[0], base_url=args[1], url_fetcher=args[2]),
            )
            assert as_xml == set_piece(html, STYLE, figures=cut.figures).packed()


def test_what_is_not_xml_is_read_as_html() -> None:
    open_ended, closed = HEAD.format("<p>A&nbsp;B<br>C"), HEAD.format("<p>A\u00a0B<br/>C</p>")
    assert pdf.make_pdf(open_ended, STYLE).data == pdf.make_pdf(closed, STYLE).data
