"""What the search can find: a record for each thing a reader may look for, from the content alone.

Each says where it stands, what it is, how it is called, and what it says, part by part: a name counts most, then
what an entry is about, then the rest, as `search_texts.PARTS` orders it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.content.address import SHARED, Locate, locate_in
from generator.content.content import Content
from generator.content.entry import Entry, Essay
from generator.content.generated_pages import COMPUTED, title_of
from generator.content.sections import left_out, summary_of
from generator.content.slugs import VOCABULARY
from generator.model import (
    COMPARISONS,
    COMPETENCIES,
    ENTRY_KINDS,
    FRAMEWORKS,
    PLANS,
    QUESTION_BANKS,
    STORIES,
    WALKTHROUGHS,
    WORKSHEETS,
    Kind,
)
from generator.model.schema_walk import walk_fields
from generator.pages.essay_body import TELLING
from generator.pages.glossary import anchors
from generator.pages.search_texts import ABOUT, REST, Later, digest, line_of, texts_of
from generator.text.language import N_, current
from generator.text.prose import plain

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
OF_WORDS = {  # what a word of the handbook's vocabulary is called
    "trait": N_("trait"),
    "theme": N_("theme"),
    "failure_pattern": N_("failure pattern"),
    "level": N_("level"),
    "system_category": N_("system category"),
}
SEARCHED = "search"  # under which an entry keeps what was made of it alone
HEADING = re.compile(r"^#{2,3} +(.+?)\s*(?:\{:[^}]*\})?$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class SearchRecord:
    """One thing that can be found: its kind, path, title and other names, a line on it, its text by part.

    The kind is the message that readers are told in their language.
    """

    kind: str
    path: str
    title: str
    names: tuple[str, ...] = ()
    summary: str
    texts: Sequence[tuple[int, str]] = ()
    times: int = 100  # what its fit is multiplied by, in hundredths
    known: str = ""  # a digest of title, names and texts, where it is known without them


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
            kind=QUESTION_BANKS.names[0],
            path=locate("question", question.slug),
            title=it.ask,
            names=(*it.known_as, *it.also_asked),
            summary=line_of(it.intent),
            texts=(*texts_of(walk_fields(it)), (REST, content.name("competency", question.competency))),
            times=TRUNK if it.kind == "trunk" else BRANCH,
        )


def _entry(content: Content, kind: Kind[Any], entry: Entry[Any], locate: Locate) -> SearchRecord:
    assert kind.head is not None  # noqa: S101 - the caller has looked
    title, summary = kind.head(entry.record)
    names = getattr(entry.record, "known_as", ())
    asked = getattr(entry.record, "question", "") if kind in {STORIES, COMPARISONS} else ""
    answers: list[tuple[int, str]] = []
    if asked in content.bank:
        question = content.bank[asked].record
        answers += [(ABOUT, " ".join((question.ask, *question.known_as)))]
    answers += [(REST, content.bank[also].record.ask) for also in getattr(entry.record, "also_answers", ())]

    def told() -> tuple[str, str]:
        return digest((title, names, tuple(texts_of(entry.fields)))), line_of(summary)

    alone, line = entry.once(SEARCHED, current().code, told)
    return SearchRecord(
        kind=kind.names[0],
        path=locate(kind.id, entry.slug),
        title=title,
        names=names,
        summary=line,
        texts=Later(lambda: (*texts_of(entry.fields), *answers)),
        times=TIMES.get(kind.id, PAGE),
        known=digest((alone, tuple(answers))),
    )


def _sheets(content: Content) -> Iterator[SearchRecord]:
    for sheet in content.sheets.values():
        yield SearchRecord(
            kind=WORKSHEETS.names[0],
            path=f"{WORKSHEETS.folder}/{sheet.slug}.md",
            title=sheet.record.title,
            names=sheet.record.known_as,
            summary=line_of(sheet.record.summary),
            texts=tuple(texts_of(walk_fields(sheet.record))),
            times=TIMES[WORKSHEETS.id] if sheet.group in {"written", "overview"} else MADE,
        )


def _principles(content: Content, locate: Locate) -> Iterator[SearchRecord]:
    for slug, principle in content.principles.each.items():
        company = principle.group.record.title
        yield SearchRecord(
            kind=N_("principle"),
            path=locate("principle", slug),
            title=principle.record.name,
            names=principle.record.known_as,
            summary=line_of(f"{company}: {principle.record.means}"),
            texts=((ABOUT, principle.record.means), (ABOUT, company)),
            times=PRINCIPLE,
        )


def _glossary(content: Content) -> Iterator[SearchRecord]:
    for term, anchor in zip(content.terms, anchors(content.terms), strict=True):
        yield SearchRecord(
            kind=N_("word"),
            path=f"{COMPUTED['glossary'].path}#{anchor}",
            title=term.term,
            names=term.synonyms,
            summary=line_of(term.means),
            texts=((ABOUT, term.means),),
            times=GLOSS,
        )


def _vocabulary(content: Content) -> Iterator[SearchRecord]:
    for kind, path in SHARED.items():
        for item in getattr(content.words, VOCABULARY[kind]):
            texts = tuple(texts_of(walk_fields(item)))
            yield SearchRecord(
                kind=OF_WORDS[kind],
                path=f"{path}#{item.id}",
                title=item.name,
                summary=line_of(texts[0][1] if texts else ""),
                texts=texts,
                times=WORD,
            )


def _essay(essay: Essay) -> SearchRecord:
    body = plain(HEADING.sub("", essay.body))
    return SearchRecord(
        kind=N_("page"),
        path=essay.path,
        title=essay.title,
        names=(*essay.known_as, *(plain(heading) for heading in HEADING.findall(TELLING.sub("", essay.body)))),
        summary=line_of(essay.says or essay.body.split("\n\n", 1)[0]),
        texts=((REST, body),),
        times=PAGE,
    )


def _computed(content: Content) -> Iterator[SearchRecord]:
    absent = left_out(content)
    for name, page in ((n, p) for n, p in COMPUTED.items() if n not in absent):
        says = summary_of(content, name)
        yield SearchRecord(
            kind=N_("page"),
            path=page.path,
            title=title_of(content, name) if page.title else content.words.title,
            names=page.known_as,
            summary=line_of(says or content.words.summary),
            texts=((ABOUT, says),),
            times=PAGE,
        )
