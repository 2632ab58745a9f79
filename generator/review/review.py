"""A review: what a proposal changes, as one Markdown page for whoever decides about it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path

from jinja2 import Environment, Template
from markupsafe import Markup

from generator.content.content import Content
from generator.content.file_names import passed_over
from generator.model import Story
from generator.review.alike import alike
from generator.review.anonymity import findings, unsought
from generator.review.changes import CHANGED, NAMES, Change, changes, counted, heirless, items
from generator.review.corpus import Corpus
from generator.review.coverage import changed_coverage
from generator.review.heuristics import Doubt, doubts
from generator.review.history import Touched
from generator.review.left_behind import left_behind
from generator.review.measures import measured
from generator.review.outline import lines_of
from generator.review.safe_markdown import block, environment_of
from generator.review.similarity import most_similar
from generator.site.pipeline import Examined
from generator.text.issue import Issue

LARGEST = 1_000_000  # bytes: GitHub drops a step summary of more than 1 MiB, whole
MOST_BREACHES = 50
MOST_FILES = 50
MOST_ROWS = 25  # of one group of the coverage
MOST_FINDINGS = 40  # of one story
MOST_LINES = 1500  # of one entry
NAMED = 3  # so many issues of one file and rule are spelled out
OPENED = 3  # so many texts are open at once
HALF = "a figure was changed in one place, and stands as it was in another"


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What is proposed, as it was examined; the files that differ from the base; and the day on which it is judged."""

    examined: Examined
    today: date
    touched: Sequence[Touched] | None = ()  # none where nobody keeps both to compare


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
    environment = environment_of(templates)
    parts = [_summary(base, proposal, many, environment.get_template("summary.md.jinja"))]
    room, left = largest - len(parts[0].encode()) - 200, 0
    for file, text in proposal.examined.invalid:
        part = environment.get_template("unread.md.jinja").render(file=file, text=block(_first(text.split("\n"))))
        if (size := len(part.encode()) + 1) > room:
            left += 1
            continue
        room -= size
        parts.append(part)
    corpus = Corpus(proposal.examined.content, _stories(many)) if proposal.examined.content else None
    for at, change in enumerate(many):
        part = _entry(base, proposal, change, environment, corpus, opened=at < OPENED) if room > 0 else ""
        size = len(part.encode()) + 1
        if not part or size > room:
            left += 1
            continue
        room -= size
        parts.append(part)
    if left:
        parts.append(f"{left} more entries have no room here; the built site and the diff show them.\n")
    return "\n".join(parts)


def _stories(many: Sequence[Change]) -> list[str]:
    return [change.after.slug for change in many if change.after and isinstance(change.after.holds, Story)]


def _readable(base: Content | None, head: Examined) -> list[Change]:
    """Give what changed, but for files that cannot be read: what they hold is not gone, and the check names them."""
    if head.content is None:
        return []
    broken = {issue.file for issue in head.issues if issue.severity == "error"}
    unread = {(kind, slug.rpartition("/")[2]) for kind, slug in head.content.unread}  # wherever it stood before
    many = changes(base, head.content)
    return [
        change
        for change in many
        if change.what != "removed"
        or (change.item.file not in broken and (change.item.kind, change.item.slug) not in unread)
    ]


def _is_read(file: str) -> bool:
    """Whether the check reads the file: it stands in content/, and nothing on the way to it is passed over."""
    top, *rest = file.split("/")
    return top == "content" and bool(rest) and not any(map(passed_over, rest))


def _summary(base: Content | None, proposal: Proposal, many: Sequence[Change], template: Template) -> str:
    head = proposal.examined
    beside = [file for file in proposal.touched or () if not _is_read(file.file)]
    touched = {change.item.file for change in many}
    told = (issue for issue in head.issues if issue.severity != "waived")
    issues = sorted(told, key=lambda issue: (issue.severity != "error", issue.file not in touched, issue))
    counts = Counter(issue.severity for issue in issues)
    breaches = _breaches(issues)
    said = [(what.capitalize(), counted(many, what)) for what in ("added", *CHANGED)]
    wrong = len({issue.file for issue in issues if issue.severity == "error"})
    lost = heirless(many, head.content) if head.content else []
    return template.render(
        totals=[(what, count) for what, count in said if count],
        wrong=f"{wrong} file{'s' * (wrong != 1)}" if wrong else "",
        unread=bool(head.invalid) or bool(head.content and head.content.unread),
        unknown=proposal.touched is None,
        beside=beside[:MOST_FILES],
        beside_more=max(0, len(beside) - MOST_FILES),
        one=not any(count for _, count in said)
        and proposal.touched is not None
        and not proposal.touched
        and not issues,
        heirless=lost[:MOST_FILES],
        heirless_more=max(0, len(lost) - MOST_FILES),
        breaches=breaches[:MOST_BREACHES],
        complete=len(breaches) <= MOST_BREACHES,
        counted_issues=", ".join(f"{count} {name}{'s' * (count != 1)}" for name, count in sorted(counts.items())),
        coverage=[
            (group, rows[:MOST_ROWS], max(0, len(rows) - MOST_ROWS))
            for group, rows in (changed_coverage(base, head.content) if head.content else [])
        ],
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


def _entry(  # noqa: PLR0913 - what it is, beside what it is held against
    base: Content | None,
    proposal: Proposal,
    change: Change,
    environment: Environment,
    corpus: Corpus | None,
    *,
    opened: bool,
) -> str:
    item, about = change.item, Markup()
    if corpus and change.after and isinstance(change.after.holds, Story):
        about = Markup(_story(base, corpus, change, proposal.today, environment.get_template("story.md.jinja")))  # noqa: S704 - of spans
    head = proposal.examined.content
    return environment.get_template("entry.md.jinja").render(
        alike=alike(item, items(head).values()) if head and change.what == "added" else [],
        what=change.what.capitalize(),
        kind=NAMES[item.kind][0],
        title=item.title,
        file=item.file,
        was=_was(change),
        differs=change.before is not None and change.after is not None,
        about=about,
        text=_text(change),
        opened=opened,
    )


def _was(change: Change) -> str:
    """Give what an item was called, or where it stood, where that is no more so."""
    if change.what == "renamed" and change.before:
        return f"{change.before.kind}:{change.before.slug}"
    return change.before.file if change.what == "moved" and change.before else ""


def _text(change: Change) -> Markup:
    before, after = (list(lines_of(i.holds)) if i else [] for i in (change.before, change.after))
    if change.before is None or change.after is None:
        return block(_first(before + after))
    found = list(unified_diff(before, after, n=1, lineterm=""))[2:]
    return block(_first(found), "diff") if found else Markup()


def _first(lines: list[str]) -> str:
    """Give the lines as one text, and of very many the first and the number of the others."""
    left = len(lines) - MOST_LINES
    return "\n".join([*lines[:MOST_LINES], *([f"... and {left} more lines"] if left > 0 else [])])


def _story(base: Content | None, corpus: Corpus, change: Change, today: date, template: Template) -> str:
    assert change.after  # noqa: S101 - the caller asked
    head, story = corpus.content, change.after.holds
    foreign = corpus.is_of_other_words(change.after.slug)  # by whose letters no name is known
    found = [one for one in findings(story, head.language) if not (foreign and one.why == "a name")]
    was = change.before.holds if change.before else None
    halves = left_behind(was, story) if isinstance(was, Story) else ()
    half = [Doubt(why=HALF, words=halves)] if halves else []
    return template.render(
        was=was is not None,
        measures=measured(base, was, head, story),
        waived=story.waivers,
        dated=story.added is not None,
        doubts=[*half, *doubts(corpus, change.after.slug, today)],
        findings=found[:MOST_FINDINGS],
        findings_more=max(0, len(found) - MOST_FINDINGS),
        unsought=unsought(head.language),
        code=head.language.code,
        similar=most_similar(corpus, change.after.slug),
    )
