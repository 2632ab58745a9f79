"""Where each thing stands."""

import pytest

from generator.content.address import locate_in
from generator.content.generated_pages import COMPUTED
from tests.handbooks import tiny
from tests.readers.page import read, to_html

LOCATE = locate_in(tiny.content())
PAGES = {page.path: page for page in tiny.pages()}


@pytest.mark.parametrize(
    ("kind", "slug", "expected"),
    [
        ("story", "a", "stories/a.md"),
        ("question", "pushed-back", "questions/saying-no.md#pushed-back"),
        ("principle", "fjord/no-heroes", "principles/fjord.md#no-heroes"),
        ("trait", "candour", "reference/traits.md#candour"),
        ("computed", "coverage", "reference/coverage.md"),
        ("page", "why-so-tiny", "reference/why-so-tiny.md"),
    ],
)
def test_an_entry_stands_where_its_kind_does(kind: str, slug: str, expected: str) -> None:
    assert LOCATE(kind, slug) == expected


def test_every_name_of_every_kind_leads_to_a_page_and_an_id_in_it() -> None:
    for kind, names in tiny.content().names.items():
        for slug in names:
            path, _, anchor = LOCATE(kind, slug).partition("#")
            assert path in PAGES, (kind, slug)
            assert not anchor or anchor in read(to_html(PAGES[path].text)).ids, (kind, slug)


def test_every_computed_page_is_built() -> None:
    assert {page.path for page in COMPUTED.values()} - set(PAGES) == set()


@pytest.mark.parametrize(("kind", "slug"), [("question", "nothing"), ("computed", "nothing"), ("frame", "x")])
def test_what_stands_nowhere_is_a_key_error(kind: str, slug: str) -> None:
    with pytest.raises(KeyError):
        LOCATE(kind, slug)
