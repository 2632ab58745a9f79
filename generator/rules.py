"""What a schema cannot say: references, sums, quotes, ids. Each rule yields issues; its docstring is the rule."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.computed import COMPUTED
from generator.content import Content, Entry
from generator.issue import Issue, did_you_mean, shown
from generator.model import PROSE_LIMIT, Ref, Words
from generator.prose import ENTRY_LINK, WEB_LINK, links, plain
from generator.source import Path_

Rule = Callable[[Content], Iterator[Issue]]
LINKED_KINDS = frozenset(
    {
        "competency",
        "question",
        "framework",
        "story",
        "walkthrough",
        "worksheet",
        "plan",
        "principle",
        "comparison",
        "page",
    }
)
SLOT = re.compile(r"\{([^{}\n]{1,80})\}")
WHOLE = 100


def broken_rules(content: Content) -> Iterator[Issue]:
    """Give every issue of every rule."""
    for rule in RULES:
        yield from rule(content)


def _issue(entry: Entry[Any], path: Path_, code: str, message: str, words: str = "") -> Issue:
    line, column = entry.source.place_of(path, words) if words else entry.source.place(path)
    return Issue(file=entry.file, line=line, column=column, message=message, code=code)


def references(content: Content) -> Iterator[Issue]:
    """Every reference names an entry (or a word of the vocabulary) that exists."""
    for entry in content.entries():
        for path, mark, value in entry.marks:
            if isinstance(mark, Ref) and content.missing(mark.kind, value):
                kind = mark.kind.replace("_", " ")
                near = did_you_mean(value, content.names[mark.kind])
                yield _issue(entry, path, "reference", f'the {kind} must exist, found "{shown(value)}"{near}')


def prose_links(content: Content) -> Iterator[Issue]:
    """Every link in a prose leads to an entry that exists, or to an https address."""
    for entry in content.entries():
        for path, mark, value in entry.marks:
            if isinstance(mark, Words) and mark.form == "prose":
                for target in links(value) if "](" in value else ():
                    if said := _link_problem(content, target):
                        yield _issue(entry, path, "link", said, words=f"]({target}")


def _link_problem(content: Content, target: str) -> str | None:
    if found := ENTRY_LINK.fullmatch(target):
        kind, slug = found.groups()
        if kind not in LINKED_KINDS:
            return f'a link must name a kind of entry, found "{shown(kind)}"{did_you_mean(kind, LINKED_KINDS)}'
        if content.missing(kind, slug):
            near = did_you_mean(slug, content.names[kind])
            return f'the {kind} that a link names must exist, found "{shown(slug)}"{near}'
        return None
    if WEB_LINK.fullmatch(target):
        return None
    return f'a link must be "kind:slug" or begin with https://, found "{shown(target)}"'


def essay_links(content: Content) -> Iterator[Issue]:
    """Every link to an entry in a hand-written page leads to an entry that exists."""
    for essay in content.essays.values():
        for found in re.finditer(r"\]\(([a-z]+:[a-z0-9/-]+)\)", essay.text):
            target = found.group(1)
            if target.startswith("mailto:") or not (said := _essay_link_problem(content, target)):
                continue
            line = essay.text.count("\n", 0, found.start()) + 1
            column = found.start(1) - essay.text.rfind("\n", 0, found.start())
            yield Issue(file=essay.file, line=line, column=column, message=said, code="link")


def _essay_link_problem(content: Content, target: str) -> str | None:
    kind, _, slug = target.partition(":")
    if kind != "computed":
        return _link_problem(content, target)
    if slug in COMPUTED:
        return None
    near = did_you_mean(slug, COMPUTED)
    return f'the computed page that a link names must exist, found "{shown(slug)}"{near}'


def question_banks(content: Content) -> Iterator[Issue]:
    """Each file of questions is named after a competency, and a question's id is unique in the whole bank."""
    first: dict[str, str] = {}
    for slug, entry in sorted(content.questions.items()):
        if content.missing("competency", slug):
            near = did_you_mean(slug, content.competencies)
            yield _issue(entry, (), "reference", f'the file must be named after a competency, found "{slug}"{near}')
        for at, question in enumerate(entry.record.questions):
            path = ("questions", at, "id")
            line, _ = entry.source.place(path)
            if question.id in first:
                said = f'a question\'s id must be unique, found "{question.id}" again (first at {first[question.id]})'
                yield _issue(entry, path, "unique", said)
            first.setdefault(question.id, f"{entry.file}:{line}")
            if question.id in question.twins:
                yield _issue(
                    entry,
                    ("questions", at, "twins"),
                    "twins",
                    "a twin must be another question, found itself",
                )


def unique_ids(content: Content) -> Iterator[Issue]:
    """Ids are unique in their list: vocabulary, phases, dimensions, slots, principles, terms, fields of a sheet."""
    for entry, path, ids in _id_lists(content):
        for name, times in Counter(ids).items():
            if times > 1:
                at = len(ids) - 1 - ids[::-1].index(name)
                yield _issue(
                    entry,
                    (*path, at),
                    "unique",
                    f'an id must stand once in its list, found "{shown(name)}" {times} times',
                )


def _id_lists(content: Content) -> Iterator[tuple[Entry[Any], Path_, list[str]]]:
    words = content.words
    for name in (
        "levels",
        "traits",
        "themes",
        "failure_patterns",
        "system_categories",
        "story_parts",
        "leadership_kinds",
        "leadership_red_flags",
        "learning_moves",
    ):
        yield content.handbook, (name,), [item.id for item in getattr(words, name)]
    for walk in content.walkthroughs.values():
        yield walk, ("phases",), [phase.id for phase in walk.record.phases]
        yield walk, ("rubric",), [dimension.id for dimension in walk.record.rubric]
    for group in content.principles.values():
        yield group, ("principles",), [principle.id for principle in group.record.principles]
    for frame in content.frameworks.values():
        yield frame, ("slots",), [slot.id for slot in frame.record.slots]
    if content.glossary:
        yield content.glossary, ("terms",), [term.term.casefold() for term in content.glossary.record.terms]
    for sheet in content.worksheets.values():
        yield sheet, ("sections",), [field.id for field in sheet.record.fields()]


def walkthrough_sums(content: Content) -> Iterator[Issue]:
    """The phases' minutes add up to the whole, and the rubric's points to 100."""
    for entry in content.walkthroughs.values():
        walk = entry.record
        if (minutes := sum(phase.minutes for phase in walk.phases)) != walk.minutes:
            said = f"the phases' minutes must add up to {walk.minutes}, found {minutes}"
            yield _issue(entry, ("phases",), "sum", said)
        if (points := sum(dimension.points for dimension in walk.rubric)) != WHOLE:
            yield _issue(entry, ("rubric",), "sum", f"the rubric's points must add up to {WHOLE}, found {points}")


def turns(content: Content) -> Iterator[Issue]:
    """Each turn names a phase of its walkthrough, and each cost a dimension of its rubric."""
    for entry in content.walkthroughs.values():
        phases = [phase.id for phase in entry.record.phases]
        dimensions = [dimension.id for dimension in entry.record.rubric]
        for at, turn in enumerate(entry.record.turns):
            if turn.phase not in phases:
                near = did_you_mean(turn.phase, phases)
                said = f'a turn\'s phase must be one of {", ".join(phases)}, found "{turn.phase}"{near}'
                yield _issue(entry, ("turns", at, "phase"), "reference", said)
            for index, cost in enumerate(turn.mistake.costs):
                if cost not in dimensions:
                    near = did_you_mean(cost, dimensions)
                    said = f'a cost must be a dimension of the rubric ({", ".join(dimensions)}), found "{cost}"{near}'
                    yield _issue(entry, ("turns", at, "mistake", "costs", index), "reference", said)


def shares(content: Content) -> Iterator[Issue]:
    """Shares of the parts of a telling add up to 100, in the vocabulary and in a framework that gives them."""
    total = sum(part.share for part in content.words.story_parts)
    if total != WHOLE:
        yield _issue(content.handbook, ("story_parts",), "sum", f"the shares must add up to {WHOLE}, found {total}")
    for entry in content.frameworks.values():
        given = [step.share for step in entry.record.steps if step.share is not None]
        if given and (len(given) < len(entry.record.steps) or sum(given) != WHOLE):
            found = f"{len(given)} adding up to {sum(given)}"
            said = f"every step must have a share and the shares must add up to {WHOLE}, found {found}"
            yield _issue(entry, ("steps",), "sum", said)


def margin_notes(content: Content) -> Iterator[Issue]:
    """A margin note quotes words that stand, just so, in the part it names."""
    for entry in content.stories.values():
        parts = dict(entry.record.told.parts())
        for at, note in enumerate(entry.record.notes):
            if plain(note.quote) not in plain(parts[note.part]):
                said = f'the words of a note must stand in the part "{note.part}", found "{shown(note.quote)}"'
                others = [name for name, text in parts.items() if plain(note.quote) in plain(text)]
                hint = f'; they stand in "{others[0]}"' if others else "; copy them exactly"
                yield _issue(entry, ("notes", at, "quote"), "quote", said + hint)


def story_relations(content: Content) -> Iterator[Issue]:
    """A story is told for one question, its openings are for others, and it names nothing twice."""
    for entry in content.stories.values():
        story = entry.record
        for name in ("also_answers", "competencies", "themes", "traits", "principles"):
            values = getattr(story, name)
            for at, value in enumerate(values):
                if value in values[:at]:
                    yield _issue(
                        entry,
                        (name, at),
                        "unique",
                        f'a list must name each entry once, found "{value}" again',
                    )
        if story.question in story.also_answers:
            said = f'also_answers must name other questions than the one it is told for, found "{story.question}"'
            yield _issue(entry, ("also_answers",), "relation", said)
        for at, opening in enumerate(story.openings):
            if opening.question not in story.also_answers:
                said = f'an opening must be for a question in also_answers, found "{opening.question}"'
                yield _issue(entry, ("openings", at, "question"), "relation", said)


def contributors(content: Content) -> Iterator[Issue]:
    """A contributed story names its contributor, and a composite names none."""
    for entry in content.stories.values():
        contributed = entry.record.provenance == "contributed"
        if contributed and entry.record.contributor is None:
            said = 'a contributed story must name its contributor, found none; add "contributor: {name: ...}"'
            yield _issue(entry, ("provenance",), "contributor", said)
        if not contributed and entry.record.contributor is not None:
            said = 'a composite must name no contributor, found one; write "provenance: contributed" or delete it'
            yield _issue(entry, ("contributor",), "contributor", said)


def templates(content: Content) -> Iterator[Issue]:
    """A story template has a template; every mark in it has its slot, and every slot its mark."""
    for entry in content.frameworks.values():
        frame = entry.record
        if (frame.kind == "story-template") != (frame.template is not None):
            found = "none" if frame.template is None else "one"
            yield _issue(
                entry,
                ("kind",),
                "template",
                f"a story-template, and nothing else, must have a template, found {found}",
            )
        used = SLOT.findall(frame.template or "")
        slots = [slot.id for slot in frame.slots]
        for name in dict.fromkeys(used):
            if name not in slots:
                said = f'every mark must have its slot, found "{{{shown(name)}}}"{did_you_mean(name, slots)}'
                yield _issue(entry, ("template",), "template", said, words=f"{{{name}}}")
        for at, name in enumerate(slots):
            if name not in used:
                yield _issue(
                    entry,
                    ("slots", at, "id"),
                    "template",
                    f'every slot must have its mark in the template, found "{name}"',
                )


def plan_days(content: Content) -> Iterator[Issue]:
    """A plan holds each of its days once, ascending, and no day takes longer than it says."""
    for entry in content.plans.values():
        plan = entry.record
        days = [day.day for day in plan.schedule]
        if days != list(range(1, plan.days + 1)):
            said = f"the days must be 1 to {plan.days}, each once and ascending, found {', '.join(map(str, days))}"
            yield _issue(entry, ("schedule",), "plan", shown(said, 200))
        for at, day in enumerate(plan.schedule):
            if (minutes := sum(task.minutes for task in day.tasks)) > plan.minutes_a_day:
                said = f"a day must take at most {plan.minutes_a_day} minutes, found {minutes}"
                yield _issue(entry, ("schedule", at), "sum", said)


SHEET_NEEDS = {"scale": "anchors", "choice": "options", "table": "columns"}


def sheet_fields(content: Content) -> Iterator[Issue]:
    """A field of a worksheet has what its kind needs; points stand on ticks and scales only."""
    for entry in content.worksheets.values():
        for s, section in enumerate(entry.record.sections):
            for f, field in enumerate(section.fields):
                path: Path_ = ("sections", s, "fields", f)
                for kind, need in SHEET_NEEDS.items():
                    if (field.kind == kind) != bool(getattr(field, need)):
                        found = "none" if field.kind == kind else f'them on the kind "{field.kind}"'
                        yield _issue(
                            entry,
                            path,
                            "sheet",
                            f'"{need}" must stand on the kind "{kind}", and only there, found {found}',
                        )
                if field.points and field.kind not in {"tick", "scale"}:
                    yield _issue(
                        entry,
                        path,
                        "sheet",
                        f'"points" must stand on a tick or a scale, found a "{field.kind}"',
                    )


def sheet_results(content: Content) -> Iterator[Issue]:
    """A worksheet's results cover every score that can be reached exactly once."""
    for entry in content.worksheets.values():
        sheet = entry.record
        if not sheet.results:
            continue
        expected = 0
        for at, result in enumerate(sheet.results):
            if result.least != expected or result.most < result.least:
                found = f"{result.least} to {result.most}"
                said = f"each score must be covered once, so this range must begin at {expected}, found {found}"
                yield _issue(entry, ("results", at), "sum", said)
            expected = result.most + 1
        if expected != sheet.points() + 1:
            said = f"the results must end at {sheet.points()}, the most that can be reached, found {expected - 1}"
            yield _issue(entry, ("results", len(sheet.results) - 1), "sum", said)


def gradings(content: Content) -> Iterator[Issue]:
    """A comparison holds each grade once."""
    for entry in content.comparisons.values():
        grades = [telling.grade for telling in entry.record.tellings]
        for at, grade in enumerate(grades):
            if grade in grades[:at]:
                yield _issue(
                    entry,
                    ("tellings", at, "grade"),
                    "unique",
                    f'each grade must stand once, found "{grade}" again',
                )


def readable_prose(content: Content) -> Iterator[Issue]:
    """A prose says something once its markup is taken away."""
    for entry in content.entries():
        for path, mark, value in entry.marks:
            if isinstance(mark, Words) and mark.form == "prose" and len(value) <= PROSE_LIMIT and not plain(value):
                yield _issue(entry, path, "value", f'a prose must hold words, found "{shown(value)}"')


RULES: Iterable[Rule] = (
    references,
    prose_links,
    essay_links,
    question_banks,
    unique_ids,
    walkthrough_sums,
    turns,
    shares,
    margin_notes,
    story_relations,
    contributors,
    templates,
    plan_days,
    sheet_fields,
    sheet_results,
    gradings,
    readable_prose,
)
