"""Cards to learn from: what stands behind each question, look-alikes, red flags and terms, for Anki.

A card is known by the first name of what it asks about, so that the next edition changes cards and doubles none; deck
and text hold notes of one type, so that either changes what came with the other.
"""

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any, Protocol

from generator.content.content import Content
from generator.exports.archive import packed
from generator.exports.edition import Edition
from generator.exports.export import File, NotMadeError
from generator.paper.hypertext import anchor, resolve_links
from generator.text import prose_html
from generator.text.language import _, _n

MOST_SECONDS = 2**31
STYLE = ".card { font: 20px/1.45 Georgia, serif; max-width: 34em; margin: 1em auto; padding: 0 1em }"


def files(edition: Edition) -> Iterator[File]:
    """Give the cards twice: as a deck, and as text."""
    content = edition.content
    yield File(
        name="cards.apkg",
        group="cards",
        title=_n("{n} card for Anki", "{n} cards for Anki", len(list(cards(content)))),
        make=lambda: deck(content, edition.time),
    )
    yield File(
        name="cards.txt",
        group="cards",
        title=_("The same cards as text"),
        make=lambda: deck_text(content).encode(),
    )


class Named(Protocol):
    """What may have had another name."""

    @property
    def formerly(self) -> tuple[str, ...]:
        """Its names of before, the first first."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """One card: what it is known by, its two sides as HTML, its deck below the handbook's, and its tags."""

    id: str
    front: str
    back: str
    deck: str
    tags: tuple[str, ...]


def cards(content: Content) -> Iterator[Card]:
    """Give every card, in the order of the handbook."""
    for question in content.bank.values():
        it = question.record
        told = content.stories.answering(question.slug)
        holds = "".join(f"<li>{escape(text)}</li>" for text in it.good_answer)
        stories = f"<p><i>{escape(', '.join(story.record.title for story in told[:3]))}</i></p>" if told else ""
        yield Card(
            id=f"question:{_first(question.record, question.slug)}",
            front=escape(it.ask),
            back=f"{_html(it.intent)}<ul>{holds}</ul><p><b>{_('The trap.')}</b></p>{_html(it.trap)}{stories}",
            deck=_("Questions"),
            tags=(f"competency::{question.competency}", f"kind::{it.kind}", *(f"level::{n}" for n in it.levels)),
        )
        if it.spoken:
            yield Card(
                id=f"aloud:{_first(question.record, question.slug)}",
                front=f"{escape(it.ask)}<p><i>{_('Answer aloud, in one to two minutes.')}</i></p>",
                back=f"<p><i>{escape(it.spoken.speaker)}</i></p>{_html(it.spoken.says)}{_html(it.spoken.because)}"
                f"<p><b>{_('An answer that tempts.')}</b></p>{_html(it.spoken.tempting)}{_html(it.spoken.costs)}",
                deck=_("Answers aloud"),
                tags=(f"competency::{question.competency}", f"kind::{it.kind}"),
            )
    for group in content.bank.twin_groups:
        asked = "".join(f"<li>{escape(question.record.ask)}</li>" for question in group)
        apart = "".join(f"<p><b>{escape(q.record.ask)}</b></p>{_html(q.record.intent)}" for q in group)
        yield Card(
            id=f"twins:{min(_first(question.record, question.slug) for question in group)}",
            front=f"<p>{_('What sets these apart?')}</p><ul>{asked}</ul>",
            back=apart,
            deck=_("Look-alikes"),
            tags=tuple(sorted({f"competency::{question.competency}" for question in group})),
        )
    for entry in content.competencies.ordered:
        asks = _("{title}: what is wrong, what instead?", title=entry.record.title)
        for flag in entry.record.red_flags:
            yield Card(
                id=f"red-flag:{_first(entry.record, entry.slug)}:{_first(flag, flag.sign)}",
                front=f"<p>{escape(asks)}</p><p>{escape(flag.sign)}</p>",
                back=f"{_html(flag.because)}<p><b>{_('Instead.')}</b></p>{_html(flag.instead)}",
                deck=_("Red flags"),
                tags=(f"competency::{entry.slug}",),
            )
    for term in content.terms:
        yield Card(
            id=f"term:{_first(term, term.term)}",
            front=escape(term.term),
            back=escape(term.means),
            deck=_("Terms"),
            tags=("term",),
        )


def deck_text(content: Content) -> str:
    """Give the cards as tab-separated text that Anki imports, with guids and tags."""
    lines = ["#separator:tab", "#html:true", f"#notetype:{_note_type(content)}"]
    lines += ["#guid column:1", "#deck column:2", "#tags column:5"]
    for card in cards(content):
        fields = (guid(card), _deck(content, card), card.front, card.back, " ".join(card.tags))
        lines.append("\t".join('"' + field.replace('"', '""').replace("\t", " ") + '"' for field in fields))
    return "\n".join(lines) + "\n"


def deck(content: Content, edition: datetime) -> bytes:
    """Give the cards as a deck that Anki opens. Raises NotMadeError where genanki is missing."""
    try:
        import genanki  # noqa: PLC0415 - optional
    except ImportError:
        raise NotMadeError(
            "The Anki deck is left out: genanki must be there. Install it with `pip install -e .[pdf]`."
        ) from None
    name = content.words.title
    model = genanki.Model(
        _number(f"model:{name}"),
        _note_type(content),
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}],
        css=STYLE,
    )
    decks: dict[str, Any] = {}
    for card in cards(content):
        full = _deck(content, card)
        into = decks.setdefault(full, genanki.Deck(_number(f"deck:{full}"), full))
        into.add_note(genanki.Note(model=model, fields=[card.front, card.back], guid=guid(card), tags=list(card.tags)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deck.apkg")
        genanki.Package(list(decks.values())).write_to_file(path, timestamp=edition.timestamp())
        with zipfile.ZipFile(path) as made:
            members = [(member, made.read(member)) for member in sorted(made.namelist())]
    return packed(members, edition.astimezone(UTC).date())


def _first(record: Named, now: str) -> str:
    return next(iter(record.formerly), now)


def _note_type(content: Content) -> str:
    return content.words.title.replace('"', "")


def _html(value: str) -> str:
    return resolve_links(prose_html.html(value, lambda kind, slug: f"#{anchor(kind, slug)}"), {})


def _deck(content: Content, card: Card) -> str:
    return f"{content.words.title}::{card.deck}".replace('"', "")


def guid(card: Card) -> str:
    """Give what Anki knows the card by."""
    return hashlib.sha256(card.id.encode()).hexdigest()[:16]


def _number(name: str) -> int:
    return MOST_SECONDS // 2 + int.from_bytes(hashlib.sha256(name.encode()).digest()[:4]) % (MOST_SECONDS // 2)
