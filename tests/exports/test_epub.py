"""The EPUB as a shelf and a night sees it: cover, author, landmarks, notes after their words, tones for any ground."""

import io
import re
import zipfile
from datetime import date
from functools import cache
from html import unescape
from itertools import product
from xml.etree import ElementTree as ET

from markupsafe import Markup

from generator.exports.cover import HEIGHT, WIDTH, cover
from generator.exports.epub import epub
from generator.paper.hypertext import printer
from generator.site.pipeline import templates_of
from tests.handbooks import tiny

DAY = date(2026, 11, 21)
PRINT = templates_of(tiny.TINY) / "print"
STYLE = (PRINT / "epub.css").read_text(encoding="utf-8")
GROUNDS = ("#ffffff", "#121212", "#000000")
LEAST = 3  # to one: what is drawn, by WCAG 2.2, 1.4.11
PAIR = re.compile(r'id="([^"]+)-sign" href="#\1"')


@cache
def members() -> dict[str, bytes]:
    front = cover("A title", "A summary", "2026-11-21", PRINT / "fonts")
    with zipfile.ZipFile(io.BytesIO(epub(tiny.content(), printer(tiny.content(), PRINT), STYLE, DAY, front))) as book:
        return {name.removeprefix("EPUB/"): book.read(name) for name in book.namelist()}


def test_it_has_a_cover_an_author_and_says_who_can_read_it() -> None:
    package = members()["package.opf"].decode()
    assert members()["cover.png"].startswith(b"\x89PNG")
    assert members()["cover.png"][16:24] == WIDTH.to_bytes(4) + HEIGHT.to_bytes(4)
    assert 'href="cover.png" media-type="image/png" properties="cover-image"' in package
    assert package.index('<itemref idref="cover"/>') < package.index('<itemref idref="contents"/>')
    assert re.search(r"<dc:creator>[^<]+</dc:creator>", package)
    for name in (
        "accessMode",
        "accessModeSufficient",
        "accessibilityFeature",
        "accessibilityHazard",
        "accessibilitySummary",
    ):
        assert f'<meta property="schema:{name}">' in package


def test_it_claims_words_for_every_picture_only_where_every_picture_has_them() -> None:
    package = members()["package.opf"].decode()
    assert ">alternativeText<" in package
    assert tiny.content().words.summary[:16].rpartition(" ")[0] in unescape(members()["cover.xhtml"].decode())
    pages = [data.decode() for name, data in members().items() if name.endswith(".xhtml")]
    titles = [title for page in pages for title in re.findall(r"<svg[^>]*>\s*<title>([^<]*)</title>", page)]
    assert len(titles) == sum(page.count("<svg") for page in pages) > 0
    assert [title for title in titles if not re.search(r"\d", title)] == []  # what it shows, with its numbers
    render = printer(tiny.content(), PRINT)

    def silent(template: str, **values: object) -> Markup:
        return Markup(re.sub(r"<title>[^<]*</title>", "<title></title>", render(template, **values)))  # noqa: S704

    with zipfile.ZipFile(io.BytesIO(epub(tiny.content(), silent, STYLE, DAY))) as book:
        assert b">alternativeText<" not in book.read("EPUB/package.opf")


def test_every_field_has_a_label_and_no_header_is_empty() -> None:
    pages = "".join(data.decode() for name, data in members().items() if name.endswith(".xhtml"))
    fields = re.findall(r"<(?:input|textarea)\b[^>]*>", pages)
    assert fields
    assert [field for field in fields if "aria-label=" not in field or " title=" in field] == []
    assert not re.search(r"<th\b[^>]*>\s*</th>", pages)


def test_its_landmarks_lead_to_what_is_there() -> None:
    contents = members()["contents.xhtml"].decode()
    marks = re.search(r'<nav epub:type="landmarks".*?</nav>', contents, re.DOTALL)
    assert marks
    found = re.findall(r'epub:type="(\w+)" href="([^"#]+)', marks[0])
    assert [kind for kind, _ in found] == ["cover", "toc", "bodymatter"]
    assert [where for _, where in found if where not in members()] == []


def test_every_note_stands_after_its_words_and_both_lead_to_one_another() -> None:
    notes = 0
    for name, data in members().items():
        if not name.endswith(".xhtml"):
            continue
        text = data.decode()
        for found in PAIR.finditer(text):
            note = text.index(f'id="{found[1]}"')
            between = text[found.end() : note]
            assert note > found.start(), name
            assert "<h2" not in between
            assert 'role="doc-backlink"' in text[note : text.index("</aside>", note)]
            assert f'href="#{found[1]}-sign"' in text[note : text.index("</aside>", note)]
            notes += 1
        ET.fromstring(data)  # noqa: S314 - ours
        assert text.count('role="doc-noteref"') == len(PAIR.findall(text))
    assert notes >= sum(len(story.record.notes) for story in tiny.content().stories.values()) > 0


def test_words_take_the_readers_colour_and_what_is_drawn_is_seen_by_day_and_by_night() -> None:
    assert not re.findall(r"(?<![-\w])color: (?!inherit)[^;}]+", STYLE)
    tones = set(re.findall(r"(?:solid|dashed|fill:) (#[0-9a-f]{6})", STYLE))
    assert len(tones) > 5
    poor = [(tone, ground) for tone, ground in product(tones, GROUNDS) if contrast(tone, ground) < LEAST]
    assert poor == []


def test_every_colour_of_a_drawing_has_its_tone() -> None:
    used = {
        c
        for name, data in members().items()
        if name.endswith(".xhtml")
        for c in re.findall(r'fill="(#\w+)"', data.decode())
    }
    assert used
    assert [colour for colour in used if f'[fill="{colour}"]' not in STYLE] == []


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: str) -> float:
    shares = (part / 255 for part in bytes.fromhex(colour.removeprefix("#")))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
