"""What a check comes to: from what is kept, where nothing has changed; without what is kept, the answer is the same.

It is sealed, so that nobody else can put into a project what would be taken for an answer.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.content.content import Content
from generator.content.load import load_entry
from generator.model import ENTRY_KINDS, HANDBOOK
from generator.rules.catalogue import catalogue
from generator.rules.own_look import hidden_lines
from generator.rules.own_rules import rules_off
from generator.rules.report import Report, checked_words
from generator.site.examine import Examined, around, examine, reads_of
from generator.site.known import KEPT, Answer, Asked, Known, around_key_of, keep, key_of, known
from generator.site.settings import files_named
from generator.text.issue import Issue
from generator.text.language import language_of

__all__ = ["KEPT", "Answer", "answer", "answer_of"]


def answer(
    root: Path,
    older: Collection[str] = (),
    *,
    store: bool = True,
    moved: object = None,
    asked: Asked | None = None,
) -> Answer:
    """Give what the check of the project comes to; with a `store` from what is kept, where nothing has changed.

    The stories that `older` names came first; `moved` says since which commit or checkout. What was `asked` of the same
    stories before is not asked again.
    """
    if asked and store and asked.kept.older == sorted(older):
        key, was = asked.key, asked.kept if asked.key else None
    else:
        key = key_of(root, older) if store else ""
        was = known(root) if key else None
    if was is None or was.key != key:
        return _anew(root, older, key, moved)
    now = was
    if was.around_key != around_key_of(root, was.named):
        now = _judged_anew(root, was)
    now = replace(now, older=sorted(older), moved=moved)
    if now != was:
        keep(root, now)
    return now.whole()


def answer_of(found: Examined) -> Answer:
    """Give the answer of what was examined."""
    remarks = (*rules_off(found.content), *hidden_lines(found.content)) if found.content else ()
    return Answer(
        issues=found.issues, readable=bool(found.content), checked=_checked(found.content), remarks=tuple(remarks)
    )


def _anew(root: Path, older: Collection[str], key: str, moved: object) -> Answer:
    beside = _around_key(root) if key else {}
    found = examine(root, older, kept=reads_of(root, store=bool(key)))
    made = answer_of(found)
    if key and key == key_of(root, older):  # nothing was saved meanwhile
        inside = replace(made, issues=found.inside)
        keep(
            root,
            Known(
                key=key,
                inside=inside,
                **beside,
                around=found.around,
                words=checked_words(Report(issues=(), checked=made.checked)),
                mends=mends_of(made.issues),
                moved=moved,
                older=sorted(older),
            ),
        )
    return made


def _judged_anew(root: Path, was: Known) -> Known:
    """Give it with what stands around content/ judged anew."""
    beside = _around_key(root)
    found = tuple(sorted({*around(root, _handbook_of(root, was.inside))}))
    return replace(was, around=found, mends=mends_of((*was.inside.issues, *found)), **beside)


def _around_key(root: Path) -> dict[str, Any]:
    named = files_named(root)
    return {"named": named, "around_key": around_key_of(root, named)}


def mends_of(issues: Iterable[Issue]) -> dict[str, str]:
    """Give how to mend each kind of these problems."""
    codes = {issue.code for issue in issues}
    return {rule.code: rule.mend for rule in catalogue() if rule.code in codes}


def _checked(content: Content | None) -> dict[str, int]:
    if content is None:
        return {"entries": 0}
    collections = {kind.folder: len(content.of(kind)) for kind in ENTRY_KINDS}
    more = {"questions_in_all": len(content.bank), "unread": len(content.unread)}
    return {"entries": content.entry_count, **collections, **more}


def _handbook_of(root: Path, inside: Answer) -> Content | None:
    """Give content with the vocabulary alone, by which what stands around it is judged."""
    if not inside.readable:
        return None
    entry = load_entry(root / HANDBOOK.where, HANDBOOK, HANDBOOK.folder, HANDBOOK.where)
    language = language_of(entry.record.language, root)
    return Content(handbook=entry, entries={}, glossary=None, essays={}, language=language)
