"""The scripts stand in rooms, and walk one way: each line below says what to do where one does not."""

import json
import os.path
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handbooks.tiny import ROOT

SCRIPTS = ROOT / "templates/scripts"
ORDER = "rooms.json"
IMPORT = re.compile(r"""(?:\bfrom\s*|\bimport\s*\(?\s*)["'](\.{1,2}/[^"']+)["']""")
LONGEST = 250
FEWEST, MOST = 5, 10  # lines of a room's README
WRITE = "what lives here, what comes in and goes out, whom it may ask and where a newcomer begins"
FOUND = "found an import of left/use.js; move what it needs down, or it up (rooms.json)"


def problems(scripts: Path) -> Iterator[str]:
    """Give a line for each module in the wrong place, each import upwards, each room without a map."""
    floors = json.loads((scripts / ORDER).read_text(encoding="utf-8"))
    floor_of = {room: at for at, rooms in enumerate(floors) for room in rooms}
    for path in sorted(scripts.rglob("*.js")):
        module = path.relative_to(scripts).as_posix()
        room, text = path.parent.relative_to(scripts).as_posix(), path.read_text(encoding="utf-8")
        if room not in floor_of:
            yield f"{module}: a module must stand in a room; move it into one of {', '.join(floor_of)} ({ORDER})"
            continue
        if (lines := text.count("\n")) > LONGEST:
            yield f"{module}: a module must have at most {LONGEST} lines, found {lines}; part it by noun"
        for asked in sorted(_asked(text, path.parent, scripts)):
            other = asked.rpartition("/")[0]
            if other != room and floor_of.get(other, len(floors)) >= floor_of[room]:
                below = [name for name, floor in floor_of.items() if floor < floor_of[room]]
                may = f"may ask only {', '.join(below)}" if below else "may ask no other room"
                yield f"{module}: {room} {may}, found an import of {asked}; move what it needs down, or it up ({ORDER})"
    for room in floor_of:
        readme = scripts / room / "README.md"
        if not readme.is_file():
            yield f"{room}: a room must have a README.md; write in {FEWEST} to {MOST} lines {WRITE}"
        elif not FEWEST <= (lines := len(readme.read_text(encoding="utf-8").strip().splitlines())) <= MOST:
            yield f"{room}/README.md: it must have {FEWEST} to {MOST} lines, found {lines}; shorten or lengthen it"


def _asked(text: str, folder: Path, scripts: Path) -> set[str]:
    """Give each module that is imported, its types alone included, as a path below the scripts."""
    found = (os.path.normpath(folder / name) for name in IMPORT.findall(text))
    return {Path(os.path.relpath(path, scripts)).as_posix() for path in found}


def test_every_module_is_in_its_room_and_asks_only_the_rooms_below() -> None:
    found = list(problems(SCRIPTS))
    assert found == [], "\n" + "\n".join(found)


def test_the_map_of_the_rooms_names_every_room_and_what_stands_in_it() -> None:
    rooms = {room for floor in json.loads((SCRIPTS / ORDER).read_text(encoding="utf-8")) for room in floor}
    assert rooms == {path.name for path in SCRIPTS.iterdir() if path.is_dir()}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Give a house of three rooms in which all is well."""
    (tmp_path / ORDER).write_text('[["low"], ["left", "right"]]', encoding="utf-8")
    for room in ("low", "left", "right"):
        (tmp_path / room).mkdir()
        (tmp_path / room / "README.md").write_text("a line\n" * FEWEST, encoding="utf-8")
    (tmp_path / "low/day.js").write_text("export const day = 1;\n", encoding="utf-8")
    (tmp_path / "left/use.js").write_text('import { day } from "../low/day.js";\n', encoding="utf-8")
    assert list(problems(tmp_path)) == []
    return tmp_path


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("use.js", "", "use.js: a module must stand in a room; move it into one of low, left, right (rooms.json)"),
        (
            "odd/use.js",
            "",
            "odd/use.js: a module must stand in a room; move it into one of low, left, right (rooms.json)",
        ),
        (
            "left/in/use.js",
            "",
            "left/in/use.js: a module must stand in a room; move it into one of low, left, right (rooms.json)",
        ),
        (
            "low/up.js",
            'export { use } from "../left/use.js";\n',
            f"low/up.js: low may ask no other room, {FOUND}",
        ),
        (
            "right/aside.js",
            '/** @typedef {import("../left/use.js").Use} Use */\n',
            f"right/aside.js: right may ask only low, {FOUND}",
        ),
        (
            "right/late.js",
            'export const use = () => import("../left/use.js");\n',
            f"right/late.js: right may ask only low, {FOUND}",
        ),
        ("left/long.js", "\n" * 251, "left/long.js: a module must have at most 250 lines, found 251; part it by noun"),
        (
            "left/README.md",
            "a line\n" * 11,
            "left/README.md: it must have 5 to 10 lines, found 11; shorten or lengthen it",
        ),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_what_to_do(house: Path, file: str, text: str, says: str) -> None:
    (house / file).parent.mkdir(parents=True, exist_ok=True)
    (house / file).write_text(text, encoding="utf-8")
    assert list(problems(house)) == [says]


def test_a_room_without_a_map_is_told_what_to_write(house: Path) -> None:
    (house / "right/README.md").unlink()
    assert list(problems(house)) == [f"right: a room must have a README.md; write in 5 to 10 lines {WRITE}"]
