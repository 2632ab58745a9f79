"""Addresses that last: a former name leads to what is there, to one thing only, and names nothing that is there."""

from collections.abc import Iterator

from generator.content.address import FOLDER_OF
from generator.content.content import Content
from generator.content.generated_pages import COMPUTED
from generator.content.moves import Move, titles
from generator.text.issue import Issue, did_you_mean


def former_names(content: Content) -> Iterator[Issue]:
    """A former name, and a name that is gone, is no name of today, and leads to one heir only."""
    first: dict[tuple[str, str], str] = {}
    for move in content.moves:
        where = (*move.path, "was") if move.path[0] == "gone" else move.path
        if move.derived:
            continue
        if said := _no_former_name(content, move):
            yield move.entry.issue(where, "formerly", said)
        elif other := first.get((move.kind, move.was)):
            said = f'a former name must lead to one heir, found "{move.was}" again, which leads to "{other}"'
            yield move.entry.issue(where, "formerly", said)
        first.setdefault((move.kind, move.was), move.to)


def _no_former_name(content: Content, move: Move) -> str:
    """Say why this can be the former name of nothing; nothing where it can."""
    kinds = [*FOLDER_OF, "question", "principle"]
    if move.kind not in kinds or move.kind == "questions":
        return f'an address must begin with a kind, found "{move.kind}"{did_you_mean(move.kind, kinds)}'
    if move.was in titles(content, move.kind):
        return f'what was must be no {move.kind} of today, found "{move.was}", which is one; take it out'
    return ""


def heirs(content: Content) -> Iterator[Issue]:
    """What is named in the place of a gone entry is there."""
    for move in content.moves:
        if move.entry is not content.handbook:
            continue
        known = COMPUTED if move.to_kind == "computed" else content.names.get(move.to_kind)
        if known is None:
            near = did_you_mean(move.to_kind, [*content.names, "computed"])
            said = f'an address must begin with a kind, found "{move.to_kind}"{near}'
        elif move.to in known or (move.to_kind != "computed" and not content.missing(move.to_kind, move.to)):
            continue
        else:
            said = f'the {move.to_kind} must exist, found "{move.to}"{did_you_mean(move.to, known)}'
        yield move.entry.issue((*move.path, "now"), "formerly", said)
