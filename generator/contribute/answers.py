"""The answers of an issue: what was written below each heading of the story form, and what is missing in it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from generator.contribute.issue_form import CONFIRM, FIELDS

FEW = 5  # places of a heading that are named
NEEDED = frozenset(field.label for field in FIELDS if field.needed)
NOTHING = "_No response_"
NO_CHOICE = "None"  # what GitHub writes for a choice that was not made
HEADING = re.compile(r"^### +(.+)$", re.MULTILINE)
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^\n]*)")


@dataclass(frozen=True, kw_only=True)
class Missing:
    """Something that keeps a submission from being an entry: the form's label, and what to do about it."""

    label: str
    says: str

    def __str__(self) -> str:
        return f"- **{self.label}**: {self.says}"


class NoFormError(Exception):
    """Raised where a text was not made with the form."""


def read_answers(text: str) -> tuple[dict[str, str], list[Missing]]:
    """Give what was written in each field, by id, and what is wrong with the headings.

    Raises NoFormError where the text holds none of the form's headings.
    """
    labels = {field.label: field.id for field in FIELDS} | {CONFIRM: "confirmations"}
    places: dict[str, list[tuple[int, int]]] = {label: [] for label in labels}
    fences = list(_fences(text))
    for match in HEADING.finditer(text):
        if (label := match.group(1).rstrip()) in places:
            places[label].append(match.span())
    if not any(places.values()):
        raise NoFormError("the text must come from the story form, found none of its headings (### ...)")
    missing, starts = [], []
    for label, found in places.items():
        open_ = [span for span in found if not _within(fences, span[0])]
        spans = found if len(found) == 1 else open_
        if len(spans) > 1:
            lines = " and ".join(str(text.count("\n", 0, at) + 1) for at, _ in spans[:FEW])
            lines += f" and {len(spans) - FEW} more" * (len(spans) > FEW)
            says = f'the heading "### {label}" must stand once, found it in lines {lines}; reword the one you typed'
            missing.append(Missing(label=label, says=says))
        elif not spans and label in NEEDED:
            missing.append(
                Missing(label=label, says=f'its heading "### {label}" is gone; put it back, with the answer')
            )
        starts += [(*span, labels[label]) for span in spans[:1]]
    starts.sort()
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    values = {id_: text[after:end].strip() for (_, after, id_), end in zip(starts, ends, strict=True)}
    gone = {labels[one.label] for one in missing}
    return {
        id_: "" if value in {NOTHING, NO_CHOICE} else value for id_, value in values.items() if id_ not in gone
    }, missing


def _within(fences: list[tuple[int, int]], at: int) -> bool:
    """Whether the place lies in one of the fences, which follow one another."""
    before = bisect_left(fences, (at, 0)) - 1
    return before >= 0 and at < fences[before][1]


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """Give where each fenced block begins and ends; one that never ends is none."""
    at, open_, mark = 0, -1, ""
    for line in text.split("\n"):
        if found := FENCE.match(line):
            if open_ < 0:
                open_, mark = at, found.group(1)
            elif found.group(1).startswith(mark) and not found.group(2).strip():
                yield open_, at
                open_ = -1
        at += len(line) + 1
