"""The picture of a page: the same bytes each time, small, and whole whatever the words are."""

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.exports import canvas, lettering
from generator.exports.inks import INKS, PAPER
from generator.exports.lettering import Face
from generator.exports.picture import BOOK_BOLD, HEIGHT, MARGIN, SIZE, WIDTH, picture
from generator.exports.sketch import Amounts, Clock, Days, Figure, Part, Ribbon, Sketch, sketch_of
from tests.handbooks import tiny
from tests.tools.anything import examples

FONTS = tiny.ROOT / "templates/print/fonts"
TOKENS = tiny.ROOT / "templates/styles/reading/tokens.css"
LARGEST = 25_000  # bytes
OVERHANG = 8  # pixels by which a letter may leave its line
PLAIN = Sketch(kind="Story", fact="2:30 aloud", title="A title", sentence="A sentence.", handbook="A book", figure=None)
texts = st.one_of(
    st.text(max_size=300),
    st.text("Wm\u0151 \U0001f600\u05d0", max_size=300),
    st.text("Wi", min_size=80, max_size=300),
)
weights = st.floats(0, 1_000, allow_nan=False)
parts = st.builds(Part, weight=weights, name=texts, says=st.sampled_from(["", "0:20"]))
figures: st.SearchStrategy[Figure | None] = st.one_of(
    st.none(),
    st.builds(Ribbon, parts=st.lists(parts, max_size=12).map(tuple)),
    st.builds(Clock, phases=st.lists(st.integers(0, 600), max_size=12).map(tuple)),
    st.builds(Amounts, pairs=st.lists(st.tuples(st.integers(0, 10**6), texts), max_size=4).map(tuple)),
    st.builds(Days, minutes=st.lists(st.integers(0, 600), max_size=200).map(tuple)),
)
sketches = st.builds(
    Sketch, kind=st.just("Story"), fact=texts, title=texts, sentence=texts, handbook=texts, figure=figures
)


def seen(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def drawn(**words: object) -> bytes:
    return picture(replace(PLAIN, **words), FONTS)  # type: ignore[arg-type]


def test_the_same_page_has_the_same_picture_to_the_byte_whatever_was_drawn_before() -> None:
    before = [picture(sketch_of(tiny.content(), page.spec), FONTS) for page in tiny.pages()]
    for cached in (lettering._font, lettering._advance, lettering._subset):  # noqa: SLF001
        cached.cache_clear()
    after = [picture(sketch_of(tiny.content(), page.spec), FONTS) for page in reversed(tiny.pages())]
    assert before == after[::-1]


@pytest.mark.parametrize("page", tiny.pages(), ids=lambda page: page.path)
def test_the_picture_of_every_page_is_small_and_says_neither_when_nor_by_what(page: object) -> None:
    data = picture(sketch_of(tiny.content(), page.spec), FONTS)  # type: ignore[attr-defined]
    image = seen(data)
    assert (image.size, image.mode, image.format) == (SIZE, "P", "PNG")
    assert len(data) < LARGEST
    assert set(re.findall(rb"[a-zA-Z]{4}", data[12:16])) == {b"IHDR"}
    assert image.info.keys() <= {"transparency"}


def test_two_pages_have_different_pictures() -> None:
    sketches = {sketch_of(tiny.content(), page.spec) for page in tiny.pages()}
    assert len({picture(sketch, FONTS) for sketch in sketches}) == len(sketches) == len(tiny.pages())


@given(sketches)
@examples(1.5)
def test_any_words_in_any_figure_leave_the_margin_free(sketch: Sketch) -> None:
    data = picture(sketch, FONTS)
    assert data == picture(sketch, FONTS)
    image = seen(data)
    right, foot = (WIDTH - MARGIN + OVERHANG, 20, WIDTH, HEIGHT), (0, HEIGHT - 24, WIDTH, HEIGHT)
    left = (0, 20, MARGIN - OVERHANG, HEIGHT)
    assert [image.crop(box).getextrema() for box in (left, right, foot)] == [(0, 0)] * 3


def test_signs_that_the_fonts_lack_are_left_out_and_so_is_a_text_whose_letters_they_lack() -> None:
    assert drawn(title="A \U0001f468\u200d\U0001f4bb day\u2192") == drawn(title="A day")
    assert drawn(title="\u05d9\u05d5\u05dd") == drawn(title="\u4e00\u65e5") == drawn(title="")
    assert drawn(title="A \u05d9\u05d5\u05dd") == drawn(title="")
    assert drawn(title="Z\u00fcrich, \u0141\u00f3d\u017a, Erd\u0151s") != drawn(title="")
    assert drawn(title="Cafe\u0301") == drawn(title="Caf\u00e9")


def test_a_word_of_three_hundred_letters_is_broken_and_cut() -> None:
    face = Face(folder=FONTS, name=BOOK_BOLD, size=48)
    _, lines = lettering.fit([face], "W" * 300, 600, 200)
    assert lines[-1].endswith(lettering.ELLIPSIS)
    assert max(map(face.width, lines)) <= 600
    assert len(lines) == 3


def test_a_title_that_fits_is_set_whole() -> None:
    title = "The sentence that I would have wanted to hear in the first week, and did not"
    faces = [Face(folder=FONTS, name=BOOK_BOLD, size=size) for size in (84, 48)]
    face, lines = lettering.fit(faces, title, 1056, 222)
    assert (face.size, " ".join(lines)) == (48, title)


def test_the_colours_are_those_of_the_light_scheme() -> None:
    light = TOKENS.read_text(encoding="utf-8").partition("}")[0]
    named = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", light))
    assert {name: named[name] for name in ["paper", *INKS]} == {"paper": PAPER, **INKS}
    assert len(canvas.PALETTE) <= 3 * 256
