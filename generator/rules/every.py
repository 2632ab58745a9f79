"""Every rule on what a schema cannot say: references, sums, quotes, ids."""

from collections.abc import Iterable, Iterator

from generator.content.content import Content
from generator.rules.content_format import content_format
from generator.rules.frameworks import drawings
from generator.rules.identity import asked_once, look_alikes, question_banks, unique_ids
from generator.rules.interviews import shares, turns, walkthrough_sums
from generator.rules.moves import former_names, heirs
from generator.rules.own_look import own_look, own_pages
from generator.rules.own_rules import own_rules, spoken_pace
from generator.rules.references import essay_links, prose_links, readable_prose, references
from generator.rules.rule import Rule
from generator.rules.sheet_rules import plan_days, sheet_fields, sheet_results, story_boxes, templates
from generator.rules.stories import differences, gradings, stories_by_themselves
from generator.text.issue import Issue

RULES: Iterable[Rule] = (
    content_format,
    former_names,
    heirs,
    own_rules,
    spoken_pace,
    own_look,
    own_pages,
    references,
    prose_links,
    essay_links,
    question_banks,
    asked_once,
    look_alikes,
    unique_ids,
    walkthrough_sums,
    turns,
    shares,
    stories_by_themselves,
    templates,
    drawings,
    plan_days,
    story_boxes,
    sheet_fields,
    sheet_results,
    gradings,
    differences,
    readable_prose,
)


def broken_rules(content: Content) -> Iterator[Issue]:
    """Give every issue of every rule."""
    for rule in RULES:
        yield from rule(content)
