"""What a reading program finds in a tagged PDF: the tree of its structure, and what each clause we claim says of it.

The clauses are those of PDF/UA-1 (ISO 14289-1) that a program can judge, in the words of the Matterhorn protocol's
machine checks; whether an alternative text is a good one, only a person can say.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pypdf.generic import ContentStream

from tests.readers.pdf import Paper

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
PAINTS = {
    b"Tj",
    b"TJ",
    b"'",
    b'"',
    b"f",
    b"F",
    b"f*",
    b"B",
    b"B*",
    b"b",
    b"b*",
    b"S",
    b"s",
    b"Do",
    b"sh",
    b"INLINE IMAGE",
}
KIDS = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
}
PARENTS = {
    "LI": {"L"},
    "Lbl": {"LI"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TD": {"TR"},
    "TH": {"TR"},
}


@dataclass
class Tag:
    """An element of the structure: its type, what it says of itself, its kids, and what stands on pages."""

    kind: str
    raw: Any
    parent: "Tag | None" = None
    kids: list["Tag"] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)  # the object of the page, the number of the mark
    notes: list[int] = field(default_factory=list)  # objects of annotations

    def walk(self) -> Iterator["Tag"]:
        """Give it and all below it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def attribute(self, name: str) -> Any:
        """Give an attribute of the element, else None."""
        found = self.raw.get("/A")
        return found.get_object().get(name) if found is not None else None


@dataclass(frozen=True)
class Tagged:
    """A tagged PDF, opened."""

    paper: Paper

    @cached_property
    def top(self) -> Tag:
        """The one element below the root of the tree."""
        root = self.paper.root["/StructTreeRoot"]
        return self._tag(root["/K"][0], None, None)

    def _tag(self, ref: Any, parent: Tag | None, page: Any) -> Tag:
        raw = ref.get_object()
        tag = Tag(str(raw["/S"]).removeprefix("/"), raw, parent)
        page = raw.raw_get("/Pg").idnum if "/Pg" in raw else page
        kids = raw.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                tag.marks.append((page, int(kid)))
            elif kid.get_object().get("/Type") == "/OBJR":
                tag.notes.append(kid.get_object().raw_get("/Obj").idnum)
            else:
                tag.kids.append(self._tag(kid, tag, page))
        return tag

    @cached_property
    def tags(self) -> list[Tag]:
        """Every element, in reading order."""
        return list(self.top.walk())

    def of(self, *kinds: str) -> list[Tag]:
        """Give the elements of these types."""
        return [tag for tag in self.tags if tag.kind in kinds]

    def broken(self) -> list[str]:
        """Give a line for each clause that does not hold, and where."""
        return [
            *self._document(),
            *self._headings(),
            *self._figures(),
            *self._nesting(),
            *self._tables(),
            *self._notes(),
            *self._fonts(),
            *self._contents(),
        ]

    def _document(self) -> Iterator[str]:
        root = self.paper.root
        metadata = root["/Metadata"].get_data().decode()
        if "pdfuaid:part" not in metadata or "dc:title" not in metadata:
            yield "7.1: the metadata says neither the standard nor the title"
        if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
            yield "7.1: a viewer shows the name of the file instead of the title"
        if not root.get("/MarkInfo", {}).get("/Marked"):
            yield "7.1: it does not say that it is tagged"
        if not root.get("/Lang"):
            yield "7.2: it has no language"

    def _headings(self) -> Iterator[str]:
        last = 0
        for tag in self.of(*HEADINGS):
            level = HEADINGS.index(tag.kind) + 1
            if level > last + 1:
                yield f"7.4.2: {tag.kind} after H{last}"
            last = level

    def _figures(self) -> Iterator[str]:
        for tag in self.of("Figure"):
            if not str(tag.raw.get("/Alt", "")).strip():
                yield "7.3: a figure without alternative text"

    def _nesting(self) -> Iterator[str]:
        for tag in self.tags:
            for kid in tag.kids:
                strays = kid.kind not in KIDS.get(tag.kind, {kid.kind})
                if strays or tag.kind not in PARENTS.get(kid.kind, {tag.kind}):
                    yield f"7.2: {kid.kind} in {tag.kind}"

    def _tables(self) -> Iterator[str]:
        ids = {str(tag.raw["/ID"]) for tag in self.of("TH") if "/ID" in tag.raw}
        for tag in self.of("Table"):
            cells = [cell for cell in tag.walk() if cell.kind in {"TH", "TD"}]
            if not any(cell.kind == "TH" for cell in cells):
                yield "7.5: a table without headers"
        for tag in self.of("TD"):
            headers = [str(header) for header in tag.attribute("/Headers") or ()]
            if not headers:
                yield "7.5: a cell without headers"
            if not set(headers) <= ids:
                yield "7.5: a cell whose headers are not there"
        for tag in self.of("TH"):
            if not tag.attribute("/Scope"):
                yield "7.5: a header that does not say what it heads"

    def _notes(self) -> Iterator[str]:
        homes = {note: tag for tag in self.tags for note in tag.notes}
        for at, page in enumerate(self.paper.reader.pages, 1):
            if page.get("/Tabs") != "/S":
                yield f"7.18.3: page {at} has no order of tabs"
            for ref in page.get("/Annots", ()):
                note, home = ref.get_object(), homes.get(ref.idnum)
                kind = str(note["/Subtype"])
                if home is None or "/StructParent" not in note:
                    yield f"7.18.1: {kind} on page {at} is not in the tree"
                elif kind == "/Widget" and home.kind != "Form":
                    yield f"7.18.4: a field in {home.kind}"
                elif kind == "/Link" and home.kind != "Link":
                    yield f"7.18.5: a link in {home.kind}"
                if kind == "/Link" and not str(note.get("/Contents", "")).strip():
                    yield f"7.18.5: a link on page {at} that says nothing"
                if kind == "/Widget" and not str(note.get("/TU", "") or note.get("/Parent", {}).get("/TU", "")):
                    yield f"7.18.1: a field on page {at} without a name"

    def _fonts(self) -> Iterator[str]:
        for name, ref in self.paper.reader.pages[0]["/Resources"]["/Font"].items():
            font = ref.get_object()
            inner = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner):
                yield f"7.21: {name} is not embedded"
            if "/ToUnicode" not in font:
                yield f"7.21: {name} does not say its letters"

    def _contents(self) -> Iterator[str]:
        real = {mark for tag in self.tags for mark in tag.marks}
        for at, page in enumerate(self.paper.reader.pages, 1):
            open_: list[str] = []
            number = page.indirect_reference.idnum
            for operands, operator in ContentStream(page["/Contents"], self.paper.reader).operations:
                if operator in {b"BMC", b"BDC"}:
                    open_.append(_marked(operands, number, real))
                elif operator == b"EMC":
                    open_.pop()
                elif operator in PAINTS and not set(open_) & {"artifact", "real"}:
                    yield f"7.1: something on page {at} is neither content nor artifact"
                    break
            if "lost" in open_:
                yield f"7.1: a mark on page {at} is not closed"


def _marked(operands: list[Any], page: int, real: set[tuple[int, int]]) -> str:
    if str(operands[0]) == "/Artifact":
        return "artifact"
    properties = operands[1] if len(operands) > 1 else {}
    return "real" if "/MCID" in properties and (page, int(properties["/MCID"])) in real else "lost"
