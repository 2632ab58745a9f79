"""What the search can find: a record for each thing a reader may look for, from the content alone.

Each says where it stands, what it is, how it is called, and what it says, part by part: a name counts most, then
what an entry is about, then the rest, as `PARTS` orders it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.content.address import SHARED, Locate, locate_in
from generator.content.content import VOCABULARY, Content
from generator.content.entry import Entry, Essay
from generator.content.generated_pages import COMPUTED
from generator.content.sections import left_out, summary_of
from generator.model import (
    COMPARISONS,
    COMPETENCIES,
    ENTRY_KINDS,
    FRAMEWORKS,
    PLANS,
    STORIES,
    WALKTHROUGHS,
    WORKSHEETS,
    Kind,
    Words,
)
from generator.model.schema_walk import walk_fields
from generator.pages.essay_body import TELLING
from generator.pages.glossary import anchors
from generator.text.language import N_
from generator.text.prose import plain

PARTS = (  # how a result says where the words were found, and how much they count there
    (N_("what it is about"), 10),
    (N_("what a good answer holds"), 6),
    (N_("its traps"), 5),
    (N_("its follow-ups"), 4),
    (N_("the telling"), 4),
    (N_("the page"), 3),
)
ABOUT, GOOD, TRAPS, NEXT, TOLD, REST = range(len(PARTS))
PART_OF = {
    "summary": ABOUT,
    "intent": ABOUT,
    "thirty_seconds": ABOUT,
    "system": ABOUT,
    "worry": ABOUT,
    "means": ABOUT,
    "use_when": ABOUT,
    "scenario": ABOUT,
    "question": ABOUT,
    "looks_like": ABOUT,
    "stands_for": ABOUT,
    "core_story": ABOUT,
    "good_answer": GOOD,
    "must_contain": GOOD,
    "evidence": GOOD,
    "steps": GOOD,
    "trap": TRAPS,
    "red_flags": TRAPS,
    "pitfalls": TRAPS,
    "level_mistakes": TRAPS,
    "follow_ups": NEXT,
    "faq": NEXT,
    "told": TOLD,
    "spoken": TOLD,
    "turns": TOLD,
    "tellings": TOLD,
}
CALLED = frozenset({"title", "name", "known_as", "term", "synonyms", "ask", "also_asked"})
TIMES = {  # of two that fit equally, the likelier first
    COMPETENCIES.id: 105,
    FRAMEWORKS.id: 105,
    STORIES.id: 100,
    COMPARISONS.id: 85,
    WALKTHROUGHS.id: 90,
    PLANS.id: 105,
    WORKSHEETS.id: 85,
}
TRUNK, BRANCH, GLOSS, PRINCIPLE, MADE, PAGE, WORD = 120, 110, 85, 75, 55, 95, 80
SUMMARY = 200  # characters
HEADING = re.compile(r"^#{2,3} +(.+?)\s*(?:\{:[^}]*\})?$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class SearchRecord:
    """One thing that can be found: its kind in words, path, title and other names, a line on it, its text by part."""

    kind: str
    path: str
    title: str
    names: tuple[str, ...] = ()
    summary: str
    texts: tuple[tuple[int, str], ...] = ()
    times: int = 100  # what its fit is multiplied by, in hundredths


def search_records(content: Content) -> list[SearchRecord]:
    """Give a record for everything a reader may look for, in the order of the handbook."""
    locate = locate_in(content)
    found = [*_questions(content, locate)]
    for kind in ENTRY_KINDS:
        if kind.head and kind is not WORKSHEETS:
            found += (_entry(content, kind, entry, locate) for entry in content.of(kind).ordered)
    found += _sheets(content)
    found += _principles(content, locate)
    found += _glossary(content)
    found += _vocabulary(content)
    found += (_essay(essay) for essay in content.essays.values())
    found += _computed(content)
    return found


def _questions(content: Content, locate: Locate) -> Iterator[SearchRecord]:
    for question in content.bank.values():
        it = question.record
        yield SearchRecord(
            kind="question",
            path=locate("question", question.slug),
            title=it.ask,
            names=(*it.known_as, *it.also_asked),
            summary=_line(it.intent),
            texts=(*_texts(walk_fields(it)), (REST, content.name("competency", question.competency))),
            times=TRUNK if it.kind == "trunk" else BRANCH,
        )


def _entry(content: Content, kind: Kind[Any], entry: Entry[Any], locate: Locate) -> SearchRecord:
    assert kind.head is not None  # noqa: S101 - the caller has looked
    title, summary = kind.head(entry.record)
    asked = getattr(entry.record, "question", "") if kind in {STORIES, COMPARISONS} else ""
    texts = list(_texts(entry.fields))
    if asked in content.bank:
        question = content.bank[asked].record
        texts += [(ABOUT, " ".join((question.ask, *question.known_as)))]
    texts += [(REST, content.bank[also].record.ask) for also in getattr(entry.record, "also_answers", ())]
    return SearchRecord(
        kind=kind.names[0],
        path=locate(kind.id, entry.slug),
        title=title,
        names=getattr(entry.record, "known_as", ()),
        summary=_line(summary),
        texts=tuple(texts),
        times=TIMES.get(kind.id, PAGE),
    )


def _sheets(content: Content) -> Iterator[SearchRecord]:
    for sheet in content.sheets.values():
        yield SearchRecord(
            kind="sheet",
            path=f"{WORKSHEETS.folder}/{sheet.slug}.md",
            title=sheet.record.title,
            summary=_line(sheet.record.summary),
            texts=tuple(_texts(walk_fields(sheet.record))),
            times=TIMES[WORKSHEETS.id] if sheet.group in {"written", "overview"} else MADE,
        )


def _principles(content: Content, locate: Locate) -> Iterator[SearchRecord]:
    for slug, principle in content.principles.each.items():
        company = principle.group.record.title
        yield SearchRecord(
            kind="principle",
            path=locate("principle", slug),
            title=principle.record.name,
            names=principle.record.known_as,
            summary=_line(f"{company}: {principle.record.means}"),
            texts=((ABOUT, principle.record.means), (ABOUT, company)),
            times=PRINCIPLE,
        )


def _glossary(content: Content) -> Iterator[SearchRecord]:
    for term, anchor in zip(content.terms, anchors(content.terms), strict=True):
        yield SearchRecord(
            kind="word",
            path=f"{COMPUTED['glossary'].path}#{anchor}",
            title=term.term,
            names=term.synonyms,
            summary=_line(term.means),
            texts=((ABOUT, term.means),),
            times=GLOSS,
        )


def _vocabulary(content: Content) -> Iterator[SearchRecord]:
    for kind, path in SHARED.items():
        for item in getattr(content.words, VOCABULARY[kind]):
            texts = tuple(_texts(walk_fields(item)))
            yield SearchRecord(
                kind=kind.replace("_", " "),
                path=f"{path}#{item.id}",
                title=item.name,
                summary=_line(texts[0][1] if texts else ""),
                texts=texts,
                times=WORD,
            )


def _essay(essay: Essay) -> SearchRecord:
    body = plain(HEADING.sub("", essay.body))
    return SearchRecord(
        kind="page",
        path=essay.path,
        title=essay.title,
        names=tuple(plain(heading) for heading in HEADING.findall(TELLING.sub("", essay.body))),
        summary=_line(essay.says or essay.body.split("\n\n", 1)[0]),
        texts=((REST, body),),
        times=PAGE,
    )


def _computed(content: Content) -> Iterator[SearchRecord]:
    absent = left_out(content)
    for name, page in ((n, p) for n, p in COMPUTED.items() if n not in absent):
        says = summary_of(content, name) if content.off else page.summary
        yield SearchRecord(
            kind="page",
            path=page.path,
            title=page.title or content.words.title,
            names=page.known_as,
            summary=_line(says or content.words.summary),
            texts=((ABOUT, says),),
            times=PAGE,
        )


def _texts(fields: Iterable[tuple[Any, Any, str]]) -> Iterator[tuple[int, str]]:
    """Give the words of a record's fields, each with the part that the field belongs to, but for its names."""
    for path, mark, value in fields:
        if isinstance(mark, Words) and (path[0] not in CALLED):
            part = next((PART_OF[step] for step in path if step in PART_OF), REST)
            yield part, plain(value) if mark.form == "prose" else value


def _line(prose: str) -> str:
    """Give the beginning of the words, whole sentences where one fits."""
    text = plain(prose)
    if len(text) <= SUMMARY:
        return text
    kept = text[: SUMMARY + 1]
    ends = max(kept.rfind(". "), kept.rfind("? "), kept.rfind("! "))
    return kept[: ends + 1] if ends > SUMMARY // 3 else kept[: kept.rfind(" ")].rstrip(",;:") + " \u2026"
