"""A framework's picture has what its kind needs, and each of its cells leads to a step."""

from collections.abc import Iterator

from generator.content.content import Content
from generator.model import Figure, Framework
from generator.text.issue import Issue, shown
from generator.text.source import Path_

HEADED = ("table", "columns")
Said = Iterator[tuple[Path_, str]]


def drawings(content: Content) -> Iterator[Issue]:
    """A framework's picture has what its kind needs and nothing else, and each of its cells leads to a step."""
    for entry in content.frameworks.values():
        if figure := entry.record.figure:
            for path, said in (*_edges(figure), *_steps(entry.record, figure), *_cells(figure)):
                yield entry.issue(("figure", *path), "figure", said)


def _edges(figure: Figure) -> Said:
    if figure.kind == "scale" and len(figure.ends) != len(("left", "right")):
        yield (
            ("ends" if figure.ends else "kind",),
            f"a scale must name its two ends, found {len(figure.ends) or 'none'}",
        )
    if figure.kind != "scale" and figure.ends:
        yield ("ends",), f'only a scale may have ends, found some on "{figure.kind}"'
    if figure.kind == "table" and not figure.heads:
        yield ("kind",), "a table must have a head for each of its columns, found none"
    if figure.kind not in HEADED and figure.heads:
        yield ("heads",), f'only a table or columns may have heads, found some on "{figure.kind}"'
    if not figure.cells and figure.kind in {"scale", "table"}:
        yield ("kind",), f"a {figure.kind} must have cells of its own, found none"
    if len(figure.cells) == 1:
        yield ("cells",), "a picture must have two cells or more, found 1"


def _steps(frame: Framework, figure: Figure) -> Said:
    steps, cells = len(frame.steps), len(figure.cells)
    if figure.kind == "ribbon" and not all(step.share for step in frame.steps):
        yield ("kind",), "a ribbon must have a share for every step, found a step without; a flow needs none"
    if figure.kind == "ribbon" and cells not in {0, steps}:
        yield ("cells",), f"a ribbon must have a cell for each of the {steps} steps, found {cells}"
    for at, cell in enumerate(figure.cells):
        if cell.step is not None and cell.step > steps:
            yield ("cells", at, "step"), f"a cell's step must be one of 1 to {steps}, found {cell.step}"
        elif cell.step is None and cells != steps and figure.kind != "ribbon":
            said = f"a cell must name its step where the picture has {cells} of them for {steps} steps, found none"
            yield ("cells", at), said


def _cells(figure: Figure) -> Said:
    lines = len(figure.heads) - (figure.kind == "table") if figure.heads and figure.kind in HEADED else None
    for at, cell in enumerate(figure.cells):
        if cell.takes and figure.kind != "flow":
            yield ("cells", at, "takes"), f'only a cell of a flow may say what it takes, found "{shown(cell.takes)}"'
        if lines is not None and len(cell.says) != lines:
            of = "heads after the first" if figure.kind == "table" else "heads"
            yield (
                ("cells", at),
                f"a cell must say a line for each of the {lines} {of}, found {len(cell.says) or 'none'}",
            )
