"""New stories as an Atom feed (RFC 4287), a function of the content and the address of the site."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.content.address import locate_in
from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import Story

FEED = "feed.xml"
ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 30


def feed(content: Content, site_url: str) -> str:
    """Give the feed of the stories that say when they were added, the newest first.

    It is empty where the site has no address or no story has a date. Ids are addresses, dates come from the stories
    alone: the same content makes the same feed. A story's day begins at midnight, UTC.
    """
    base = site_url.rstrip("/") + "/"
    dated = [entry for entry in content.stories.ordered if entry.record.added]
    dated.sort(key=lambda entry: (entry.record.added or "", entry.slug), reverse=True)
    if not site_url or not dated:
        return ""
    root = Element("feed", xmlns=ATOM)
    _add(root, "id", base + FEED)
    _add(root, "title", content.words.title)
    _add(root, "subtitle", content.words.summary)
    _add(root, "updated", _midnight(dated[0].record.added or ""))
    _add(SubElement(root, "author"), "name", content.words.title)
    SubElement(root, "link", rel="self", type="application/atom+xml", href=base + FEED)
    SubElement(root, "link", rel="alternate", type="text/html", href=base)
    locate = locate_in(content)
    for entry in dated[:LONGEST]:
        _entry(root, content, entry, base + locate("story", entry.slug).removesuffix(".md") + "/")
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _entry(root: Element, content: Content, entry: Entry[Story], address: str) -> None:
    story = entry.record
    here = SubElement(root, "entry")
    _add(here, "id", address)
    _add(here, "title", story.title)
    for date in ("published", "updated"):
        _add(here, date, _midnight(story.added or ""))
    if story.contributor:
        author = SubElement(here, "author")
        _add(author, "name", story.contributor.name)
        if story.contributor.link:
            _add(author, "uri", story.contributor.link)
    SubElement(here, "link", rel="alternate", type="text/html", href=address)
    _add(here, "summary", story.summary)
    for slug in story.competencies:
        SubElement(here, "category", term=slug, label=content.name("competency", slug))


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _midnight(day: str) -> str:
    return f"{day}T00:00:00Z"
