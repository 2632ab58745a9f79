"""The feed of new stories: Atom as RFC 4287 wants it, the same for the same content, absent where it cannot be."""

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import pytest

from generator.exports.feed import FEED, LONGEST, feed
from generator.site.pipeline import DOCS, build, check
from generator.text.issue import ContentError
from tests.handbooks import tiny
from tests.handbooks.sites import ADDRESS as SITE
from tests.handbooks.sites import DATED

ATOM = "{http://www.w3.org/2005/Atom}"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
GIVEN = "content/stories/the-no-that-cost-a-renewal.yaml"


@pytest.fixture
def dated(root: Path) -> Path:
    tiny.edit(root, tiny.STORY, *DATED)
    (root / GIVEN).write_text((root / GIVEN).read_text(encoding="utf-8") + "added: 2026-11-14\n", encoding="utf-8")
    return root


def read(text: str) -> Element:
    return fromstring(text.encode())  # noqa: S314 - our own


def only(parent: Element, name: str) -> str:
    (found,) = parent.findall(ATOM + name)
    assert found.text
    return found.text


def test_the_feed_has_what_the_standard_wants(dated: Path) -> None:
    top = read(feed(check(dated).content, SITE))
    assert top.tag == f"{ATOM}feed"
    assert only(top, "id") == f"{SITE}{FEED}"
    assert only(top, "title")
    assert only(top, "updated") == "2026-11-14T00:00:00Z"
    assert top.find(f"{ATOM}author/{ATOM}name") is not None
    links = {link.get("rel"): link.get("href") for link in top.findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE}{FEED}", "alternate": SITE}
    for entry in top.findall(f"{ATOM}entry"):
        assert urlsplit(only(entry, "id")).scheme == "https"
        assert only(entry, "title")
        assert only(entry, "summary")
        assert DAY.fullmatch(only(entry, "updated"))
        assert DAY.fullmatch(only(entry, "published"))
        assert [link.get("href") for link in entry.findall(f"{ATOM}link")] == [only(entry, "id")]


def test_the_newest_story_comes_first_and_whoever_gave_it_is_its_author(dated: Path) -> None:
    first, second = read(feed(check(dated).content, SITE)).findall(f"{ATOM}entry")
    assert only(first, "id") == f"{SITE}stories/the-no-that-cost-a-renewal/"
    (author,) = first.findall(f"{ATOM}author")
    assert only(author, "name") == 'R. "Odd" Example'
    assert only(author, "uri") == "https://example.org/a_b?c=d&e=f"
    assert second.find(f"{ATOM}author") is None


def test_the_same_content_makes_the_same_feed(dated: Path) -> None:
    assert feed(check(dated).content, SITE) == feed(check(dated).content, SITE.rstrip("/"))


def test_there_is_no_feed_without_an_address_or_without_a_date(dated: Path) -> None:
    assert feed(check(dated).content, "") == ""
    assert feed(check(tiny.TINY).content, SITE) == ""
    assert build(dated).feed == ""
    assert not (dated / DOCS / FEED).exists()
    assert build(dated, SITE).feed == FEED
    assert (dated / DOCS / FEED).is_file()
    build(dated)
    assert not (dated / DOCS / FEED).exists()


def test_a_feed_is_bounded(dated: Path) -> None:
    for at in range(LONGEST + 5):
        (dated / f"content/stories/copy-{at}.yaml").write_bytes((dated / tiny.STORY).read_bytes())
    assert len(read(feed(check(dated).content, SITE)).findall(f"{ATOM}entry")) == LONGEST


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "2026-11", "yesterday", "02.11.2026", "2026-W01-1"])
def test_a_date_is_a_day_of_the_calendar(day: str, root: Path) -> None:
    tiny.edit(root, tiny.STORY, "outcome: bad", f"outcome: bad\nadded: {day}")
    with pytest.raises(ContentError) as caught:
        check(root)
    (issue,) = caught.value.issues
    assert '"added" must be a day' in issue.message


def feeds_named(site: Path) -> list[str]:
    story = (site / "stories/the-export-nobody-used/index.html").read_text(encoding="utf-8")
    return re.findall(r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]*)"', story)


def test_every_page_names_the_feed_that_is_there(public: Path) -> None:
    assert (public / "site" / FEED).is_file()
    assert feeds_named(public / "site") == [f"../../{FEED}"]


def test_no_page_names_a_feed_where_the_site_has_no_address(hostile: Path) -> None:
    assert 'site_url: ""' in (hostile / "mkdocs.yml").read_text(encoding="utf-8")
    assert DATED[1] in (hostile / tiny.STORY).read_text(encoding="utf-8")
    assert not (hostile / "site" / FEED).exists()
    assert feeds_named(hostile / "site") == []
