"""A project read and held against every rule, and nothing made of it yet."""

import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.content.content import Content
from generator.content.kept_reads import KeptReads
from generator.content.load import Loaded, list_files, load
from generator.content.remembered import Remembered
from generator.rules.every import broken_rules
from generator.rules.invalid_entries import remaining_issues
from generator.rules.style_rules import style_warnings
from generator.site.ahead import read_ahead
from generator.site.around import SITE, around_alone
from generator.site.code import code_print
from generator.site.kept import DOCS
from generator.site.lock import FOLDER as CACHE
from generator.site.own import named_issues
from generator.text.issue import ContentError, Issue

__all__ = ["DOCS", "SITE"]  # asked for here, too
READS = f"{CACHE}/reads"


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Content without errors, and the warnings on it."""

    content: Content
    warnings: tuple[Issue, ...]


@dataclass(frozen=True, kw_only=True)
class Examined:
    """What could be read (None without a vocabulary), and every issue of it."""

    content: Content | None
    issues: tuple[Issue, ...]
    invalid: tuple[tuple[str, str], ...] = ()  # files that are no valid entry, with their text
    inside: tuple[Issue, ...] = ()  # those of content/ alone, whatever stands around it
    around: tuple[Issue, ...] = ()  # and those of what does


def check(root: Path) -> Checked:
    """Give the content of the project at `root`. Raises ContentError with every issue; warnings alone do not raise."""
    found = examine(root)
    if found.content is None or any(issue.severity == "error" for issue in found.issues):
        raise ContentError(found.issues)
    return Checked(content=found.content, warnings=found.issues)


def valid(root: Path, *, remembered: Remembered | None = None, kept: KeptReads | None = None) -> Content:
    """Give the content of the project at `root`, but for its style. Raises ContentError as `check`.

    What is `remembered` or `kept` (`reads_of`) of an earlier reading spares the time of this one. Whoever goes on with
    the content has the reads keep what it found out.
    """
    found = _examine(root, with_style_rules=False, remembered=remembered, kept=kept)
    if found.content is None or any(issue.severity == "error" for issue in found.issues):
        raise ContentError(found.issues)
    return found.content


def examine(
    root: Path, older: Collection[str] = (), remembered: Remembered | None = None, kept: KeptReads | None = None
) -> Examined:
    """Give what can be read of the project at `root`, and every issue of it; `older` names stories that came first.

    What is `remembered` or `kept` of an earlier reading spares the time of this one; the issues are the same.
    """
    found = _examine(root, with_style_rules=True, older=older, remembered=remembered, kept=kept)
    if kept:
        kept.keep()
    return found


def reads_of(root: Path, *, store: bool = True) -> KeptReads:
    """Give the files of the project as this machine and this generator last read them; of none, without the `store`."""
    return KeptReads(
        root,
        root / READS if store else None,
        code_print() if store else "",
        lambda words: sys.stderr.write(f"{words}\n"),
    )


def _examine(
    root: Path,
    *,
    with_style_rules: bool,
    older: Collection[str] = (),
    remembered: Remembered | None = None,
    kept: KeptReads | None = None,
) -> Examined:
    listed = list_files(root)
    if kept:
        read_ahead(root, kept, listed, with_style_rules=with_style_rules)
    loaded = load(root, remembered=remembered, kept=kept, listed=listed)
    return _judged(root, loaded, older, with_style_rules=with_style_rules)


def _judged(root: Path, loaded: Loaded, older: Collection[str], *, with_style_rules: bool) -> Examined:
    beside = {*around(root, loaded.content)}
    if loaded.content is None:
        inside = tuple(sorted({*loaded.issues}))
        every = tuple(sorted({*inside, *beside}))
        return Examined(content=None, issues=every, inside=inside, around=tuple(sorted(beside)))
    issues = {
        *loaded.issues,
        *broken_rules(loaded.content),
        *(style_warnings(loaded.content, older) if with_style_rules else ()),
    }
    issues |= {*remaining_issues(loaded.content, loaded.invalid)}
    invalid = (*((source.file, source.text) for _, source in loaded.invalid), *loaded.unread)
    every, parts = tuple(sorted({*issues, *beside})), {"inside": tuple(sorted(issues)), "around": tuple(sorted(beside))}
    return Examined(content=loaded.content, issues=every, invalid=invalid, **parts)


def around(root: Path, content: Content | None = None) -> Iterator[Issue]:
    """Give every issue of what stands around content/: mkdocs.yml, own/, and what was put where builds delete."""
    yield from around_alone(root, content.language.code if content else "")
    if content:
        yield from named_issues(root, content)
