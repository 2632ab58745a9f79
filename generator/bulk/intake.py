"""Strangers' files taken in: every file that is to be written, or every fault of all; and what exists already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from generator.bulk.columns import Columns
from generator.bulk.entries import Draft, Left, draft_of, finish, name, resolve
from generator.bulk.files import entry_text
from generator.bulk.known import Known, Standing, bare, told_of
from generator.bulk.reading import MOST_ROWS, read
from generator.bulk.shapes import QUESTION, SHAPES, STORY, UNFILED, Row, leaf
from generator.bulk.skeleton_fields import Tree, faults, filled, whole
from generator.content.bank_files import APART
from generator.content.file_names import RESERVED
from generator.model import COMPETENCIES, LONGEST_SLUG, QUESTION_BANKS, QUESTIONS, STORIES
from generator.text.issue import ContentError, Issue, shown
from generator.text.slug import slug_of
from generator.text.source import Source
from generator.text.tree import Node

MOST_FAULTS = 100
TYPO = 0.85  # how near a new name may come to an old one before it is taken for a slip


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is asked for: what the files hold, the competency of what names none, and whether what is near may come."""

    shape: str = ""
    category: str = ""
    near_too: bool = False


@dataclass(kw_only=True)
class Taken:
    """What came of it: the text of each file to write, how many entries, and what was left out, with the reason."""

    files: dict[str, str] = field(default_factory=dict)
    questions: int = 0
    stories: int = 0
    competencies: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    todos: int = 0


@dataclass(kw_only=True)
class Intake:
    """Takes files in for one handbook and keeps every fault that it meets."""

    known: Known
    columns: Columns
    left: Left
    wish: Wish
    taken: Taken = field(default_factory=Taken)
    issues: list[Issue] = field(default_factory=list)

    def take(self, files: Sequence[tuple[str, bytes]]) -> Taken:
        """Give what the files (name and bytes) become. Raises ContentError with every fault of all of them."""
        drafts: list[Draft] = []
        for file, raw in files:
            try:
                drafts += self._drafts(file, raw)
            except ContentError as error:
                self.issues += error.issues
        begun = self._file(drafts)
        kept = self._new_ones(drafts)
        for draft in kept:
            self.known.names[draft.shape.id][draft.slug] = draft.text(draft.shape.title) or draft.slug
        for draft in kept:
            _follow(draft)
            resolve(draft, self.known, self.columns, self.issues)
        self._write(kept, begun)
        if self.issues:
            raise ContentError(_once(self.issues))
        self.taken.todos = sum(text.count("TODO") for text in self.taken.files.values())
        return self.taken

    def _drafts(self, file: str, raw: bytes) -> list[Draft]:
        rows = read(file, raw, self.columns, self.taken.left_out, self.issues)
        if not rows and not self.issues:
            said = "the file must hold questions or stories, found none; docs/bulk.md shows what can be read"
            self.issues.append(Issue(file=file, message=said, code="empty-file"))
        if len(rows) > MOST_ROWS:
            said = f"the file must hold at most {MOST_ROWS} entries, found {len(rows)}; part it"
            self.issues.append(Issue(file=file, line=rows[MOST_ROWS].line, message=said, code="size"))
            return []
        told = any(self.columns.is_part(name_) for row in rows for name_, _ in row.values)
        made: list[Draft] = []
        for row in rows:
            shape = SHAPES.get(self.wish.shape) or SHAPES.get(row.shape) or (STORY if told else QUESTION)
            draft = draft_of(row, shape, self.columns, self.issues)
            if any(draft.text(one) for one in (shape.title, "question")):
                made.append(draft)
            else:
                said = f'each {shape.id} must have a column "{shape.title}" with words in it, found none'
                self._fault(draft, "missing-key", said)
        return made

    def _file(self, drafts: list[Draft]) -> dict[str, str]:
        """File each draft under a competency, and give the title of each competency that begins with it."""
        begun: dict[str, str] = {}
        for draft in drafts:
            where = draft.tree.get(draft.shape.filed)
            nodes = [where] if isinstance(where, Node) else list(where.values()) if where else []
            if not nodes and self.wish.category:
                nodes = [leaf(self.wish.category, draft.row.line, draft.row.column)]
                draft.tree[draft.shape.filed] = nodes[0] if draft.shape is QUESTION else {0: nodes[0]}
            if not nodes and draft.shape is QUESTION:
                self._fault(draft, "missing-key", UNFILED)
            slugs = [self._competency(node, draft) for node in nodes]
            for slug, node in zip(slugs, nodes, strict=True):
                if slug and slug not in self.known.names["competency"]:
                    begun.setdefault(slug, self.columns.value(node.data))
            draft.filed = next(iter(slugs), "")
            if not all(slugs):
                draft.tree.pop(draft.shape.filed, None)  # which has been said
        self.known.names["competency"] |= begun
        self.taken.competencies += begun.values()
        return begun

    def _competency(self, node: Node, draft: Draft) -> str:
        """Give the slug of the competency that is meant, or of a new one; nothing where it is neither."""
        typed = self.columns.value(node.data)
        if found := self.known.finds("competency", typed):
            return found
        slug = slug_of(typed, LONGEST_SLUG)
        titles = {bare(title): name_ for name_, title in self.known.names["competency"].items()}
        near = get_close_matches(bare(typed)[:100], titles, n=1, cutoff=TYPO)
        if not near and slug and slug not in RESERVED:
            return slug
        if near:
            said = f'the competency must be one of the handbook or another name, found "{shown(typed)}"'
            mend = f'; did you mean "{titles[near[0]]}"?'
        else:
            said = f'the name of a new competency must be of Latin letters and digits, found "{shown(typed)}"'
            mend = '; begin it with `handbook new competency`, and say with --columns which it is, under "names:"'
        place = Issue(file=draft.row.file, line=node.line, column=node.column, message=said + mend, code="reference")
        self.issues.append(place)
        return ""

    def _new_ones(self, drafts: list[Draft]) -> list[Draft]:
        """Give what is not there yet, each with a name of its own."""
        kept: list[Draft] = []
        for draft in drafts:
            name(draft, self.issues)
            texts = draft.texts(draft.shape.title)
            told = told_of(whole(draft.tree, draft.row).data) if draft.shape is STORY else ""
            if said := self._repeats(draft, texts, told):
                self.taken.left_out.append(said)
                continue
            self._unique(draft)
            new = Standing(slug=draft.slug, where=draft.row.file, texts=texts, told=told)
            self.known.standing[draft.shape.many].append(new)
            kept.append(draft)
        return kept

    def _repeats(self, draft: Draft, texts: tuple[str, ...], told: str) -> str:
        """Say which entry is repeated, if any is. Entries of one file that it names itself are all its own."""
        many = draft.shape.many
        named = next((one for one in self.known.standing[many] if draft.named and one.slug == draft.slug), None)
        if named and named.where != draft.row.file and bare(" ".join(named.texts[:1])) != bare(" ".join(texts)):
            said = f'the name must be new, found "{shown(draft.slug)}", which {named.where} has with other words'
            self._fault(draft, "unique", f"{said}; give it another, or change that file")
            draft.slug = ""
            return ""
        found, how = named or self.known.same(many, texts, told), "is there already"
        if found is None and not self.wish.near_too and (near := self.known.near(many, texts, told)):
            found, how = near[0], f"is there in nearly the same words ({near[1]} of 100)"
        if found is None or (draft.named and found.where == draft.row.file):
            return ""
        said = shown(draft.text(draft.shape.title) or draft.text("question"), 60)
        where = found.where if found.where.endswith(f"/{found.slug}.yaml") else f"{found.where}, {found.slug}"
        return f'{draft.row.file}:{draft.row.line}: "{said}" {how}: {where}'

    def _unique(self, draft: Draft) -> None:
        """Give the draft a name that nothing else has; one that its file names twice is a fault."""
        taken = {one.slug for one in self.known.standing[draft.shape.many]}
        taken |= RESERVED
        if draft.slug not in taken:
            return
        if draft.named:
            said = f'the name must stand once, found "{shown(draft.slug)}" again; give it another'
            self._fault(draft, "unique", said)
        elif draft.slug:
            stem = draft.slug[: LONGEST_SLUG - 5]
            draft.slug = next(one for at in range(2, 10_000) if (one := f"{stem}-{at}") not in taken)

    def _fault(self, draft: Draft, code: str, said: str) -> None:
        row = draft.row
        self.issues.append(Issue(file=row.file, line=row.line, column=row.column, message=said, code=code))

    def _write(self, kept: list[Draft], begun: Mapping[str, str]) -> None:
        banks: dict[str, list[dict[str, Any]]] = {}
        for draft in kept:
            data = finish(draft, self.left, self.issues)
            if draft.shape is QUESTION:
                banks.setdefault(draft.filed, []).append(data)
                self.taken.questions += 1
            else:
                self.taken.files[f"{STORIES.where}/{draft.slug}.yaml"] = entry_text(STORIES.id, data)
                self.taken.stories += 1
        for at, (slug, title) in enumerate(begun.items(), self.known.orders + 1):
            self._begin(slug, title, at)
        for slug, questions in banks.items() if not self.issues else ():
            self._add(slug, questions)

    def _begin(self, slug: str, title: str, order: int) -> None:
        """Begin a competency, all but its title left to be written."""
        row = Row(file=f"{COMPETENCIES.where}/{slug}.yaml", line=1, column=1, values=[])
        given: Tree = {"title": leaf(title, 1, 1), "order": leaf(order, 1, 1)}
        given |= {"frameworks": leaf((), 1, 1), "traits": leaf((), 1, 1)}
        root = whole(filled(COMPETENCIES.record, given, self.left[COMPETENCIES.id], row), row)
        self.issues += faults(COMPETENCIES.record, Source(file=row.file, text="", root=root))
        self.taken.files[row.file] = entry_text(COMPETENCIES.id, root.data)

    def _add(self, slug: str, questions: list[dict[str, Any]]) -> None:
        file = f"{QUESTION_BANKS.where}/{slug}.yaml"
        if (QUESTION_BANKS.id, slug) in self.known.unread:
            said = "the file must be readable before questions can be added; `handbook check` says what is wrong in it"
            self.issues.append(Issue(file=file, message=said, code="unreadable"))
            return
        last = self.known.last.get(slug, 0)
        for at, question in enumerate(questions, 1):
            own = {key: value for key, value in question.items() if key != "id"}
            placed = own if last is None else {"order": last + at * APART, **own}
            self.taken.files[f"{QUESTIONS.where}/{slug}/{question['id']}.yaml"] = entry_text(QUESTIONS.id, placed)


def _follow(draft: Draft) -> None:
    parent = draft.row.follows
    if parent and parent.heading is not None and "follows" not in draft.tree:
        draft.tree["follows"] = leaf(parent.heading.data, draft.row.line, draft.row.column)
        draft.tree.setdefault("kind", leaf("leaf", draft.row.line, draft.row.column))


def _once(issues: list[Issue]) -> list[Issue]:
    """Give each fault once: one that many lines of a column share, at the first of them."""
    seen: set[tuple[str, str]] = set()
    first = []
    for issue in sorted(set(issues)):
        if (issue.file, issue.message) not in seen:
            seen.add((issue.file, issue.message))
            first.append(issue)
    if len(first) > MOST_FAULTS:
        said = f"there must be no fault, found {len(first) - MOST_FAULTS} more; mend these first"
        first = [*first[:MOST_FAULTS], Issue(file=first[-1].file, line=first[-1].line, message=said, code="size")]
    return first
