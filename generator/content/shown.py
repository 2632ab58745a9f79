"""The content as readers get it: without the sections that are off, and without a word that leads to them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from generator.content.content import Content
from generator.content.entry import Entry
from generator.content.sections import left_out
from generator.model import (
    COMPARISONS,
    LINKED_KINDS,
    LOOPS,
    PLANS,
    PRINCIPLES,
    WALKTHROUGHS,
    WORKSHEETS,
    Kind,
    Plan,
    Record,
    Ref,
)
from generator.model.plan import Day
from generator.model.schema_walk import shape

KINDS_OF: dict[str, tuple[Kind[Any], ...]] = {
    "plans": (PLANS,),
    "walkthroughs": (WALKTHROUGHS,),
    "practice": (PLANS, LOOPS, WORKSHEETS),
    "loops": (LOOPS,),
    "principles": (PRINCIPLES,),
    "comparisons": (COMPARISONS,),
}
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([a-z]+):([a-z0-9-]+(?:/[a-z0-9-]+)?)\)")
Gone = Callable[[str, str], bool]


def shown(content: Content) -> Content:
    """Give the content without what `sections_off` names; references to it go, and of links the words alone stay."""
    off = frozenset(content.words.sections_off)
    if not off:
        return content
    kinds = {kind.id for section in off for kind in KINDS_OF[section]}
    kept = {kind: {} if kind in kinds else entries for kind, entries in content.entries.items()}
    less = replace(content, off=off, entries=kept)
    absent = left_out(less)

    def gone(kind: str, slug: str) -> bool:
        if kind == "computed":
            return slug in absent
        return kind in LINKED_KINDS and less.missing(kind, slug)

    entries = {kind: {slug: _without(entry, gone) for slug, entry in of.items()} for kind, of in kept.items()}
    entries[PLANS.id] = {slug: plan for slug, plan in entries[PLANS.id].items() if plan.record.schedule}
    essays = {
        slug: replace(essay, body=_unlinked(essay.body, gone))
        for slug, essay in content.essays.items()
        if essay.tab or essay.under not in absent
    }
    handbook = _without(content.handbook, gone)
    kept_moves = tuple(one for one in handbook.record.gone if not gone(*one.now.split(":", 1)))
    handbook = replace(handbook, record=handbook.record.model_copy(update={"gone": kept_moves}))
    return replace(less, entries=entries, essays=essays, handbook=handbook)


def hidden(content: Content) -> Iterator[tuple[str, int]]:
    """Give each section that is off and has entries, with their number."""
    for section in content.words.sections_off:
        if count := sum(len(content.of(kind)) for kind in KINDS_OF[section]):
            yield section, count


def _without(entry: Entry[Any], gone: Gone) -> Entry[Any]:
    record = _stripped(entry.record, gone)
    return entry if record is entry.record else entry.with_record(record)


def _stripped(record: Record, gone: Gone) -> Record:
    """Give the record without references to what is gone, and the same one where it has none."""
    changed: dict[str, Any] = {}
    for name, _, many, mark in shape(type(record)):
        value: Any = getattr(record, name)
        new: Any
        if value is None:
            continue
        if mark is None:
            new = tuple(_stripped(one, gone) for one in value) if many else _stripped(value, gone)
        elif isinstance(mark, Ref):
            kept = tuple(one for one in (value if many else (value,)) if not gone(mark.kind, one))
            new = kept if many else next(iter(kept), None)
        elif mark.form == "prose":
            new = tuple(_unlinked(one, gone) for one in value) if many else _unlinked(value, gone)
        else:
            continue
        if new != value:
            changed[name] = new
    if isinstance(record, Day):
        kept_tasks = tuple(task for task in record.tasks if not _leads_to(task.does, gone))
        changed |= {"tasks": kept_tasks} if kept_tasks != record.tasks else {}
    if isinstance(record, Plan) and "schedule" in changed:
        changed["schedule"] = tuple(day for day in changed["schedule"] if day.tasks)
    return record.model_copy(update=changed) if changed else record


def _leads_to(text: str, gone: Gone) -> bool:
    return any(gone(kind, slug) for _, kind, slug in LINK.findall(text))


def _unlinked(text: str, gone: Gone) -> str:
    if "](" not in text:
        return text
    return LINK.sub(lambda found: found[1] if gone(found[2], found[3]) else found[0], text)
