"""What the pages of a story and of an interview show besides their records; on screen and on paper the same."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from generator.content.choices import STANDING
from generator.content.content import Content
from generator.content.entry import Entry
from generator.content.questions import BankQuestion
from generator.model import COMPARISONS, FRAMEWORKS, LOOPS, PLANS, STORIES, WALKTHROUGHS, Kind, Plan, Story
from generator.pages import figures
from generator.pages.recall import recall
from generator.rules.measures import minutes_told, part_shares, words_in
from generator.rules.style_guide import guide_of
from generator.text.highlight import Mark
from generator.text.language import _
from generator.text.prose import bare, plain

ASKED, EXAMPLES = 12, 6
DATE = re.compile("[,;]")  # what stands before it says when a loop was so
SAMPLES = 2  # questions that show what is asked at a level
GRADES = ("strong", "adequate", "weak")  # in this order wherever they stand beside each other
LINES = 600  # characters of a telling on the first page: about eight lines
ViewModel = Callable[[Content, Entry[Any]], dict[str, Any]]


def values_of(content: Content, kind: Kind[Any], entry: Entry[Any]) -> dict[str, Any]:
    """Give all that the template of an entry of this kind prints besides the content as a whole."""
    more = VIEW_MODELS.get(kind.id)
    return {"entry": entry, "recall": recall(content, kind, entry), **(more(content, entry) if more else {})}


def values_of_index(content: Content, kind: Kind[Any]) -> dict[str, Any]:
    """Give what the index of a kind prints besides the content as a whole: its entries, each as a bar of minutes."""
    entries = content.of(kind).ordered
    of_record = INDEX_PICTURES.get(kind.id)
    parts = {entry.slug: of_record(entry.record) for entry in entries} if of_record else {}
    longest = max((sum(value for _, value in each) for each in parts.values()), default=0)
    pictures = {slug: figures.segments(each, longest) for slug, each in parts.items()}
    standings = {word: _(said) for word, said in STANDING.items()}
    of_entries = [entry.record.standing for entry in entries if hasattr(entry.record, "standing")]
    usual = max(of_entries, key=of_entries.count, default="")
    dates = {DATE.split(entry.record.as_of)[0] for entry in entries if kind is LOOPS}
    as_of = dates.pop() if len(dates) == 1 else ""
    return {"entries": entries, "pictures": pictures, "standings": standings, "usual": usual, "as_of": as_of}


def home_values(content: Content) -> dict[str, Any]:
    """Give what the first page shows besides the vocabulary: questions asked most, others to try, a story's lines."""
    story = story_to_show(content)
    tried = content.asked_most.to_try(ASKED + EXAMPLES)
    shown = _story_values(content, story) if story else {}
    return {
        "asked": tried[:ASKED],
        "examples": tried[ASKED:] or tried[:EXAMPLES],
        "shown": {"story": story, "lines": _lines(shown["parts"]), **shown} if story else None,
    }


def _lines(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """Give some lines of a telling around the words of one note: of the first strength, or the first risk."""
    told = [text for part in parts for text in re.split(r"\n\s*\n", part["says"])]
    found = [
        {"says": says, "note": note, "marks": [Mark(plain(note.quote), 1, note.kind)]}
        for part in parts
        for _, note in part["notes"]
        if (says := _around(told, plain(note.quote)))
    ]
    return min(found, key=lambda one: one["note"].kind == "risk", default=None)


def _around(paragraphs: Sequence[str], quote: str) -> str:
    """Give the paragraph that holds the quote, with those before and after it that fit; nothing where none does."""
    start = next((at for at, text in enumerate(paragraphs) if bare(quote) in bare(plain(text))), len(paragraphs))
    end, left = start + 1, LINES - sum(map(len, paragraphs[start : start + 1]))
    while start > 0 and len(paragraphs[start - 1]) <= left:
        start -= 1
        left -= len(paragraphs[start])
    while end < len(paragraphs) and len(paragraphs[end]) <= left:
        left -= len(paragraphs[end])
        end += 1
    return "\n\n".join(paragraphs[start:end]) if left >= 0 else ""


def story_to_show(content: Content) -> Entry[Story] | None:
    """Give the story told for the first of the questions asked most that has one; else the first story there is."""
    return _told_for(content, content.asked_most.first) or next(iter(content.stories.ordered), None)


def levels_asked(content: Content) -> list[tuple[Any, float]]:
    """Give the levels that are asked anything, each with its questions in percent of what is asked most."""
    asked = [(level, len(content.bank.for_level(level.id))) for level in content.words.levels]
    most = max((count for _, count in asked), default=0)
    return [(level, round(100 * count / most, 1)) for level, count in asked if count]


def asked_at(content: Content) -> dict[str, list[BankQuestion]]:
    """Give for each level by its id a few questions that show what is asked there: of few levels, and no follow-up."""
    shown, found = set[str](), dict[str, list[BankQuestion]]()
    for level in content.words.levels:
        asked = (q for q in content.bank.for_level(level.id) if q.slug not in shown and not q.record.follows)
        found[level.id] = sorted(asked, key=lambda question: len(question.record.levels))[:SAMPLES]
        shown |= {question.slug for question in found[level.id]}
    return found


def samples(content: Content) -> dict[str, Entry[Story] | None]:
    """Give for each competency a story that shows its core story: told for the first of its questions that has one."""
    return {
        entry.slug: _told_for(content, content.bank.of(entry.slug)) or next(iter(content.stories.of(entry.slug)), None)
        for entry in content.competencies.ordered
    }


def _told_for(content: Content, questions: Iterable[BankQuestion]) -> Entry[Story] | None:
    """Give the first story that is told for one of the questions, and does not only answer it, too."""
    told = (
        story
        for question in questions
        for story in content.stories.answering(question.slug)
        if story.record.question == question.slug
    )
    return next(told, None)


def _framework_values(_: Content, entry: Entry[Any]) -> dict[str, Any]:
    """Give what the pages of a framework show besides its record: its picture, if it has more than one step."""
    return {"drawn": figures.drawn(entry.record)}


def _story_values(content: Content, entry: Entry[Any]) -> dict[str, Any]:
    """Give what the pages of a story show besides its record: minutes, the bar of its parts, notes by part."""
    story = entry.record
    guide = guide_of(content)
    share = part_shares(guide, story)
    aloud = minutes_told(guide, story)
    notes: dict[str, list[tuple[int, Any]]] = {}
    for number, note in enumerate(sorted(story.notes, key=lambda n: _position(story, n)), 1):
        notes.setdefault(note.part, []).append((number, note))
    return {
        "aloud": aloud,
        "short_aloud": words_in(guide, story.thirty_seconds) / guide.pace,
        "segments": figures.segments([(part.name, share[part.id] * aloud / 100) for part in content.words.story_parts]),
        "parts": [
            {
                "id": part.id,
                "name": part.name,
                "says": getattr(story.told, part.id),
                "notes": notes.get(part.id, []),
                "marks": [Mark(plain(note.quote), number, note.kind) for number, note in notes.get(part.id, [])],
            }
            for part in content.words.story_parts
        ],
        "others": content.stories.near(entry),
    }


def _position(story: Any, note: Any) -> tuple[int, int]:  # noqa: ANN401 - a story and its note
    parts = [name for name, _ in story.told.parts()]
    return parts.index(note.part), bare(plain(getattr(story.told, note.part))).find(bare(plain(note.quote)))


def _walk_values(_: Content, entry: Entry[Any]) -> dict[str, Any]:
    """Give what the pages of a walkthrough show besides its record: the clock, the rubric, turns by phase."""
    walk = entry.record
    return {
        "arcs": figures.clock([(phase.name, phase.minutes) for phase in walk.phases]),
        "stretches": figures.segments([(phase.name, phase.minutes) for phase in walk.phases]),
        "rubric": figures.segments([(dimension.name, dimension.points) for dimension in walk.rubric]),
        "turns_by_phase": [
            (phase, [t for t in enumerate(walk.turns, 1) if t[1].phase == phase.id]) for phase in walk.phases
        ],
        "dimensions": {dimension.id: dimension.name for dimension in walk.rubric},
    }


def _comparison_values(_: Content, entry: Entry[Any]) -> dict[str, Any]:
    """Give what the pages of a comparison show: its tellings, the best first; in each, the words where they differ."""
    return {
        "tellings": sorted(entry.record.tellings, key=lambda telling: GRADES.index(telling.grade)),
        "marks": {
            telling.grade: [
                Mark(plain(words), number, kind=telling.grade, noted=False)
                for number, words in enumerate(telling.differs, 1)
            ]
            for telling in entry.record.tellings
        },
    }


def _loop_values(_content: Content, entry: Entry[Any]) -> dict[str, Any]:
    """Give what the pages of a loop show besides its record: who says so, and each round, of the longest, as a bar."""
    rounds = entry.record.rounds
    longest = max(round_.most for round_ in rounds)
    return {
        "standing": _(STANDING[entry.record.standing]),
        "widths": [[round(100 * each / longest, 1) for each in (round_.minutes, round_.most)] for round_ in rounds],
    }


def _days_of_plan(plan: Plan) -> list[tuple[str, float]]:
    """Give each day with its minutes; an easy one has half of a full one at least, so that one sees it as a day."""
    least = plan.minutes_a_day / 2
    return [(str(day.day), max(least, sum(task.minutes for task in day.tasks))) for day in plan.schedule]


INDEX_PICTURES: Mapping[str, Callable[[Any], list[tuple[str, float]]]] = {
    PLANS.id: _days_of_plan,
    LOOPS.id: lambda loop: [(round_.name, round_.most) for round_ in loop.rounds],
    WALKTHROUGHS.id: lambda walk: [(phase.name, phase.minutes) for phase in walk.phases],
}
VIEW_MODELS: Mapping[str, ViewModel] = {
    COMPARISONS.id: _comparison_values,
    FRAMEWORKS.id: _framework_values,
    LOOPS.id: _loop_values,
    STORIES.id: _story_values,
    WALKTHROUGHS.id: _walk_values,
}
