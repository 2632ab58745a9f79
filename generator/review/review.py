"""A review: what a proposal changes, as one Markdown page for whoever decides about it.

Whatever a contributor typed stands in code spans and code blocks, each fenced by more backticks than it holds. There,
GitHub reads no markup, link, mention, image or HTML, so that a proposal cannot write its own review.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from generator.content.content import Content
from generator.model import Story
from generator.review.anonymity import findings
from generator.review.changes import KINDS, Change, changes, counted
from generator.review.heuristics import doubts
from generator.review.history import Touched
from generator.review.outline import lines_of
from generator.review.similarity import most_similar
from generator.rules.style_rules import GUIDE, lix, part_shares, words_in, words_told
from generator.site.pipeline import Examined
from generator.text.issue import Issue, shown
from generator.text.prose import plain

LARGEST = 1_000_000  # bytes: GitHub drops a step summary of more than 1 MiB, whole
MOST_BREACHES = 50
MOST_FILES = 50
NAMED = 3  # so many issues of one file and rule are spelled out
OPENED = 3  # so many texts are open at once
ENTRY = re.compile(r"content/(?:[^./~#][^/]*/)*[^./~#][^/]*[^/~#]")  # what the check reads; it passes over the rest
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
class Proposal:
    """What is proposed, as it was examined; the files that differ from the base; and the day on which it is judged."""

    examined: Examined
    today: date
    touched: Sequence[Touched] = ()


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A measure of a story before and after the change, and what the guide wants."""

    name: str
    before: str
    after: str
    wanted: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A line of the coverage that changed."""

    name: str
    before: int
    after: int


@dataclass(frozen=True, kw_only=True)
class Breach:
    """A rule that a file breaks: the first few places with what is said of them, and how many more there are."""

    severity: str
    file: str
    code: str
    shown: tuple[tuple[str, str], ...]
    more: int


def review(base: Content | None, proposal: Proposal, templates: Path, largest: int = LARGEST) -> str:
    """Give the review of a proposal beside the `base` that it would change, in at most `largest` bytes."""
    many = _readable(base, proposal.examined)
    environment = _environment(templates)
    parts = [_summary(base, proposal, many, environment.get_template("summary.md.jinja"))]
    room = largest - len(parts[0].encode()) - 200
    for at, change in enumerate(many):
        part = _entry(base, proposal, change, environment, opened=at < OPENED)
        room -= len(part.encode())
        if room < 0:
            parts.append(f"{len(many) - at} more entries have no room here; the built site and the diff show them.\n")
            break
        parts.append(part)
    return "\n".join(parts)


def _readable(base: Content | None, head: Examined) -> list[Change]:
    """Give what changed, but for files that cannot be read: what they hold is not gone, and the check names them."""
    if head.content is None:
        return []
    broken = {issue.file for issue in head.issues if issue.severity == "error"}
    many = changes(base, head.content)
    return [change for change in many if change.what != "removed" or change.item.file not in broken]


def span(text: str) -> Markup:
    """Give the text as a code span of one line that shows it as typed, in a table, too."""
    line = shown(" ".join(text.split()), 300)
    fence = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    return Markup(f"{fence} {line} {fence}" if "`" in line else f"`{line}`") if line else Markup("(empty)")  # noqa: S704


def block(text: str, language: str = "text") -> Markup:
    """Give the text as a code block that shows it as typed."""
    lines = [shown(line, 1000) for line in text.splitlines()]
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 0)
    return Markup("\n".join([f"{fence}{language}", *lines, fence]))  # noqa: S704 - nothing in it is read as markup


def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=False,  # noqa: S701 - finalize makes a code span of every text
        finalize=lambda value: span(value) if isinstance(value, str) and not isinstance(value, Markup) else value,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["word"] = Markup  # for words of ours, never for a contributor's
    return environment


def _summary(base: Content | None, proposal: Proposal, many: Sequence[Change], template: Template) -> str:
    head = proposal.examined
    beside = [file for file in proposal.touched if not ENTRY.fullmatch(file.file)]
    touched = {change.item.file for change in many}
    told = (issue for issue in head.issues if issue.severity != "waived")
    issues = sorted(told, key=lambda issue: (issue.severity != "error", issue.file not in touched, issue))
    counts = Counter(issue.severity for issue in issues)
    return template.render(
        totals=[(what.capitalize(), said) for what in ("added", "changed", "removed") if (said := counted(many, what))],
        beside=beside[:MOST_FILES],
        beside_more=max(0, len(beside) - MOST_FILES),
        breaches=list(_breaches(issues))[:MOST_BREACHES],
        complete=len(_breaches(issues)) <= MOST_BREACHES,
        counted_issues=", ".join(f"{count} {name}{'s' * (count != 1)}" for name, count in sorted(counts.items())),
        coverage=_coverage(base, head.content) if head.content else [],
    )


def _breaches(issues: Sequence[Issue]) -> list[Breach]:
    """Give the issues by file and rule, so that a rule which one file breaks often takes a few lines."""
    found: dict[tuple[str, str, str], list[Issue]] = {}
    for issue in issues:
        found.setdefault((issue.severity, issue.file, issue.code), []).append(issue)
    return [
        Breach(
            severity=severity,
            file=file,
            code=code,
            shown=tuple((f"{i.line}:{i.column}", i.message) for i in many[:NAMED]),
            more=max(0, len(many) - NAMED),
        )
        for (severity, file, code), many in found.items()
    ]


def _coverage(base: Content | None, head: Content | None) -> list[tuple[str, list[Row]]]:
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


def _entry(base: Content | None, proposal: Proposal, change: Change, environment: Environment, *, opened: bool) -> str:
    head, item, about = proposal.examined.content, change.item, Markup()
    if head and change.after and isinstance(change.after.holds, Story):
        about = Markup(_story(base, head, change, proposal.today, environment.get_template("story.md.jinja")))  # noqa: S704 - of spans
    return environment.get_template("entry.md.jinja").render(
        what=change.what.capitalize(),
        kind=KINDS[item.kind][0],
        title=item.title,
        file=item.file,
        about=about,
        text=_text(change),
        opened=opened,
    )


def _text(change: Change) -> Markup:
    before, after = (list(lines_of(i.holds)) if i else [] for i in (change.before, change.after))
    if change.what != "changed":
        return block("\n".join(before + after))
    return block("\n".join(list(unified_diff(before, after, n=1, lineterm=""))[2:]), "diff")


def _story(base: Content | None, head: Content, change: Change, today: date, template: Template) -> str:
    assert change.after  # noqa: S101 - the caller asked
    story: Story = change.after.holds
    was = change.before.holds if change.before else None
    before = _measures(base, was) if base and was else {}
    return template.render(
        was=was is not None,
        measures=[
            Measured(name=name, before=before.get(name, ("", ""))[0], after=found, wanted=wanted)
            for name, (found, wanted) in _measures(head, story).items()
        ],
        waived=story.waivers,
        dated=story.added is not None,
        doubts=doubts(head, change.after.slug, today),
        findings=findings(story),
        similar=most_similar(head, change.after.slug),
    )


def _measures(content: Content, story: Story) -> dict[str, tuple[str, str]]:
    """Give each measure as it reads, and what the guide wants of it."""
    told, share = words_told(story), part_shares(story)
    minutes = told / content.words.words_a_minute
    said = Counter(word.casefold() for word in re.findall(r"[\w'\u2019]+", plain(story.told.actions)))
    own, shared = (sum(said[word] for word in GUIDE[name]) for name in ("own", "shared"))
    return {
        "Words aloud": (f"{told}", _range("length-aloud")),
        "Minutes aloud": (f"{minutes:.1f}", "2 to 3"),
        "Words of the thirty seconds": (f"{words_in(story.thirty_seconds)}", _range("thirty-seconds")),
        "Context and challenge": (f"{share['context'] + share['challenge']} %", _range("balance", " %")),
        "Actions": (f"{share['actions']} %", _range("actions", " %")),
        "Results": (f"{share['results']} %", ""),
        "Learnings": (f"{share['learnings']} %", ""),
        "I and we in the actions": (f"{own} and {shared}", "more I than we"),
        "LIX (30 is easy, 50 is hard)": (f"{lix(_told(story))}", _range("hard-to-read")),
        "Margin notes": (f"{len(story.notes)}", _range("few-notes")),
        "Follow-ups": (f"{len(story.follow_ups)}", _range("few-follow-ups")),
    }


def _told(story: Story) -> str:
    return " ".join(plain(text) for _, text in story.told.parts())


def _range(code: str, unit: str = "") -> str:
    rule = GUIDE["rules"][code]
    least, most = rule.get("least"), rule.get("most")
    if least is None or most is None:
        return f"at most {most}{unit}" if least is None else f"at least {least}{unit}"
    return f"{least} to {most}{unit}"
