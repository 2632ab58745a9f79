"""A sheet loses what nothing in a site can match, and keeps whatever a page, a reader or a script may bring about."""

import pytest

from generator.site.names import marks_of, names_of, words_of
from generator.site.trim import UnreadSheetError, trimmed

PAGE = '<p class="lead wide" id="a" dir="ltr" hidden><a href="x">y</a></p><script>say("made by-hand")</script>'
SCRIPT = (
    'x("li",{class:"row row--"+kind});el.className="shown";el.setAttribute("data-scheme-"+k,v);if(way==="rtl")go(other)'
)


def left(sheet: str, *, others: str = "", page: str = PAGE) -> str:
    return trimmed([sheet], names_of(marks_of(page), words_of([SCRIPT])), [others])


KEPT = [
    ".lead{a:b}",
    "#a{a:b}",
    "p.lead>a:hover{a:b}",
    "html .wide{a:b}",
    "tbody{a:b}",  # put there by the browser
    "p[open]{a:b}",  # by the reader
    "[hidden]{a:b}",
    "[dir=ltr] p{a:b}",
    "[href^=other]{a:b}",  # a doubt keeps it
    "p:not(.nowhere){a:b}",
    ":is(.nowhere,.lead) p{a:b}",
    "p:has(>.lead){a:b}",
    "p::before{a:b}",
    "*{a:b}",
    "li.shown{a:b}",  # by a script
    ".made .by-hand{a:b}",  # by one that stands in the page
    ".row--open{a:b}",  # by one that puts the name together
    "[data-scheme-dark]{a:b}",
    "@media print{.lead{a:b}}",
    "@font-face{font-family:x}",
    "@layer one,two;",
]


@pytest.mark.parametrize("sheet", KEPT)
def test_what_may_match_is_kept_to_the_letter(sheet: str) -> None:
    assert left(sheet) == sheet


@pytest.mark.parametrize(
    "sheet",
    [
        ".nowhere{a:b}",
        "#nowhere{a:b}",
        "video{a:b}",
        ".lead .nowhere{a:b}",
        ".lead.nowhere:hover::before{a:b}",
        "[data-nowhere]{a:b}",
        "[dir=rtl] .lead{a:b}",  # a script only asks whether it is so
        "p:is(.nowhere,#nowhere){a:b}",
        ".other{a:b}",  # a script's own word for something, not a text in it
        "@media print{.nowhere{a:b}}",
        "@media screen{@media print{.nowhere{a:b}}}",
    ],
)
def test_what_nothing_matches_is_left_out(sheet: str) -> None:
    assert left(sheet) == ""


def test_of_a_list_those_that_may_match_are_kept() -> None:
    assert left(".nowhere,.lead,#none p{a:b}") == ".lead{a:b}"


def test_what_a_browser_may_not_know_stays_in_its_list_which_that_browser_drops() -> None:
    assert left(".nowhere::-moz-x,.lead{a:b}") == ".nowhere::-moz-x,.lead{a:b}"


def test_a_property_is_kept_while_somebody_asks_for_it() -> None:
    sheet = "html{--a:1;--b:var(--c);--c:2;--d:3;--e:4}.lead{x:var(--b)}.nowhere{y:var(--d)}"
    assert left(sheet, others="el.style.setProperty('--e')") == "html{--b:var(--c);--c:2;--e:4}.lead{x:var(--b)}"


def test_a_movement_is_kept_while_something_moves_so() -> None:
    sheet = "@keyframes in{to{a:b}}@keyframes out{to{a:b}}.lead{animation:in 1s}.nowhere{animation:out 1s}"
    assert left(sheet) == "@keyframes in{to{a:b}}.lead{animation:in 1s}"


@pytest.mark.parametrize(
    "sheet",
    [
        '@import "x.css";',
        "@namespace x url(y);",
        ".lead{background:url(x.png)}",
        '.lead{background:url("../x.png")}',
        '.lead{background:image-set("x.png" 1x)}',
        "@font-face{src:url(x.woff2)}",
        ".lead{a:b}}",
    ],
)
def test_what_cannot_be_moved_or_read_is_said(sheet: str) -> None:
    with pytest.raises(UnreadSheetError):
        left(sheet)


def test_a_picture_within_the_sheet_moves_along() -> None:
    sheet = '.lead{background:url("data:image/svg+xml;charset=utf-8,<svg>;}</svg>")}'
    assert left(sheet) == sheet


@pytest.mark.parametrize(
    "page",
    [
        "<p title='a > b' class='lead'>",
        '<P CLASS="lead">',
        "<p class=lead>",
        '<p title="a < b" class="lead">',
        "1 > 0 <p class='a&#32;lead'>",
    ],
)
def test_a_name_is_found_however_a_page_writes_it(page: str) -> None:
    assert left("p.lead{a:b}", page=page) == "p.lead{a:b}"
