"""The pocket edition as a booklet: eight pages on two sheets of full size, printed on both sides and folded once.

What is put on sheets in another order is for paper alone: it has no tags, and claims none.
"""

import io

from generator.paper.pdf import Printed

SIGNATURE = 8  # pages that are folded together


def folded(printed: Printed, *, title: str, backwards: bool = False) -> Printed:
    """Give the pages two and two on sheets, to be turned over the short edge; `backwards` for a book that opens so."""
    import pypdf  # noqa: PLC0415 - comes with WeasyPrint's extra

    reader, writer = pypdf.PdfReader(io.BytesIO(printed.data)), pypdf.PdfWriter()
    width, height = reader.pages[0].mediabox.width, reader.pages[0].mediabox.height
    for left, right in sides(len(reader.pages)):
        sheet = writer.add_blank_page(2 * width, height)
        for number, place in ((right, 0), (left, width)) if backwards else ((left, 0), (right, width)):
            if number <= len(reader.pages):
                page = reader.pages[number - 1]
                page.pop("/Annots", None)  # a link leads to where its page was
                sheet.merge_transformed_page(page, pypdf.Transformation().translate(place, 0))
    for sheet in writer.pages:
        sheet.compress_content_streams()
    writer.add_metadata({"/Title": title})
    out = io.BytesIO()
    writer.write(out)
    return Printed(data=out.getvalue(), pages=len(writer.pages), numbers=printed.numbers)


def sides(pages: int) -> list[tuple[int, int]]:
    """Give which two pages share each side of a sheet, from 1; numbers beyond the last page are blank."""
    found = []
    for first in range(1, pages + 1, SIGNATURE):
        last = first + SIGNATURE - 1
        for sheet in range(0, SIGNATURE // 2, 2):
            found += [(last - sheet, first + sheet), (first + sheet + 1, last - sheet - 1)]
    return found
