"""The rooms of the code and who asks whom, drawn from the imports: `python -m tests.tools.architecture` writes it.

ARCHITECTURE.md holds the drawing between two marks; what stands around it is written by hand.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tests.handbooks.tiny import ROOT

PAGE = ROOT / "ARCHITECTURE.md"
GENERATOR, SCRIPTS = ROOT / "generator", ROOT / "templates/scripts"
MARKS = "<!-- {} drawn by `make architecture`, from the imports -->", "<!-- end of {} -->"
IMPORT = re.compile(r"""(?:from|import)\s*\(?["'](\.{1,2}/[^"']+)["']""")
Arrows = Mapping[str, frozenset[str]]


def rooms() -> list[str]:
    """Give the rooms of the generator from the top one down, as pyproject.toml orders them."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = config["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["containers"] == ["generator"])
    return [name for layer in layers for name in layer.split(" | ") if (GENERATOR / name).is_dir()]


@cache
def python_arrows() -> Arrows:
    """Give for each room of the generator the rooms that its modules import from."""
    found: dict[str, set[str]] = {room: set() for room in rooms()}
    for path in GENERATOR.rglob("*.py"):
        here = path.relative_to(GENERATOR).parts
        if len(here) > 1 and here[0] in found:
            found[here[0]] |= {room for room in _imported(path) if room in found and room != here[0]}
    return {room: frozenset(asked) for room, asked in found.items()}


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("generator."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (alias.name for alias in node.names)


def script_arrows() -> Arrows:
    """Give for each room of the scripts the rooms that its modules import from, the most asked for last."""
    found: dict[str, set[str]] = {path.name: set() for path in SCRIPTS.iterdir() if path.is_dir()}
    for path in SCRIPTS.rglob("*.js"):
        here = path.relative_to(SCRIPTS).parts[0]
        for target in IMPORT.findall(path.read_text(encoding="utf-8")):
            there = (path.parent / target).resolve().relative_to(SCRIPTS.resolve()).parts[0]
            if there != here and there in found:
                found[here].add(there)
    ordered = sorted(found, key=lambda room: (-_depth(room, found), room))
    return {room: frozenset(found[room]) for room in ordered}


def _depth(room: str, arrows: Mapping[str, set[str]]) -> int:
    return 1 + max((_depth(below, arrows) for below in arrows[room]), default=0)


def drawing(arrows: Arrows) -> str:
    """Give the rooms as a Mermaid graph and a table; an arrow that follows from two others is left out of the graph."""
    lines = ["```mermaid", "graph TD"]
    for room, asked in arrows.items():
        behind = {far for near in asked for far in _below(near, arrows)}
        lines += [f"  {_node(room)} --> {_node(below)}" for below in arrows if below in asked - behind]
    lines += ["```", "", "| room | what lives there | asks |", "| --- | --- | --- |"]
    return "\n".join(lines)


def _below(room: str, arrows: Arrows) -> set[str]:
    return {far for near in arrows[room] for far in {near, *_below(near, arrows)}}


def _node(room: str) -> str:
    return f'{room}_["{room}/"]'


def rows(arrows: Arrows, folder: Path) -> str:
    """Give a row for each room: its README's first sentence, and the rooms that it asks."""
    where = folder.relative_to(ROOT).as_posix()
    return "\n".join(
        f"| [`{room}/`]({where}/{room}/README.md) | {purpose(folder / room)} | {_named(arrows, asked)} |"
        for room, asked in arrows.items()
    )


def _named(order: Arrows, asked: frozenset[str]) -> str:
    return ", ".join(room for room in order if room in asked) or "nobody"


def purpose(room: Path) -> str:
    """Give the first paragraph of the room's README."""
    return (room / "README.md").read_text(encoding="utf-8").split("\n\n")[1].replace("\n", " ")


def drawn(page: str) -> str:
    """Give the page with what is drawn in it drawn anew."""
    for name, arrows, folder in (
        ("the rooms", python_arrows(), GENERATOR),
        ("the rooms of the scripts", script_arrows(), SCRIPTS),
    ):
        begin, end = (mark.format(name) for mark in MARKS)
        before, _, rest = page.partition(begin)
        _, _, after = rest.partition(end)
        page = f"{before}{begin}\n\n{drawing(arrows)}\n{rows(arrows, folder)}\n\n{end}{after}"
    return page


if __name__ == "__main__":
    PAGE.write_text(drawn(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.exit(0)
