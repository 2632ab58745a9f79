"""What adds up in an interview, and in a telling: minutes, points, shares."""

from collections.abc import Iterator

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import WALKTHROUGHS, Walkthrough
from generator.rules.rule import of_each
from generator.text.issue import Issue, did_you_mean

WHOLE = 100


@of_each(WALKTHROUGHS)
def walkthrough_sums(entry: Entry[Walkthrough]) -> Iterator[Issue]:
    """The phases' minutes add up to the whole, and the rubric's points to 100."""
    walk = entry.record
    if (minutes := sum(phase.minutes for phase in walk.phases)) != walk.minutes:
        said = f"the phases' minutes must add up to {walk.minutes}, found {minutes}"
        yield entry.issue(("phases",), "sum", said)
    if (points := sum(dimension.points for dimension in walk.rubric)) != WHOLE:
        yield entry.issue(("rubric",), "sum", f"the rubric's points must add up to {WHOLE}, found {points}")


@of_each(WALKTHROUGHS)
def turns(entry: Entry[Walkthrough]) -> Iterator[Issue]:
    """Each turn names a phase of its walkthrough, and each cost a dimension of its rubric."""
    phases = [phase.id for phase in entry.record.phases]
    dimensions = [dimension.id for dimension in entry.record.rubric]
    for at, turn in enumerate(entry.record.turns):
        if turn.phase not in phases:
            near = did_you_mean(turn.phase, phases)
            said = f'a turn\'s phase must be one of {", ".join(phases)}, found "{turn.phase}"{near}'
            yield entry.issue(("turns", at, "phase"), "reference", said)
        for index, cost in enumerate(turn.mistake.costs):
            if cost not in dimensions:
                near = did_you_mean(cost, dimensions)
                said = f'a cost must be a dimension of the rubric ({", ".join(dimensions)}), found "{cost}"{near}'
                yield entry.issue(("turns", at, "mistake", "costs", index), "reference", said)


def shares(content: Content) -> Iterator[Issue]:
    """Shares of the parts of a telling add up to 100, in the vocabulary and in a framework that gives them."""
    total = sum(part.share for part in content.words.story_parts)
    if total != WHOLE:
        yield content.handbook.issue(("story_parts",), "sum", f"the shares must add up to {WHOLE}, found {total}")
    for entry in content.frameworks.values():
        given = [step.share for step in entry.record.steps if step.share is not None]
        if given and (len(given) < len(entry.record.steps) or sum(given) != WHOLE):
            found = f"{len(given)} adding up to {sum(given)}"
            said = f"every step must have a share and the shares must add up to {WHOLE}, found {found}"
            yield entry.issue(("steps",), "sum", said)
