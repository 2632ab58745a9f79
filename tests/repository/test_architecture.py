"""The house is as ARCHITECTURE.md draws it: every module in a room, every room with its README, no import upwards."""

import re
from pathlib import Path

import pytest

from tests.tools import architecture
from tests.tools.architecture import GENERATOR, PAGE, ROOT, SCRIPTS

HALL = {"__init__.py", "__main__.py", "mkdocs_hook.py"}
LONGEST = 250
ROOMS = architecture.rooms()


def test_the_drawing_is_true() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == architecture.drawn(page), "run `make architecture`"


def test_every_module_stands_in_a_room() -> None:
    flat = sorted(path.name for path in GENERATOR.glob("*.py") if path.name not in HALL)
    assert flat == [], f"`git mv generator/{flat[0]} generator/ROOM/`, where ROOM is one of {', '.join(ROOMS)}"


def test_every_folder_of_the_generator_is_a_room() -> None:
    strange = sorted({path.parent.name for path in GENERATOR.glob("*/__init__.py")} - {*ROOMS, "templates"})
    assert strange == [], f"pyproject.toml must give {strange[0]} its place among the layers of [tool.importlinter]"


@pytest.mark.parametrize("folder", [GENERATOR / room for room in ROOMS], ids=lambda folder: folder.name)
def test_a_room_says_in_a_few_lines_what_lives_there_and_whom_it_may_ask(folder: Path) -> None:
    readme = folder / "README.md"
    name = readme.relative_to(ROOT).as_posix()
    assert readme.is_file(), (
        f"write {name}: what lives here, what comes in and goes out, whom it may ask, where to begin"
    )
    text = readme.read_text(encoding="utf-8")
    may = re.search(r"\*\*May ask:\*\* (.+?)(?:\n- |\n\n|$)", text, re.DOTALL)
    assert may, f"{name} must say whom the room may ask"
    above = {room for room in ROOMS[ROOMS.index(folder.name) + 1 :] if re.search(rf"\b{room}\b", may[1])}
    asked = architecture.python_arrows()[folder.name]
    if "every room" not in may[1]:
        assert asked <= above, f"{name} must name {', '.join(sorted(asked - above))} among the rooms it may ask"


def test_what_the_road_names_is_there() -> None:
    road = PAGE.read_text(encoding="utf-8").split("## The rooms")[0]
    named = re.findall(r"\b[a-z]+/[a-z_]+\.py\b", road)
    assert len(named) > 4
    assert [path for path in named if not (GENERATOR / path).is_file()] == []


def test_a_long_module_says_why() -> None:
    long = {
        path.relative_to(ROOT).as_posix(): text
        for path in (*GENERATOR.rglob("*.py"), *SCRIPTS.rglob("*.js"))
        if (text := path.read_text(encoding="utf-8")).count("\n") > LONGEST
    }
    silent = [name for name, text in long.items() if "long because" not in text[:1500].casefold()]
    assert silent == [], f'part {silent[0]} by noun, or say in its first docstring "Long because ..."'
