"""A submission: an issue made with the story form, as Markdown, turned into an entry or into what is missing in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from generator.content.content import Content
from generator.content.load import entry_from_text
from generator.content.naming import NoSuchNameError, pick
from generator.contribute.answer_reader import AnswerReader
from generator.contribute.answers import Missing, read_answers
from generator.contribute.issue_form import CONFIRM, CONFIRMATIONS, EARLIER, FIELDS
from generator.model import LIST_LIMIT, LONGEST_SLUG, PROSE_LIMIT, TEXT_LIMIT, Kind, Note, PartId
from generator.text.characters import decode
from generator.text.issue import ContentError, shown
from generator.text.prose import bare, plain
from generator.text.scalar import Value, mapping, tidy
from generator.text.slug import slug_of
from generator.text.source import parse_source

NONE = frozenset({"", "none", "no", "n/a", "-", "no figures", "nothing was measured"})
TICK = re.compile(r"^- \[(x|X| )\] (.*)$", re.MULTILINE)
FOLLOW_UP = re.compile(r"^[ \t>*-]*(asks|checks|strong|weak)\**:\**[ \t]*", re.MULTILINE | re.IGNORECASE)
FOLLOW_UP_KEYS = ("asks", "checks", "strong", "weak")
PARTS = get_args(PartId)
SCHEMA = "# yaml-language-server: $schema=../../schemas/story.schema.json"


@dataclass(frozen=True, kw_only=True)
class Submission:
    """A submission as an entry's slug and text; or, where anything is missing, all of it."""

    slug: str  # empty where no letter of the title can stand in a file name
    title: str
    text: str
    left: tuple[Missing, ...]  # what is wrong with optional answers, which stand as written below the story
    missing: tuple[Missing, ...]


def read_submission(raw: bytes, content: Content, story: Kind[Any], skeleton: str, slug: str = "") -> Submission:
    """Give the submission that the form's Markdown holds. The day it comes is the skeleton's.

    Raises NoFormError where it is no issue of the form, and ContentError where it is no UTF-8.
    """
    values, missing = read_answers(decode(raw, "the issue"))
    reader = AnswerReader(content, values)
    fields = _story(reader, _left(skeleton))
    missing += [*reader.missing, *_unconfirmed(values.get("confirmations", ""))]
    slug = slug or slug_of(values.get("title", ""), LONGEST_SLUG)
    text = "\n".join([SCHEMA, *mapping(fields), *_as_written(reader.as_written())]) + "\n"
    if not missing:
        missing += _refused(text, story, slug or "a-story")
    order = [field.label for field in FIELDS]
    missing.sort(key=lambda one: order.index(one.label) if one.label in order else len(order))
    return Submission(
        slug=slug, title=values.get("title", ""), text=text, left=tuple(reader.left), missing=tuple(missing)
    )


def _as_written(left: Mapping[str, str]) -> Iterator[str]:
    """Give what could not be read as comments, for whoever edits the story."""
    for label, written in left.items():
        yield from ("", f"# {label}, as it was written:")
        yield from (f"#   {shown(line, PROSE_LIMIT)}" for line in written.split("\n")[:LIST_LIMIT])


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


def _story(reader: AnswerReader, left: Mapping[str, Any]) -> dict[str, Value]:
    """Give the story's fields in the order of the skeleton."""
    main, more = reader.one("competency"), reader.many("competencies")
    contributor: dict[str, Value] = {"name": reader.line("name")}
    if (link := reader.line("link")).startswith("https://"):
        contributor["link"] = link
    elif link:
        reader.miss("link", f'it must be a web address that begins with https://, found "{shown(link)}"')
    return {
        "title": reader.line("title"),
        "summary": reader.line("summary"),
        "question": next(iter(reader.questions("question")), ""),
        "also_answers": reader.questions("also_answers"),
        "competencies": [main, *(slug for slug in more if slug != main)],
        "themes": reader.many("themes"),
        "traits": reader.many("traits"),
        "narrator": {
            "level": reader.one("level"),
            **({"company": company} if (company := reader.line("company")) else {}),
            "team": reader.line("team"),
        },
        "outcome": reader.one("outcome"),
        "ending": reader.one("ending"),
        **{name: chosen for name in ("turns_on", "scale") if (chosen := reader.one(name))},
        "provenance": "contributed",
        **({"after": after} if (after := _after(reader)) else {}),
        "contributor": contributor,
        "added": str(left["added"]),
        "thirty_seconds": reader.prose("thirty_seconds"),
        "system": reader.prose("system"),
        "told": {part: reader.prose(part) for part in PARTS},
        "if_they_want_more": reader.prose("if_they_want_more"),
        **_figures(reader),
        **{name: found for name, rows in _beside(reader) if (found := list(rows))},
    }


def _beside(reader: AnswerReader) -> Iterator[tuple[str, Iterator[Value]]]:
    """Give what stands beside the telling; what is left to the editors is left out."""
    yield "notes", _notes(reader)
    yield "follow_ups", _follow_ups(reader)


def _figures(reader: AnswerReader) -> dict[str, Value]:
    """Give the story's figures, or the sentence that says why there are none; nothing where neither was written."""
    said = tidy(reader.value("measures"))
    if said.strip(" .").casefold() in NONE:
        return {}
    if "|" not in said and "\n" not in said and len(said) <= TEXT_LIMIT and not any(map(str.isdigit, said)):
        return {"unmeasured": said}
    more = '; for one of the last two, "not known" will do'
    rows = list(reader.rows("measures", ("what", "before", "after"), more))
    return {"measures": rows} if rows else {}


def _after(reader: AnswerReader) -> dict[str, Value]:
    """Give whom the story follows, as `who | title | address` says it, or nothing."""
    who, title, *address = [part.strip() for part in reader.line("after").split("|")] + [""]
    if not who and not title:
        return {}
    if not who or not title or len(address) > 2:  # noqa: PLR2004 - the address and the blank behind it
        reader.miss("after", 'it must be "who published it | its title | its address"')
        return {}
    return {"who": who, "work": title, **({"link": address[0]} if address and address[0] else {})}


def _notes(reader: AnswerReader) -> Iterator[dict[str, str]]:
    kinds = get_args(Note.model_fields["kind"].annotation)
    for cells in reader.rows("notes", ("in", "kind", "quote", "says")):
        try:
            part = pick("part", {name: name for name in PARTS}, cells["in"])
            kind = pick("kind", {name: name for name in kinds}, cells["kind"])
        except NoSuchNameError as error:
            reader.miss("notes", f"{error}.")
            continue
        quote = cells["quote"].strip("\"'\u201c\u201d ")
        if bare(plain(quote[:PROSE_LIMIT])) not in bare(plain(reader.values.get(part, "")[:PROSE_LIMIT])):
            words = f'the words of a note must stand in the {part}, found "{shown(quote)}"; copy them exactly'
            reader.miss("notes", words)
        yield {"in": part, "quote": quote, "kind": kind, "says": cells["says"]}


def _follow_ups(reader: AnswerReader) -> Iterator[dict[str, str]]:
    _, *pieces = FOLLOW_UP.split(reader.value("follow_ups"))
    pairs = [(key.lower(), tidy(said)) for key, said in zip(pieces[::2], pieces[1::2], strict=True)]
    for at in range(0, max(len(pairs), 1), len(FOLLOW_UP_KEYS)):
        group = pairs[at : at + len(FOLLOW_UP_KEYS)]
        if tuple(key for key, said in group if said) == FOLLOW_UP_KEYS:
            yield {key: said if key in {"strong", "weak"} else " ".join(said.split()) for key, said in group}
        elif reader.values.get("follow_ups"):
            keys = ", ".join(f"{key.capitalize()}:" for key in FOLLOW_UP_KEYS)
            found = ", ".join(f"{key.capitalize()}:{'' if said else ' (empty)'}" for key, said in group) or "none"
            reader.miss("follow_ups", f"each must have the four lines {keys} in this order, found {found}")
            return


def _unconfirmed(ticks: str) -> Iterator[Missing]:
    words = (said.rstrip() for mark, said in TICK.findall(ticks) if mark != " ")
    ticked = {EARLIER.get(said, said) for said in words}
    return (Missing(label=CONFIRM, says=f'tick "{said}"') for said in CONFIRMATIONS if said not in ticked)
