"""Three questions at the end of a page that is read: cards of the drill, under the names that it knows them by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from generator.content.content import Content
from generator.content.entry import Entry
from generator.content.questions import BankQuestion
from generator.model import COMPETENCIES, FRAMEWORKS, STORIES, Kind
from generator.text.language import _, _n

MOST = 3


@dataclass(frozen=True, kw_only=True)
class Recall:
    """One card: its id in the drill, what it is about, what is asked of it, and its answer as prose or as points."""

    card: str
    about: str
    asks: str
    prose: str = ""
    points: tuple[str, ...] = ()


def recall(content: Content, kind: Kind[Any], entry: Entry[Any]) -> list[Recall]:
    """Give what a reader of the page may try to recall, at most three; nothing for other kinds of pages."""
    if "practice" in content.off:
        return []
    match kind.id:
        case COMPETENCIES.id:
            return _first(_of(content.bank.of(entry.slug)))
        case STORIES.id:
            names = (entry.record.question, *entry.record.also_answers)
            return _first(_of([content.bank[name] for name in names if name in content.bank]))
        case FRAMEWORKS.id:
            questions = [one for slug in entry.record.competencies for one in content.bank.of(slug)[:1]]
            return _first(_steps(entry), _of(questions))
    return []


def _first(*found: Iterable[Recall]) -> list[Recall]:
    return list(islice((one for part in found for one in part), MOST))


def _of(questions: Iterable[BankQuestion]) -> Iterator[Recall]:
    """Give what each is asked for, and after the first of them, what a good answer to it holds."""
    for at, one in enumerate(questions):
        about = _("\u201c{ask}\u201d", ask=one.record.ask)
        yield Recall(
            card=f"intent:{one.slug}",
            about=about,
            asks=_("What do they want to find out?"),
            prose=one.record.intent,
        )
        if at == 0 and one.record.good_answer:
            yield Recall(
                card=f"answer:{one.slug}",
                about=about,
                asks=_("What does a good answer hold?"),
                points=tuple(one.record.good_answer),
            )


def _steps(framework: Entry[Any]) -> Iterator[Recall]:
    steps = framework.record.steps
    if steps:
        yield Recall(
            card=f"framework:{framework.slug}",
            about=f"{framework.record.title}.",
            asks=_n("Name its step.", "Name its {n} steps, in order.", len(steps)),
            points=tuple(f"{step.name}: {step.asks}" for step in steps),
        )
