"""A handbook of an older format, moved on: what its files become, step by step, without a word lost.

`FORMAT` is the format this generator reads. A handbook says its own in content/handbook.yaml (`format`); one that says
none is of the first. Each step takes the texts of all files by their path and gives those it changes; a step never
guesses, and what it cannot move it says.
"""

import difflib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.contribute.parted_bank import parted
from generator.model import HANDBOOK, QUESTIONS, STORIES
from generator.model.vocabulary import FORMAT
from generator.text.issue import ContentError
from generator.text.own_path import own
from generator.text.source import Source, parse_source

GONE_RULES = frozenset({"speech", "hard-to-read"})  # of the first format; what they asked, six narrower rules ask now
A_LIST = re.compile(rf"{QUESTIONS.where}/[^/]+\.yaml")
Texts = Mapping[str, str]
Changed = Mapping[str, str | None]  # none of a file that goes


class UpgradeError(Exception):
    """Raised where a handbook cannot be moved on; the message says what to do first."""


@dataclass(frozen=True, kw_only=True)
class Moved:
    """A file before and after; none after where it goes."""

    path: str
    before: str
    after: str | None

    @property
    def diff(self) -> str:
        """The change as a unified diff."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True), (self.after or "").splitlines(keepends=True), self.path, self.path
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def moved_on(root: Path) -> tuple[int, list[Moved]]:
    """Give the format of the project at `root` and each file that the way to today's format changes.

    Raises UpgradeError where the handbook is newer than this generator, or a file cannot be read.
    """
    before = {path.relative_to(root).as_posix(): path for path in sorted(own(root, root / "content").rglob("*.yaml"))}
    try:
        texts = {name: path.read_bytes().decode() for name, path in before.items() if not path.is_symlink()}
        found = _format_of(texts)
    except (UnicodeDecodeError, ContentError) as error:
        raise UpgradeError(f"every file must be readable before it can be moved on: {error}") from None
    if found > FORMAT:
        said = f"this generator reads format {FORMAT}, found {found}"
        raise UpgradeError(f"{said}; install the generator that the handbook was made with")
    now = dict(texts)
    for number in range(min(found, FORMAT - 1), FORMAT):  # the last step also of what came in the old form since
        try:
            changed = {**STEPS[number](now), **(_marked(now, number + 1) if number >= found else {})}
        except ContentError as error:
            raise UpgradeError(str(error)) from None
        now = {name: text for name, text in {**now, **changed}.items() if text is not None}
    return found, [
        Moved(path=name, before=texts.get(name, ""), after=now.get(name))
        for name in sorted({*texts, *now})
        if texts.get(name) != now.get(name)
    ]


def _format_of(texts: Texts) -> int:
    if HANDBOOK.where not in texts:
        raise UpgradeError(f"{HANDBOOK.where} must exist, found no such file; name the project's folder with --root")
    data = parse_source(texts[HANDBOOK.where].encode(), HANDBOOK.where).data
    found = data.get("format", 1) if isinstance(data, dict) else 1
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise UpgradeError(f'format must be a whole number from 1 to {FORMAT}, found "{found}"')
    return found


def _marked(texts: Texts, number: int) -> Texts:
    """Give the vocabulary with its format: the line that says it, or a new one before the first field."""
    text = texts[HANDBOOK.where]
    line = f"format: {number}  # of the files in content/; `handbook upgrade` moves them on\n"
    if re.search(r"^format:.*\n", text, re.MULTILINE):
        return {HANDBOOK.where: re.sub(r"^format:.*\n", line, text, count=1, flags=re.MULTILINE)}
    first = re.search(r"^[a-z_]+:", text, re.MULTILINE)
    at = first.start() if first else len(text)
    return {HANDBOOK.where: f"{text[:at]}{line}{text[at:]}"}


def _without_gone_rules(texts: Texts) -> Texts:
    """Take out waivers of rules that are gone; nothing else of a file changes."""
    return {name: _kept(text, name) for name, text in texts.items() if name.startswith(f"{STORIES.where}/")}


def _kept(text: str, name: str) -> str:
    source = parse_source(text.encode(), name)
    waivers = source.data.get("waivers") if isinstance(source.data, dict) else None
    if not isinstance(waivers, tuple | list):
        return text
    gone = [at for at, one in enumerate(waivers) if isinstance(one, dict) and one.get("rule") in GONE_RULES]
    lines = text.splitlines(keepends=True)
    starts = [source.place(("waivers", at))[0] - 1 for at in range(len(waivers))]
    ends = [*starts[1:], _line_after(source, "waivers")]
    for at in gone:
        if not lines[starts[at]].lstrip().startswith("- "):
            what = f'the rule "{waivers[at]["rule"]}" is gone; delete its waiver, then upgrade again'
            raise UpgradeError(f"{name}:{starts[at] + 1}: {what}")
    dropped = {line for at in gone for line in range(starts[at], ends[at])}
    if len(gone) == len(waivers):
        dropped.add(source.key_place(("waivers",))[0] - 1)
    return "".join(line for at, line in enumerate(lines) if at not in dropped)


def _line_after(source: Source, key: str) -> int:
    """Give the first line (from 0) below the field's value: that of the next field, or the end of the file."""
    own = source.key_place((key,))[0]
    others = [source.key_place((name,))[0] for name in source.data]
    return min((line - 1 for line in others if line > own), default=source.text.count("\n") + 1)


def _one_file_a_question(texts: Texts) -> Changed:
    """Part each list of questions: two people who add one each do not meet in one file."""
    changed: dict[str, str | None] = {}
    for name, text in texts.items():
        if A_LIST.fullmatch(name):
            files = parted(text, name)
            if there := next((file for file in files if file in texts), ""):
                raise UpgradeError(f"{there} must be new, found it beside the same question in {name}; delete one")
            changed |= {**files, name: None}
    return changed


STEPS: Mapping[int, Callable[[Texts], Changed]] = {1: _without_gone_rules, 2: _one_file_a_question}
