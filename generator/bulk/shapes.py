"""The two shapes that come and go in bulk, a question and a story, each as fields with a name and one value.

A field inside another has both names, `spoken.says`; one of several items has its number, `notes.1.quote`. The parts of
a telling and the narrator stand at the top, as people write them: `context`, `level`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from generator.model import Question, Record, Ref, Story, Words
from generator.model.record import record_in
from generator.text.language import N_, Language
from generator.text.source import Path_
from generator.text.tree import Node

ITEM = "#"  # in a field's path: the number of an item
AT_THE_TOP = frozenset({"told", "narrator"})
ANSWER = "answer"  # whatever its form decides: points to make, or words to say
TAGS = "tags"
LEFT = "leave"  # a column that is to be left out
UNFILED = (
    "a question must stand under a competency, found none; add a column, or name one with --category; "
    "the parts of a story must stand under headings such as Situation and Action"
)


@dataclass(frozen=True, kw_only=True)
class Field:
    """A field that holds a text, or many; `ref` is the kind that each of them names."""

    path: tuple[str, ...]
    many: bool = False
    ref: str = ""
    prose: bool = False

    @property
    def name(self) -> str:
        """The name of its column."""
        return ".".join(self.path[1:] if self.path[0] in AT_THE_TOP else self.path)


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A question or a story: its fields, the one that names it, and what people call them."""

    id: str
    many: str
    record: type[Record]
    title: str
    filed: str  # the field that says under which competency it stands
    key: str  # the field that is its name in addresses
    usual: Mapping[str, tuple[str, ...]]
    more: tuple[Field, ...] = ()
    fields: Mapping[str, Field] = field(init=False)

    def __post_init__(self) -> None:
        found = (*self.more, *_fields(self.record))
        object.__setattr__(self, "fields", {one.name: one for one in found})


@dataclass(kw_only=True, eq=False)
class Row:
    """What a file says of one entry: where it begins, each value by the name it has there, and what it stands under.

    `shape` is empty where the file does not say; `heading` is what stands above the values, which names the entry.
    """

    file: str
    line: int
    column: int
    values: list[tuple[str, Node]]
    shape: str = ""
    category: Node | None = None
    heading: Node | None = None
    follows: "Row | None" = None


def leaf(text: Any, line: int, column: int) -> Node:  # noqa: ANN401 - a text, or texts
    """Give a value with its place in a stranger's file."""
    if not isinstance(text, tuple):
        return Node(text, line, column, 0, 0)
    node = Node(text, line, column, 0, 0)
    node.items.update((at, leaf(one, line, column)) for at, one in enumerate(text))
    return node


def _fields(record: type[Record], path: tuple[str, ...] = ()) -> Iterator[Field]:
    for name, info in record.model_fields.items():
        here = (*path, info.alias or name)
        parts = [*info.metadata, *_parts(info.annotation)]
        many = any(get_origin(part) is tuple for part in parts)
        if inner := record_in(info.annotation):
            yield from _fields(inner, (*here, ITEM) if many else here)
        else:
            ref = next((part.kind for part in parts if isinstance(part, Ref)), "")
            words = next((part.form for part in parts if isinstance(part, Words)), "")
            yield Field(path=here, many=many, ref=ref, prose=words == "prose")


def _parts(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - a type expression
    yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def flat(name: str) -> str:
    """Give a name without case, blanks and signs, as it is compared: "Learning(s)" is "learnings"."""
    return re.sub(r"[\W_]+", "", name.casefold())


def placed(found: Field, at: int) -> Path_:
    """Give the path of the field in item `at` (from 0) of its list, where it is in one."""
    return tuple(at if step == ITEM else step for step in found.path)


QUESTION = Shape(
    id="question",
    many="questions",
    record=Question,
    title="ask",
    filed="competency",
    key="id",
    more=(Field(path=("competency",), ref="competency"),),
    usual={
        "ask": (N_("Question"), "question", "prompt", "ask", "text", "interview question"),
        "competency": (N_("Category"), "category", "competency", "topic", "area", "section", "group", "skill", "theme"),
        "levels": (N_("Level"), "level", "levels", "seniority"),
        "intent": ("intent", "why asked", "why they ask", "purpose"),
        "good_answer": ("good answer", "hints", "look for", "what to look for", "points", "key points"),
        "also_asked": ("also asked", "variants", "alternatives", "other wordings"),
        "trap": ("trap", "pitfall", "mistake"),
        "follows": ("follows", "follow-up to", "parent"),
        "id": ("id", "slug"),
        ANSWER: (N_("Answer"), "answer", "sample answer", "model answer", "example answer"),
    },
)
STORY = Shape(
    id="story",
    many="stories",
    record=Story,
    title="title",
    filed="competencies",
    key="slug",
    more=(Field(path=("slug",)),),
    usual={
        "title": (N_("Title"), "title", "story", "headline", "name"),
        "question": (N_("Question"), "question", "prompt", "ask", "interview question"),
        "competencies": (N_("Category"), "category", "competency", "competencies", "topic", "area", "skill"),
        "level": (N_("Level"), "level", "seniority"),
        "context": (N_("Situation"), N_("Context"), "situation", "context", "background", "setting"),
        "challenge": (N_("Task"), N_("Challenge"), "task", "tasks", "challenge", "problem", "obstacle", "goal"),
        "actions": (N_("Action"), N_("Actions"), "action", "actions", "approach", "steps", "what i did"),
        "results": (N_("Result"), N_("Results"), "result", "results", "impact"),
        "learnings": (
            *(N_("Learning"), N_("Learnings")),
            *("learning", "learnings", "lesson", "lessons", "lessons learned", "reflection", "takeaway", "takeaways"),
        ),
        "slug": ("slug", "id"),
        TAGS: (N_("Tags"), "tags", "tag", "labels"),
        ANSWER: (N_("Answer"), "answer", "sample answer", "star"),
    },
)
SHAPES = {shape.many: shape for shape in (QUESTION, STORY)}


def usual_names(shape: Shape, language: Language, parts: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Give for each flat name that people use the name of the field; `parts` are the handbook's own names of parts."""
    said = [(name, one) for name, usual in shape.usual.items() for one in usual]
    names = {flat(either): name for name, one in said for either in (one, language.say(one))}
    if shape is STORY:
        names |= {flat(said): part for part, usual in parts.items() for said in usual}
    plain = {name: found for name, found in shape.fields.items() if ITEM not in name}
    return names | {flat(said): name for name, found in plain.items() for said in (".".join(found.path), name)}
