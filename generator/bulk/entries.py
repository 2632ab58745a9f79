"""A row as the data of an entry: values at their fields, names resolved, TODO where nothing is given, and faults."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.bulk.columns import Columns, unknown_column
from generator.bulk.csv_shape import BULLET, items
from generator.bulk.known import Known
from generator.bulk.shapes import ANSWER, QUESTION, STORY, TAGS, Field, Row, Shape, leaf, placed
from generator.bulk.skeleton_fields import TODO, Tree, faults, filled, whole
from generator.content.file_names import RESERVED
from generator.content.naming import NoSuchNameError
from generator.model import LONGEST_SLUG, SLUG
from generator.text.issue import Issue, shown
from generator.text.slug import slug_of, unwritten
from generator.text.source import Source
from generator.text.tree import Node

UNKNOWN = f"{TODO} the id of:"
TAGGED = {"theme": "themes", "trait": "traits", "competency": "competencies"}
COMMAS = re.compile(r"\s*[,;|\n]\s*")
Left = Mapping[str, Mapping[str, Any]]  # for each kind what a skeleton leaves to be written


@dataclass(kw_only=True, eq=False)
class Draft:
    """An entry on its way: where it came from, its fields, the name of its address and what it is filed under."""

    row: Row
    shape: Shape
    tree: Tree = field(default_factory=dict)
    slug: str = ""
    named: bool = False  # whether its file names it
    filed: str = ""

    def text(self, *path: str) -> str:
        """Give the text at the path, or nothing."""
        here: Any = self.tree
        for step in path:
            here = here.get(step, {}) if isinstance(here, dict) else {}
        return here.data if isinstance(here, Node) and isinstance(here.data, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Give the texts of a list, or of one field."""
        here = self.tree.get(name, {})
        nodes = here.values() if isinstance(here, dict) else [here]
        return tuple(node.data for node in nodes if isinstance(node, Node) and isinstance(node.data, str))


def draft_of(row: Row, shape: Shape, columns: Columns, issues: list[Issue]) -> Draft:
    """Give the row's values at the fields they are meant for."""
    draft = Draft(row=row, shape=shape)
    for name, node in row.values:
        if columns.leaves(name):
            continue
        found = columns.field(shape, name)
        if found is None:
            issues.append(_issue(row, node, "columns", unknown_column(shape, name)))
        else:
            _put(draft, *found, node, issues)
    if row.heading is not None:
        _head(draft, row.heading)
    if row.category is not None and shape.filed not in draft.tree:
        many = shape.fields[shape.filed].many
        draft.tree[shape.filed] = {0: row.category} if many else row.category
    return draft


def _head(draft: Draft, heading: Node) -> None:
    """Take what stands above the values for the title, or for what the story answers."""
    asked = draft.shape is STORY and draft.row.shape == "?"
    name = "question" if asked else draft.shape.title
    if name not in draft.tree:
        draft.tree[name] = heading
    elif draft.row.category is None:
        draft.row.category = heading


def _put(draft: Draft, found: Field, at: int, node: Node, issues: list[Issue]) -> None:
    if found.path == (ANSWER,):
        found, node = _answer(draft.shape, node)
    nodes = _many(found, node) if found.many else [_one(found, node)]
    *way, last = placed(found, at)
    here = draft.tree
    for step in way:
        here = here.setdefault(step, {})
    if not found.many and last in here:
        said = f'each field must be given once, found "{found.name}" again, as "{shown(str(nodes[0].data))}"'
        issues.append(_issue(draft.row, node, "columns", f"{said}; leave one of the columns out with --columns"))
    elif found.many:
        items_ = here.setdefault(last, {})
        for one in nodes:
            items_[len(items_)] = one
    else:
        here[last] = nodes[0]


def _answer(shape: Shape, node: Node) -> tuple[Field, Node]:
    """An answer is a list of points, or it is said aloud; of a story it is what was done."""
    lines = node.data if isinstance(node.data, tuple) else node.data.split("\n")
    if shape is STORY:
        return shape.fields["actions"], node
    listed = isinstance(node.data, tuple) or all(BULLET.match(line) for line in lines if line.strip())
    return shape.fields["good_answer" if listed else "spoken.says"], node


def _one(found: Field, node: Node) -> Node:
    said = "\n\n".join(map(str, node.data)) if isinstance(node.data, tuple) else node.data.strip()
    text = said if found.prose else " ".join(line.strip() for line in said.split("\n") if line.strip())
    return leaf(text, node.line, node.column)


def _many(found: Field, node: Node) -> list[Node]:
    if isinstance(node.data, tuple):
        return [leaf(str(one.data).strip(), one.line, one.column) for one in node.items.values()]
    named = bool(found.ref) or found.path == (TAGS,)
    said = COMMAS.split("\n".join(items(node.data))) if named else items(node.data)
    return [leaf(one.strip(), node.line, node.column) for one in said if one.strip()]


def resolve(draft: Draft, known: Known, columns: Columns, issues: list[Issue]) -> None:
    """Put the slug of what each name means in its place; a name that means nothing is a fault, or left to write."""
    _tags(draft, known, columns, issues)
    for found in draft.shape.fields.values():
        for where, key in list(_places(draft.tree, found.path)) if found.ref else ():
            node: Node = where[key]
            try:
                slug = known.slug(found.ref, columns.value(node.data))
            except NoSuchNameError as error:
                slug = f"{UNKNOWN} {node.data}"
                if draft.shape is QUESTION or found.name != "question":
                    mend = f'; write it so, or say with --columns which it is: "names: {{{shown(node.data, 40)}: ...}}"'
                    issues.append(_issue(draft.row, node, "reference", f"{error}{mend}"))
            where[key] = leaf(slug, node.line, node.column)


def _tags(draft: Draft, known: Known, columns: Columns, issues: list[Issue]) -> None:
    for node in draft.tree.pop(TAGS, {}).values():
        typed = columns.value(node.data)
        into = next((name for kind, name in TAGGED.items() if known.finds(kind, typed)), "")
        if into:
            values = draft.tree.setdefault(into, {})
            values[len(values)] = leaf(typed, node.line, node.column)
        else:
            said = f'a tag must be a theme, a trait or a competency of the handbook, found "{shown(node.data)}"'
            mend = '; say with --columns which it is, or "tags: leave"'
            issues.append(_issue(draft.row, node, "reference", said + mend))


def _places(tree: Any, path: tuple[str, ...]) -> Iterator[tuple[Tree, str | int]]:  # noqa: ANN401 - a tree, or its end
    """Give each place of the field in the tree, the items of a list one by one."""
    if not isinstance(tree, dict):
        return
    step, *rest = path
    for key in list(tree) if step == "#" else [step] if step in tree else []:
        if rest:
            yield from _places(tree[key], tuple(rest))
        elif isinstance(tree[key], Node):
            yield tree, key
        else:
            yield from ((tree[key], at) for at in tree[key])


def name(draft: Draft, issues: list[Issue]) -> None:
    """Give the draft the name of its address: its own, or one made from what names it."""
    given = draft.tree.get(draft.shape.key)
    if isinstance(given, Node) and not str(given.data).isdigit():  # the number of a line names nothing
        draft.slug, draft.named = given.data, True
        if draft.shape is STORY:
            del draft.tree["slug"]
        unfit = not re.fullmatch(SLUG, draft.slug, re.ASCII) or len(draft.slug) > LONGEST_SLUG
        if draft.slug in RESERVED or (unfit and draft.shape is STORY):  # of a question, its record says that
            said = f"a name must be lower-case letters, digits and single hyphens, at most {LONGEST_SLUG}"
            issues.append(_issue(draft.row, given, "slug", f'{said}, found "{shown(given.data)}"'))
        return
    draft.tree.pop(draft.shape.key, None)
    title = draft.text(draft.shape.title) or draft.text("question").removeprefix(UNKNOWN).strip()
    draft.slug = slug_of(title, LONGEST_SLUG)
    if not draft.slug:
        letters = unwritten(title)
        found = f'"{letters}", which cannot be written so' if letters else f'"{shown(title)}"'
        said = f"the name of an entry must be of Latin letters and digits, found {found}; give it a column"
        place = leaf("", draft.row.line, draft.row.column)
        issues.append(_issue(draft.row, place, "slug", f'{said} "{draft.shape.key}" with a name of its own'))


def finish(draft: Draft, left: Left, issues: list[Issue]) -> dict[str, Any]:
    """Give the data of the entry in the order of its fields, TODO where nothing is given; faults at their places."""
    tree = dict(draft.tree)
    tree.pop("competency", None)
    if draft.shape is QUESTION:
        tree["id"] = tree.get("id", leaf(draft.slug or TODO, draft.row.line, draft.row.column))
    root = whole(filled(draft.shape.record, tree, left[draft.shape.id], draft.row), draft.row)
    source = Source(file=draft.row.file, text="", root=root)
    issues += faults(draft.shape.record, source)
    return dict(root.data)


def _issue(row: Row, node: Node, code: str, message: str) -> Issue:
    return Issue(file=row.file, line=node.line, column=node.column, message=message, code=code)
