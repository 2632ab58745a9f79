"""What a proposal changes in how much the handbook has of each competency, theme, outcome and the like."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.content import Content

GROUPS = {
    "competency": "Competencies, by main stories",
    "question": "Questions, by competency",
    "walkthrough": "Walkthroughs, by competency",
    "theme": "Themes, by stories",
    "trait": "Traits, by stories",
    "principle": "Company principles, by stories",
    "outcome": "Outcomes, by stories",
    "ending": "Endings, by stories",
    "level": "Levels, by stories",
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of the coverage that changed."""

    name: str
    before: int
    after: int


def changed_coverage(base: Content | None, head: Content) -> list[tuple[str, list[Row]]]:
    """Give under the title of each group the rows whose count is another than it was."""
    before, after = _counts(base), _counts(head)
    names = {**_names(base), **_names(head)}
    found = []
    for group, title in GROUPS.items():
        keys = sorted(key for key in before.keys() | after.keys() if key[0] == group and before[key] != after[key])
        rows = [Row(name=names.get(key, key[1]), before=before[key], after=after[key]) for key in keys]
        if rows:
            found.append((title, rows))
    return found


def _counts(content: Content | None) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for entry in content.stories.values() if content else ():
        story = entry.record
        counts[("competency", story.competencies[0])] += 1
        for group, slugs in (("theme", story.themes), ("trait", story.traits), ("principle", story.principles)):
            counts.update((group, slug) for slug in set(slugs))
        counts.update([("outcome", story.outcome), ("ending", story.ending), ("level", story.narrator.level)])
    if content:
        counts.update(("question", question.competency) for question in content.bank.values())
        counts.update(("walkthrough", walk.record.competency) for walk in content.walkthroughs.values())
    return counts


def _names(content: Content | None) -> Mapping[tuple[str, str], str]:
    if content is None:
        return {}
    kinds = {"question": "competency", "walkthrough": "competency"}
    named = {g: content.names.get(kinds.get(g, g), {}) for g in GROUPS}
    return {(group, slug): title for group, titles in named.items() for slug, title in titles.items()}
