"""What every record is made of: texts, references, limits, and the record itself."""

import os
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from generator.text.language import CODE as LANGUAGE_CODE

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else every installed package is asked whether it is one

TEXT_LIMIT = 300
BRIEF_LIMIT = 80  # what stands in a picture
PROSE_LIMIT = 4_000
LIST_LIMIT = 60
LONG_LIST_LIMIT = 400
ANCHORS = 5
LONGEST_SLUG = 80
ADDRESS = r"^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$"
ONE_LINE = r"^\s*\S(.*\S)?\s*$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"


@dataclass(frozen=True)
class Ref:
    """Marks a field whose value must be the slug of an entry (or the id of a term) of this kind."""

    kind: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:  # noqa: ANN401 - pydantic's own
        """Name the kind in the schema, which takes its slugs from the handbook."""
        return {**handler(core), "x-ref": self.kind}


@dataclass(frozen=True)
class Words:
    """Marks a field as one plain line ("text") or as paragraphs with inline Markdown ("prose")."""

    form: Literal["text", "prose"]

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:  # noqa: ANN401 - pydantic's own
        """Say what the validators below ask for: words, and in a text on one line."""
        return {"pattern": ONE_LINE if self.form == "text" else r"\S", **handler(core)}


def _one_line(value: str) -> str:
    value = value.strip()
    if not value:
        raise ValueError("must not be empty")
    if "\n" in value:
        raise ValueError("must be one line")
    return value


def _paragraphs(value: str) -> str:
    value = value.strip()
    if not value:
        raise ValueError("must not be empty")
    return value


def _a_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError("must be a day of the calendar, such as 2026-03-14") from None
    return value


Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT), AfterValidator(_one_line), Words("text")]
Brief = Annotated[str, StringConstraints(max_length=BRIEF_LIMIT), AfterValidator(_one_line), Words("text")]
Letters = Annotated[str, StringConstraints(max_length=2), AfterValidator(_one_line), Words("text")]
Prose = Annotated[str, StringConstraints(max_length=PROSE_LIMIT), AfterValidator(_paragraphs), Words("prose")]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=LONGEST_SLUG)]
Address = Annotated[str, StringConstraints(pattern=ADDRESS, max_length=200)]
LanguageCode = Annotated[str, StringConstraints(pattern=rf"^{LANGUAGE_CODE.pattern}$", max_length=12)]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Z]\w*(?:[ '-]\w+)*$", max_length=40), Words("text")]
Url = Annotated[
    str,
    StringConstraints(pattern=r"^https://[A-Za-z0-9.-]+(/[A-Za-z0-9._~!$&'()*+,;=:@%/?#-]*)?$", max_length=TEXT_LIMIT),
]
DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
Date = Annotated[str, StringConstraints(pattern=DATE), AfterValidator(_a_day)]
Count = Annotated[int, Field(ge=1, le=10_000)]
Minutes = Annotated[int, Field(ge=1, le=600)]
Percent = Annotated[int, Field(ge=1, le=100)]


def listed(limit: int = LIST_LIMIT, least: int = 1) -> Any:  # noqa: ANN401 - pydantic's FieldInfo
    """Give a list's field: how few and how many it may hold."""
    return Field(min_length=least, max_length=limit)


KnownAs = Annotated[tuple[Text, ...], listed(limit=20, least=0)]  # other names, as people type them into a search
Formerly = Annotated[tuple[Slug, ...], Field(max_length=20)]  # slugs an entry had before; their addresses lead on
FirstWords = Annotated[tuple[Text, ...], listed(limit=20, least=0)]  # what it said before; its cards keep
LevelRef = Annotated[str, Ref("level")]
TraitRef = Annotated[str, Ref("trait")]
ThemeRef = Annotated[str, Ref("theme")]
CategoryRef = Annotated[str, Ref("system_category")]
CompetencyRef = Annotated[str, Ref("competency")]
QuestionRef = Annotated[str, Ref("question")]
FrameworkRef = Annotated[str, Ref("framework")]
StoryRef = Annotated[str, Ref("story")]
PrincipleRef = Annotated[str, Ref("principle")]
PageRef = Annotated[str, Ref("page")]
PartId = Literal["context", "challenge", "actions", "results", "learnings"]
BoxId = Literal["system", "context", "challenge", "actions", "results", "learnings"]


class Record(BaseModel):
    """Frozen data that holds exactly its fields, each of exactly its type."""

    # what validates a record is made once one is to be: no command needs those of all kinds
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


def needs(field: str, kind: str, needed: str, *, alone: bool = False) -> dict[str, Any]:
    """Give the part of a schema that asks for a field where another has this value, and (`alone`) nowhere else."""
    when = {"properties": {field: {"const": kind}}, "required": [field]}
    other = {"else": {"not": {"required": [needed]}}} if alone else {}
    return {"if": when, "then": {"required": [needed]}, **other}


class Credit(Record):
    """Whom the ideas or the figures of an entry come from: who published them, and where."""

    who: Text
    """Who published it: a person, a company or a body. Such as: The national safety board"""
    work: Text
    """The title of what they published. Such as: Annual report on patient safety"""
    link: Url | None = None
    """Where to read it. Such as: https://www.example.org/report"""
    licence: Text | None = None
    """The licence under which it may be told again. Such as: CC BY 4.0"""


def record_in(annotation: Any) -> Any:  # noqa: ANN401 - a type expression
    """Give the record that a field's type holds, alone or in a list; None where it holds none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(record_in, get_args(annotation))), None)
