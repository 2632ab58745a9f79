"""Jinja for HTML that no other engine touches: what is printed, and what goes into an EPUB.

Every entry has one address, `#kind-slug`, whatever the document. `resolve_links` then keeps the links that land in the
document and leaves the bare words of those that do not.
"""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import markdown
from jinja2 import BytecodeCache, Environment, StrictUndefined
from markupsafe import Markup, escape

from generator.content.choices import named
from generator.content.content import Content
from generator.content.entry import Essay
from generator.content.other_names import unlike
from generator.content.sheet_parts import worths
from generator.pages.render import Compiled, layered, spoken_time
from generator.text import prose, prose_html
from generator.text.essay_links import led
from generator.text.highlight import Mark
from generator.text.language import current, filled, speaking
from generator.text.typography import quotation_marks, typeset, typeset_markdown

Print = Callable[..., Markup]

COMPILED = Compiled()

ENTRY_LINK = re.compile(r'<a class="entry" href="#([^"]+)">(.*?)</a>', re.DOTALL)
WEB_LINK = re.compile(r'<a class="web" href="([^"]+)">(.*?)</a>', re.DOTALL)
ID = re.compile(r'\bid="([^"]+)"')
RELATIVE = re.compile(r'<a href="(?!https:)[^"]*">(.*?)</a>', re.DOTALL)
ASIDE = re.compile(r"<aside.*?</aside>", re.DOTALL)
NOTE_SIGN = re.compile(r'<sup class="note-sign"><a id="[^"]+" href="#([^"]+)">')
PARAGRAPH = re.compile(r"<p>.*?</p>|<[uo]l>.*?</[uo]l>", re.DOTALL)
NOTED = re.compile(r"((?:<aside class=\"note.*?</aside>)+)(<p>|<[uo]l><li>)", re.DOTALL)
H1 = re.compile(r"<(/?)h([1-4])\b")


def printer(content: Content, *templates: Path, compiled: BytecodeCache | None = None) -> Print:
    """Give `render(template, **values)`, which writes HTML from the print templates; every text is escaped.

    One that was `compiled` before is not compiled again.
    """
    environment = Environment(
        loader=layered(templates),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled or COMPILED,
    )
    environment.filters.update(
        prose=_prose,
        inline=lambda value: Markup(_flat(str(_prose(value)))),  # noqa: S704 - nothing but the subset
        minutes=spoken_time,
        named=named,
        unlike=unlike,
        plain=prose.plain,
        worths=worths,
        css=_css_text,
        place_notes=_place_notes,
    )
    environment.globals.update(
        content=content,
        language=content.language,
        anchor=anchor,
        to=partial(_to, content),
        link_to=_link_to,
        _=_say,
        _n=_count,
    )

    def render(template: str, **values: Any) -> Markup:  # noqa: ANN401 - what templates print
        with speaking(content.language):
            return Markup(environment.get_template(template).render(**values))  # noqa: S704 - autoescaped

    return render


def _say(message: str, **values: object) -> Markup:
    shown = {name: escape(_shown(value)) for name, value in values.items()}
    return Markup(filled(current().say(message), shown))  # noqa: S704 - messages are maintainers' own


def _count(one: str, many: str, n: int, **values: object) -> Markup:
    shown = {"n": current().number(n), **{name: escape(_shown(value)) for name, value in values.items()}}
    return Markup(filled(current().count(one, many, n), shown))  # noqa: S704 - messages are maintainers' own


def anchor(kind: str, slug: str) -> str:
    """Give the id under which an entry stands in every document."""
    return f"{kind}-{slug.replace('/', '--')}"


def resolve_links(html: str, homes: Mapping[str, str] | None = None, *, beyond: Container[str] = ()) -> str:
    """Give the HTML with only those entry links that land.

    Without `homes` a link lands on an id of the same HTML; with them (id to file) it leads into that file. A link stays
    that leads beyond, into another volume.
    """
    ids = dict.fromkeys(ID.findall(html), "") if homes is None else homes

    def link(found: re.Match[str]) -> str:
        target, words = found.groups()
        if target in ids:
            return f'<a class="entry" href="{ids[target]}#{target}">{words}</a>'
        return found.group() if target in beyond else words

    return ENTRY_LINK.sub(link, html)


def footnote_urls(html: str) -> str:
    """Give the HTML with the address of every web link in a footnote, for paper."""

    def link(found: re.Match[str]) -> str:
        address, words = found.groups()
        shown = address.removeprefix("https://").rstrip("/").replace("/", "/<wbr/>")
        note = "" if words in {address, shown} else f'<span class="footnote">{shown}</span>'
        return f'<a class="web" href="{address}">{words}</a>{note}'

    return WEB_LINK.sub(link, html)


def essay_html(essay: Essay) -> Markup:
    """Give a maintainer's Markdown as HTML that is also XML, its headings two levels down."""
    text = led(typeset_markdown(essay.body), lambda kind, slug: f"#{anchor(kind, slug)}")
    html = markdown.markdown(text, extensions=["tables", "attr_list", "md_in_html", "sane_lists"])
    html = H1.sub(lambda found: f"<{found.group(1)}h{int(found.group(2)) + 1}", html)
    html = html.replace('<a href="#', '<a class="entry" href="#').replace(
        '<a href="https:', '<a class="web" href="https:'
    )
    return Markup(RELATIVE.sub(r"\1", html))  # noqa: S704 - maintainers' own


def _shown(value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    return typeset(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _prose(value: str, marks: Sequence[Mark] = (), *, notes: str = "note-") -> Markup:
    return Markup(prose_html.html(value, lambda kind, slug: f"#{anchor(kind, slug)}", marks, notes=notes))  # noqa: S704


def _css_text(text: str) -> Markup:
    """Give the text for use between double quotes in a style sheet, where it can end nothing."""
    return Markup(re.sub(r"[^A-Za-z0-9 ,.:-]", lambda found: f"\\{ord(found.group()):06x}", text))  # noqa: S704


def _place_notes(html: str, asides: str) -> Markup:
    """Give the paragraphs, each behind those of the notes that its signs lead to, so that both share a page."""
    notes = dict(zip(ID.findall(asides), ASIDE.findall(asides), strict=True))

    def paragraph(found: re.Match[str]) -> str:
        return "".join(notes[target] for target in NOTE_SIGN.findall(found.group())) + found.group()

    return Markup(PARAGRAPH.sub(paragraph, html))  # noqa: S704 - both are our own HTML


def notes_within(html: str) -> str:
    """Give the HTML with notes within the paragraph that they stood before, which no page end may part."""

    def paragraph(found: re.Match[str]) -> str:
        asides, opening = found.groups()
        opening = opening.replace("<p>", '<p class="noted">')
        return opening + asides.replace("<aside", "<span").replace("</aside>", "</span>")

    return NOTED.sub(paragraph, html)


def _flat(html: str) -> str:
    return html.replace("</p><p>", "<br/>").replace("<p>", "").replace("</p>", "")


def _link_to(address: str) -> Markup:
    return Markup(f'<a class="web" href="{escape(address)}">{escape(address)}</a>')  # noqa: S704 - escaped here


def _to(content: Content, kind: str, slug: str, *, quoted: bool = False) -> Markup:
    """Give a link to an entry; in quotes where it is quoted, so that the number of its page stands behind them."""
    name = escape(typeset(content.name(kind, slug)))
    if quoted:
        opens, closes = quotation_marks()
        name = Markup(f"{opens}{name}{closes}")  # noqa: S704 - escaped here
    return Markup(f'<a class="entry" href="#{anchor(kind, slug)}">{name}</a>')  # noqa: S704 - escaped here
