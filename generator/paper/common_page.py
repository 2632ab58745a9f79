"""The page that A4 and US Letter have in common: what is set on it is printed on both, with the same page numbers.

It is as wide as A4 and as high as Letter. On A4 the margins above and below are wider, on Letter those at the sides.
"""

import re
from typing import Any

SIZE = "210mm 279.4mm"
POINTS = 72 / 25.4  # of a millimetre
WIDTH, HEIGHT = 210 * POINTS, 279.4 * POINTS
PAPERS = {"A4": (WIDTH, 297 * POINTS), "letter": (612.0, HEIGHT)}  # in points
BOXES = ("MediaBox", "TrimBox", "BleedBox")
BOX = re.compile(rb"/(MediaBox|TrimBox|BleedBox) \[[^\]]*\]")


def around(paper: str) -> tuple[float, float, float, float]:
    """Give the edges of the paper around the page whose lower left corner is at 0, 0: left, low, right, high."""
    width, height = PAPERS[paper]
    beside, above = (width - WIDTH) / 2, (height - HEIGHT) / 2
    return round(-beside, 3), round(-above, 3), round(WIDTH + beside, 3), round(HEIGHT + above, 3)


def on_paper(page: bytes, paper: str) -> bytes:
    """Give the dictionary of a page of a PDF with the edges of the paper."""
    edges = b"%g %g %g %g" % around(paper)
    return BOX.sub(rb"/\1 [" + edges + b"]", page)


def put_on_paper(pdf: Any, paper: str) -> None:  # noqa: ANN401 - pydyf's file
    """Give all pages of the file the edges of the paper."""
    pages = set(pdf.pages["Kids"][::3])
    for one in pdf.objects:
        if one.number in pages:
            one.update({box: f"[{' '.join(f'{edge:g}' for edge in around(paper))}]" for box in BOXES})
