"""A submission: an issue made with the story form, as Markdown, turned into an entry or into what is missing in it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, get_args

from generator.content.content import Content
from generator.content.load import entry_from_text
from generator.content.naming import NoSuchNameError, pick, slug_named, slug_of
from generator.contribute.issue_form import CONFIRM, CONFIRMATIONS, FIELDS, Field, options_of
from generator.model import LIST_LIMIT, LONGEST_SLUG, PROSE_LIMIT, TEXT_LIMIT, Kind, Note, PartId
from generator.text.characters import decode, hostile
from generator.text.issue import ContentError, shown
from generator.text.prose import plain
from generator.text.scalar import Value, mapping, tidy
from generator.text.source import parse_source

NOTHING = "_No response_"
NO_CHOICE = "None"  # what GitHub writes for a choice that was not made
HEADING = re.compile(r"^### +(.+?)[ \t]*$", re.MULTILINE)
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^\n]*)")
TICK = re.compile(r"^- \[(x|X| )\] (.*?)[ \t]*$", re.MULTILINE)
FOLLOW_UP = re.compile(r"^[ \t>*-]*(asks|checks|strong|weak)\**:\**[ \t]*", re.MULTILINE | re.IGNORECASE)
FOLLOW_UP_KEYS = ("asks", "checks", "strong", "weak")
PARTS = get_args(PartId)
SCHEMA = "# yaml-language-server: $schema=../../schemas/story.schema.json"


@dataclass(frozen=True, kw_only=True)
class Missing:
    """Something that keeps a submission from being an entry: the form's label, and what to do about it."""

    label: str
    says: str

    def __str__(self) -> str:
        return f"- **{self.label}**: {self.says}"


@dataclass(frozen=True, kw_only=True)
class Submission:
    """A submission as an entry's slug and text; or, where anything is missing, all of it."""

    slug: str
    text: str
    missing: tuple[Missing, ...]


class NoFormError(Exception):
    """Raised where a text was not made with the form."""


def read_submission(raw: bytes, content: Content, story: Kind[Any], skeleton: str, slug: str = "") -> Submission:
    """Give the submission that the form's Markdown holds. What may be left to the editors is taken from the skeleton.

    Raises NoFormError where it is no issue of the form, and ContentError where it is no UTF-8.
    """
    values, missing = _values(decode(raw, "the issue"))
    reader = _Reader(content, values)
    fields = reader.story(_left(skeleton))
    missing += reader.missing
    slug = slug or slug_of(values.get("title", ""), LONGEST_SLUG)
    text = "\n".join([SCHEMA, *mapping(fields)]) + "\n"
    if not missing:
        missing += _refused(text, story, slug)
    order = [field.label for field in FIELDS]
    missing.sort(key=lambda one: order.index(one.label) if one.label in order else len(order))
    return Submission(slug=slug, text=text, missing=tuple(missing))


def _values(text: str) -> tuple[dict[str, str], list[Missing]]:
    """Give what was written in each field, by id, and what is wrong with the headings."""
    labels = {field.label: field.id for field in FIELDS} | {CONFIRM: "confirmations"}
    places: dict[str, list[tuple[int, int]]] = {label: [] for label in labels}
    fences = list(_fences(text))
    for match in HEADING.finditer(text):
        if match.group(1) in places:
            places[match.group(1)].append(match.span())
    if not any(places.values()):
        raise NoFormError("the text must come from the story form, found none of its headings (### ...)")
    missing, starts = [], []
    for label, found in places.items():
        open_ = [span for span in found if not any(a < span[0] < b for a, b in fences)]
        spans = found if len(found) == 1 else open_
        if len(spans) > 1:
            lines = " and ".join(str(text.count("\n", 0, at) + 1) for at, _ in spans)
            says = f'the heading "### {label}" must stand once, found it in lines {lines}; reword the one you typed'
            missing.append(Missing(label=label, says=says))
        elif not spans and label != CONFIRM:
            missing.append(
                Missing(label=label, says=f'its heading "### {label}" is gone; put it back, with the answer')
            )
        starts += [(*span, labels[label]) for span in spans[:1]]
    starts.sort()
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    values = {id_: text[after:end].strip() for (_, after, id_), end in zip(starts, ends, strict=True)}
    gone = {labels[one.label] for one in missing}
    return {
        id_: "" if value in {NOTHING, NO_CHOICE} else value for id_, value in values.items() if id_ not in gone
    }, missing


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """Give where each fenced block begins and ends; one that never ends is none."""
    at, open_, mark = 0, -1, ""
    for line in text.split("\n"):
        if found := FENCE.match(line):
            if open_ < 0:
                open_, mark = at, found.group(1)
            elif found.group(1).startswith(mark) and not found.group(2).strip():
                yield open_, at
                open_ = -1
        at += len(line) + 1


def _left(skeleton: str) -> Mapping[str, Any]:
    """Give the values of the skeleton, with their TODO."""
    data: Mapping[str, Any] = parse_source(skeleton.encode(), "skeleton").data
    return data


def _refused(text: str, story: Kind[Any], slug: str) -> list[Missing]:
    try:
        entry_from_text(text, story, slug, "the story")
    except ContentError as error:
        return [
            Missing(label="The story", says=f"{issue.message}.") for issue in error.issues if issue.code != "unfinished"
        ]
    return []


class _Reader:
    """Takes the fields one by one and keeps what is missing in them."""

    def __init__(self, content: Content, values: Mapping[str, str]) -> None:
        self.content = content
        self.values = values
        self.missing: list[Missing] = []
        self._fields = {field.id: field for field in FIELDS}

    def story(self, left: Mapping[str, Any]) -> dict[str, Value]:
        """Give the story's fields in the order of the skeleton."""
        main, more = self._one("competency"), self._many("competencies")
        contributor: dict[str, Value] = {"name": self._line("name")}
        if link := self._line("link"):
            contributor["link"] = link
            if not link.startswith("https://"):
                self._miss("link", f'it must be a web address that begins with https://, found "{shown(link)}"')
        fields: dict[str, Value] = {
            "title": self._line("title"),
            "summary": self._line("summary"),
            "question": next(iter(self._questions("question")), ""),
            "also_answers": self._questions("also_answers"),
            "competencies": [main, *(slug for slug in more if slug != main)],
            "themes": self._many("themes"),
            "traits": self._many("traits"),
            "narrator": {"level": self._one("level"), "company": self._line("company"), "team": self._line("team")},
            "outcome": self._one("outcome"),
            "ending": self._one("ending"),
            "provenance": "contributed",
            "contributor": contributor,
            "added": str(left["added"]),
            "thirty_seconds": self._prose("thirty_seconds"),
            "system": self._prose("system"),
            "told": {part: self._prose(part) for part in PARTS},
            "if_they_want_more": self._prose("if_they_want_more"),
            "measures": list(self._rows("measures", ("what", "before", "after"), self._measure)),
            "notes": list(self._rows("notes", ("in", "kind", "quote", "says"), self._note)) or left["notes"],
            "follow_ups": list(self._follow_ups()) or left["follow_ups"],
        }
        self._confirmed()
        return fields

    def _miss(self, id_: str, says: str) -> None:
        self.missing.append(Missing(label=self._fields[id_].label, says=says))

    def _value(self, id_: str) -> str:
        value = self.values.get(id_)
        if value is None:
            return ""  # its heading is gone, which has been said
        field = self._fields[id_]
        if not value and field.needed:
            self._miss(id_, f"nothing is written. {field.says}")
        for _, found in hostile(value):
            self._miss(id_, f"a text must hold visible characters only, found {found}; delete it")
            return ""
        return value

    def _line(self, id_: str) -> str:
        value = " ".join(self._value(id_).split())
        if len(value) > TEXT_LIMIT:
            self._miss(id_, f"it must be at most {TEXT_LIMIT} characters, found {len(value)}")
        return value

    def _prose(self, id_: str) -> str:
        value = tidy(self._value(id_))
        if len(value) > PROSE_LIMIT:
            self._miss(id_, f"it must be at most {PROSE_LIMIT} characters, found {len(value)}")
            return ""
        if value and not plain(value):
            self._miss(id_, f"it must hold words. {self._fields[id_].says}")
        return value

    def _lines(self, id_: str) -> list[str]:
        lines = [line.strip() for line in self._value(id_).split("\n") if line.strip()]
        if len(lines) > LIST_LIMIT:
            self._miss(id_, f"it must be at most {LIST_LIMIT} lines, found {len(lines)}")
        return lines[:LIST_LIMIT]

    def _one(self, id_: str) -> str:
        return next(iter(self._chosen(self._fields[id_])), "")

    def _many(self, id_: str) -> list[str]:
        return self._chosen(self._fields[id_])

    def _chosen(self, field: Field) -> list[str]:
        options = options_of(self.content, field.options)
        found = []
        typed_ones = _split(" ".join(self._value(field.id)[:PROSE_LIMIT].split()), list(options.values()))
        for typed in islice(typed_ones, LIST_LIMIT):
            try:
                found.append(pick(field.options, options, typed))
            except NoSuchNameError as error:
                self._miss(field.id, f"{error}.")
        return list(dict.fromkeys(found))

    def _questions(self, id_: str) -> list[str]:
        found = []
        for line in filter(None, (line.strip(" \t-*") for line in self._lines(id_))):
            try:
                found.append(slug_named(self.content, "question", line.strip("\"'`\u201c\u201d")))
            except NoSuchNameError as error:
                self._miss(id_, f"{error}. Copy it from the question bank.")
        return list(dict.fromkeys(found))

    def _rows(
        self, id_: str, names: tuple[str, ...], row: Callable[[str, dict[str, str]], dict[str, str] | None]
    ) -> Iterator[dict[str, str]]:
        for line in self._lines(id_):
            if re.fullmatch(r"[\s|:-]+", line) or line.startswith(("```", "~~~")):
                continue  # the rule of a table, or a fence around the lines
            cells = [cell.strip() for cell in re.sub(r"^[-*] +", "", line).strip("|").split("|")]
            if len(cells) != len(names) or not all(cells):
                self._miss(
                    id_, f'a line must hold {len(names)} parts, such as "{" | ".join(names)}", found "{shown(line)}"'
                )
            elif fields := row(id_, dict(zip(names, cells, strict=True))):
                yield fields

    def _measure(self, _: str, cells: dict[str, str]) -> dict[str, str]:
        return cells

    def _note(self, id_: str, cells: dict[str, str]) -> dict[str, str] | None:
        kinds = get_args(Note.model_fields["kind"].annotation)
        try:
            part = pick("part", {name: name for name in PARTS}, cells["in"])
            kind = pick("kind", {name: name for name in kinds}, cells["kind"])
        except NoSuchNameError as error:
            self._miss(id_, f"{error}.")
            return None
        quote = cells["quote"].strip("\"'\u201c\u201d ")
        if plain(quote[:PROSE_LIMIT]) not in plain(self.values.get(part, "")[:PROSE_LIMIT]):
            self._miss(id_, f'the words of a note must stand in the {part}, found "{shown(quote)}"; copy them exactly')
        return {"in": part, "quote": quote, "kind": kind, "says": cells["says"]}

    def _follow_ups(self) -> Iterator[dict[str, str]]:
        _, *pieces = FOLLOW_UP.split(self._value("follow_ups"))
        pairs = [(key.lower(), tidy(said)) for key, said in zip(pieces[::2], pieces[1::2], strict=True)]
        for at in range(0, max(len(pairs), 1), len(FOLLOW_UP_KEYS)):
            group = pairs[at : at + len(FOLLOW_UP_KEYS)]
            if tuple(key for key, said in group if said) == FOLLOW_UP_KEYS:
                yield {key: said if key in {"strong", "weak"} else " ".join(said.split()) for key, said in group}
            elif self.values.get("follow_ups"):
                keys = ", ".join(f"{key.capitalize()}:" for key in FOLLOW_UP_KEYS)
                found = ", ".join(f"{key.capitalize()}:{'' if said else ' (empty)'}" for key, said in group) or "none"
                self._miss("follow_ups", f"each must have the four lines {keys} in this order, found {found}")
                return

    def _confirmed(self) -> None:
        ticked = {said for mark, said in TICK.findall(self.values.get("confirmations", "")) if mark != " "}
        self.missing += (Missing(label=CONFIRM, says=f'tick "{said}"') for said in CONFIRMATIONS if said not in ticked)


def _split(typed: str, options: list[str]) -> Iterator[str]:
    """Give the choices of a list with commas; an option that holds a comma itself stays whole."""
    rest = typed
    longest_first = sorted(options, key=len, reverse=True)
    while rest:
        option = next((o for o in longest_first if rest == o or rest.startswith(f"{o}, ")), None)
        option = option or rest.partition(", ")[0]
        yield option
        rest = rest[len(option) :].removeprefix(",").strip()
