"""The second wall: an allow-list over every rendered article, which nothing that a template writes needs to pass.

The first is that a contributor's text never reaches a page as markup (`render`, `prose`). Should that fail one day,
what is not on this list is taken away here, and the page is named.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from html import unescape

import nh3

TAGS = frozenset(
    {
        "a",
        "abbr",
        "article",
        "aside",
        "blockquote",
        "br",
        "button",
        "caption",
        "circle",
        "code",
        "col",
        "colgroup",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "fieldset",
        "figcaption",
        "figure",
        "form",
        "g",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "input",
        "label",
        "legend",
        "li",
        "line",
        "mark",
        "nav",
        "ol",
        "option",
        "output",
        "p",
        "path",
        "pre",
        "rect",
        "section",
        "select",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "svg",
        "table",
        "tbody",
        "td",
        "text",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    }
)
EVERYWHERE = frozenset({"class", "hidden", "id", "lang", "role", "tabindex", "title"})
PREFIXES = frozenset({"aria-", "data-"})
ATTRIBUTES = {
    "a": {"href", "rel"},
    "button": {"disabled", "name", "type", "value"},
    "details": {"open"},
    "input": {"autocomplete", "checked", "max", "min", "name", "placeholder", "required", "step", "type", "value"},
    "label": {"for"},
    "ol": {"start"},
    "option": {"selected", "value"},
    "output": {"for", "name"},
    "select": {"name"},
    "td": {"colspan", "rowspan"},
    "textarea": {"maxlength", "name", "placeholder", "rows"},
    "th": {"colspan", "rowspan", "scope"},
    "svg": {"focusable", "height", "preserveAspectRatio", "viewBox", "width"},
    "circle": {"cx", "cy", "r"},
    "line": {"x1", "x2", "y1", "y2"},
    "path": {"d"},
    "rect": {"height", "width", "x", "y"},
    "text": {"x", "y"},
}
SCHEMES = frozenset({"https", "mailto"})
ELEMENT = re.compile(r"<([a-zA-Z][\w-]*)")
VALUE = re.compile(r'="[^"]*"| ?/(?=>)')
START = re.compile(r"<[a-zA-Z][^<>]*>")
BLANK = re.compile(r"[\s\x00-\x1f]+")
ELSEWHERE = r"[\s\x00-\x1f]*[/\\][\t\n\r]*[/\\]"  # browsers drop a tab or a new line between the two
LEAVES = re.compile(rf'href="{ELSEWHERE}')
SCHEME = re.compile(r"=[\"']?([a-zA-Z][a-zA-Z0-9+.-]*):")
CUSTOM = re.compile(r"[a-z]+(?:-[a-z]+)+")
AROUND = 60


@dataclass(frozen=True, kw_only=True)
class Sanitized:
    """An article with what the list allows, and a stretch of what it did not, or nothing."""

    html: str
    refused: str


def sanitize(html: str) -> Sanitized:
    """Give the article without any element, attribute or address that is not on the list.

    Elements of our own (`work-sheet`) pass: they do only what our scripts, which are the site's own, make them do.
    """
    found = frozenset(tag.lower() for tag in ELEMENT.findall(html))
    own = frozenset(tag for tag in found if CUSTOM.fullmatch(tag))
    clean = _cleaner(TAGS | own).clean(html)
    if _shape(html) == _shape(clean) and not LEAVES.search(clean):
        return Sanitized(html=clean, refused="")
    clean = _cleaner(TAGS | own, _address).clean(html)
    everything = nh3.clean(
        html,
        tags=set(TAGS | found),
        attributes=_attributes(),
        generic_attribute_prefixes=set("abcdefghijklmnopqrstuvwxyz"),
        url_schemes=set(SCHEMES | {scheme.lower() for scheme in SCHEME.findall(BLANK.sub("", unescape(html)))}),
        clean_content_tags=set(),
        link_rel=None,
    )
    return Sanitized(html=clean, refused="" if clean == everything else _first_difference(clean, everything))


@cache
def _cleaner(tags: frozenset[str], of_attributes: Callable[[str, str, str], str | None] | None = None) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(tags),
        attributes=_attributes(),
        generic_attribute_prefixes=set(PREFIXES),
        url_schemes=set(SCHEMES),
        attribute_filter=of_attributes,
        link_rel=None,
    )


def _attributes() -> dict[str, set[str]]:
    return {"*": set(EVERYWHERE), **{tag: set(names) for tag, names in ATTRIBUTES.items()}}


def _shape(html: str) -> list[str]:
    """Give every element that begins, with its attributes' names: the same before and after, nothing was taken away."""
    return START.findall(VALUE.sub("", html))


def _address(_: str, attribute: str, value: str) -> str | None:
    """An address without a scheme stays on this site: two slashes or backslashes would leave it."""
    return None if attribute == "href" and re.match(ELSEWHERE, value) else value


def _first_difference(clean: str, everything: str) -> str:
    at = next((at for at, (one, other) in enumerate(zip(clean, everything, strict=False)) if one != other), len(clean))
    start = max(everything.rfind("<", 0, at + 1), 0)
    return everything[start : start + AROUND]
