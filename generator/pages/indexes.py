"""The long lists: indexes of questions and stories, and the banks, each on as many pages as it needs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.content.choices import ENDED, KINDS_OF_QUESTION, SCALES, TURNS
from generator.content.content import Content
from generator.content.entry import Entry
from generator.content.generated_pages import sentence
from generator.content.pagination import BANK_QUESTIONS, GROUP_ROWS, INDEX_ROWS, Part, fit_groups, part_path, parts
from generator.content.questions import BankQuestion
from generator.model import QUESTION_BANKS, STORIES
from generator.pages.known import alone
from generator.pages.page import Link, PageSpec, computed, crumbs, index_of, minutes
from generator.pages.view_models import asked_at, levels_asked
from generator.rules.measures import minutes_aloud
from generator.rules.style_guide import guide_of
from generator.text.language import _, _n

Facets = list[tuple[str, str, list[tuple[str, str]]]]


def indexes(content: Content) -> Iterator[PageSpec]:
    """Give the indexes of questions and stories; where one would be too long, it shows a few rows of each group."""
    asked = [content.bank.of(entry.slug) for entry in content.competencies.ordered]
    few = fit_groups([len(rows) for rows in asked], INDEX_ROWS)
    facets = _question_facets(content, asked, few)
    yield index_of(QUESTION_BANKS, few=few, facets=facets)
    if content.asked_most.all:
        yield computed("asked-most", "competencies", crumb="questions", scripts=("asked-most",))
    yield computed("twins", "competencies", crumb="questions")
    yield computed(
        "questions-by-level",
        "competencies",
        crumb="questions",
        faceted=bool(facets),
        levels=levels_asked(content),
        asked_at=asked_at(content),
    )
    told = [content.stories.mainly_of(entry.slug) for entry in content.competencies.ordered]
    few = fit_groups([len(rows) for rows in told], INDEX_ROWS)
    yield _stories(content, told, few)
    for entry, rows in zip(content.competencies.ordered, told, strict=True):
        for part in parts(rows, GROUP_ROWS) if len(rows) > few else ():
            yield _stories_of(content, entry, part)


def banks(content: Content, entry: Entry[Any]) -> Iterator[PageSpec]:
    """Give the pages of the competency's questions."""
    for part in parts(content.bank.of(entry.slug), BANK_QUESTIONS):
        yield _bank(content.question_banks[entry.slug], entry, part)


@alone
def _bank(bank: Entry[Any], entry: Entry[Any], part: Part[BankQuestion]) -> PageSpec:
    name = entry.record.title
    return PageSpec(
        path=part_path(f"questions/{entry.slug}.md", part.number),
        template="question_bank",
        title=_("Questions: {name}", name=name) + _number(part),
        description=_n(
            "{n} question on {name}, with its intent{part}.",
            "{n} questions on {name}, with intents{part}.",
            len(part.rows),
            name=name,
            part=_number(part),
        ),
        section="competencies",
        source=bank.file,
        crumbs=(*crumbs("competencies"), Link(title=name, path=f"competencies/{entry.slug}.md")),
        minutes=max(1, round(minutes(bank) / part.of)),
        values={"entry": entry, "questions": part.rows, "part": part},
    )


@alone
def _stories(content: Content, told: Sequence[Sequence[Entry[Any]]], few: int) -> PageSpec:
    shown = [story for rows in told for story in rows[:few]]
    return index_of(STORIES, part=None, few=few, facets=_story_facets(content, told, few), aloud=_aloud(content, shown))


@alone
def _stories_of(content: Content, entry: Entry[Any], part: Part[Entry[Any]]) -> PageSpec:
    name = entry.record.title
    return PageSpec(
        path=part_path(f"stories/of/{entry.slug}.md", part.number),
        template="stories",
        title=_("Stories: {name}", name=name) + _number(part),
        description=_n(
            "{n} story whose main competency is {name}{part}.",
            "{n} stories whose main competency is {name}{part}.",
            len(part.rows),
            name=name,
            part=_number(part),
        ),
        section="stories",
        crumbs=crumbs("stories"),
        values={
            "entry": entry,
            "part": part,
            "facets": _story_facets(content, [part.rows], len(part.rows)),
            "aloud": _aloud(content, part.rows),
        },
    )


def _aloud(content: Content, stories: Iterable[Entry[Any]]) -> dict[str, float]:
    """Give the minutes that each of the stories takes aloud."""
    guide = guide_of(content)
    return {entry.slug: minutes_aloud(guide, entry) for entry in stories}


def _number(part: Part[Any]) -> str:
    return " " + _("({number} of {many})", number=part.number, many=part.of) if part.of > 1 else ""


def _question_facets(content: Content, asked: Sequence[Sequence[BankQuestion]], few: int) -> Facets:
    """Give what the index of questions can be filtered by; nothing where it shows only a few of each group."""
    if any(len(group) > few for group in asked):
        return []
    levels = {level for group in asked for question in group for level in question.record.levels}
    return [
        ("competency", _("Competency"), [(e.slug, e.record.title) for e in content.competencies.ordered]),
        ("kind", _("Kind"), [(word, _(said)) for word, said in KINDS_OF_QUESTION.items()]),
        ("level", _("Level"), [(level.id, level.name) for level in content.words.levels if level.id in levels]),
    ]


def _story_facets(content: Content, told: Sequence[Sequence[Entry[Any]]], few: int) -> Facets:
    """Give what an index of these groups can be filtered by; nothing where it shows only a few of each."""
    if any(len(group) > few for group in told):
        return []
    stories = [story.record for group in told for story in group]
    levels = {story.narrator.level for story in stories}
    answered = {slug for story in stories for slug in (story.question, *story.also_answers)}
    groups = [("competency", _("Competency"), [(e.slug, e.record.title) for e in content.competencies.ordered])]
    return [
        *(groups if len(told) > 1 else []),
        ("outcome", _("How it ended"), [(word, sentence(_(said))) for word, said in ENDED.items()]),
        ("level", _("Level"), [(level.id, level.name) for level in content.words.levels if level.id in levels]),
        *(
            (name, label, [(word, _(said)) for word, said in names.items() if word in told_so])
            for name, label, names in (("turn", _("What it turns on"), TURNS), ("scale", _("Scale"), SCALES))
            if (told_so := {story.turns_on if name == "turn" else story.scale for story in stories} - {None})
        ),
        ("trait", _("Trait"), [(trait.id, trait.name) for trait in content.words.traits]),
        ("theme", _("Theme"), [(theme.id, theme.name) for theme in content.words.themes]),
        ("question", _("Question"), [(q.slug, q.record.ask) for q in content.bank.values() if q.slug in answered]),
    ]
