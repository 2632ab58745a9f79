"""What WeasyPrint leaves undone of a tagged PDF, mended before it is written.

WeasyPrint makes the tree of the structure; here running heads become artifacts, headers say what they head, and a link
says its words. `tests/readers/tagged.py` judges what comes of it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

TABLE_CELLS = ("/TD", "/TH")


def tagged(document: Any, pdf: Any) -> None:  # noqa: ANN401 - WeasyPrint's document, pydyf's file
    """Mend the PDF in place; WeasyPrint calls it a finisher."""
    objects = {one.reference: one for one in pdf.objects}
    root = objects[pdf.catalog["StructTreeRoot"]]
    tree = dict(_below(root["K"][0], objects))
    _furniture_aside(objects, root, tree)
    _headers_say_what_they_head(tree)
    _links_tagged(tree, objects)
    for page in document.pages:
        _links_say_their_words(page)


def _below(reference: bytes, objects: Mapping[bytes, Any]) -> Iterator[tuple[bytes, Any]]:
    """Give every element of the structure that can be reached, by its reference."""
    waiting = [reference]
    while waiting:
        reference = waiting.pop()
        element = objects[reference]
        if element.get("Type") == "/StructElem":
            yield reference, element
            waiting.extend(kid for kid in element["K"] if isinstance(kid, bytes))


def _furniture_aside(objects: Mapping[bytes, Any], root: Any, tree: Mapping[bytes, Any]) -> None:  # noqa: ANN401
    """Make an artifact of what is marked as content and is in no element: running heads and page numbers."""
    streams = {
        page["StructParents"]: objects[page["Contents"]]
        for page in objects.values()
        if isinstance(page, dict) and page.get("Type") == "/Page"
    }
    numbers = objects[root["ParentTree"]]["Nums"]
    for page, owners in zip(numbers[::2], numbers[1::2], strict=True):
        if isinstance(owners, list):
            lost = {mark for mark, owner in enumerate(owners) if owner not in tree}
            owners[:] = ["null" if mark in lost else owner for mark, owner in enumerate(owners)]
            _artifacts(streams[page].stream, lost)
    for reference, element in objects.items():
        if isinstance(element, dict) and element.get("Type") == "/StructElem" and reference not in tree:
            element.clear()  # not freed: readers stumble over a gap in the table of objects


def _artifacts(stream: list[Any], marks: set[int]) -> None:
    for at, piece in enumerate(stream):
        if piece == b"BDC" and stream[at - 1].get("MCID") in marks:
            stream[at - 2], stream[at - 1] = "/Artifact", pydyf.Dictionary({"Type": "/Pagination"})


def _headers_say_what_they_head(tree: Mapping[bytes, Any]) -> None:
    for element in tree.values():
        if element["S"] not in TABLE_CELLS:
            continue
        if element["S"] == "/TH":
            group = tree[tree[element["P"]]["P"]]
            element["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
        elif not element["A"].get("Headers", True):
            del element["A"]["Headers"]


def _links_tagged(tree: Mapping[bytes, Any], objects: Mapping[bytes, Any]) -> None:
    """Tag as a link whatever holds one, emphasis within a link too, and nothing else: a link may lead out of a set."""
    for element in tree.values():
        held = [objects[kid] for kid in element["K"] if isinstance(kid, bytes)]
        if any(one.get("Type") == "/OBJR" and objects[one["Obj"]]["Subtype"] == "/Link" for one in held):
            element["S"] = "/Link"
        elif element["S"] == "/Link":
            element["S"] = "/Span"


def _links_say_their_words(page: Any) -> None:  # noqa: ANN401 - WeasyPrint's page
    for _kind, _target, _where, box in page.links:
        if box.link_annotation:
            words = " ".join("".join(box.element.itertext()).split())
            said = words or box.element.get("data-page") or box.element.get("href")
            box.link_annotation["Contents"] = pydyf.String(said)
