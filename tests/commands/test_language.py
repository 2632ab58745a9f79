"""`handbook language`: a catalogue is begun, renewed and checked, and ours are whole."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS, USAGE
from generator.contribute.catalogue_file import faults, messages, renewed, write
from generator.site.pipeline import HERE, templates_of
from generator.text.language import COMMON, catalogue, known
from tests.handbooks import pseudo, tiny

Capture = pytest.CaptureFixture[str]
TEMPLATES = templates_of(HERE)
DATE = "POT-Creation-Date"
OURS = [code for code in known() if code != "en"]


def run(root: Path, *arguments: str) -> int:
    return main(["language", *arguments, "--root", str(root)])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny.copy_to(tmp_path)


@pytest.fixture
def path(root: Path) -> Path:
    """Give the whole catalogue of a language that the project has and the generator has not."""
    return pseudo.written(root)


def changed(path: Path, **said: object) -> Catalog:
    """Give the catalogue after these messages were given other translations, as it is written again."""
    found = catalogue(path)
    for message, string in said.items():
        one = found.get(message) or found.get((message, message))
        assert one is not None, message
        one.string = string  # type: ignore[assignment]
    write(found, path)
    return found


@pytest.mark.parametrize("code", OURS)
def test_the_languages_that_come_with_the_generator_say_everything(code: str) -> None:
    assert faults(renewed(COMMON / f"{code}.po", TEMPLATES)) == []


@pytest.mark.parametrize("code", OURS)
def test_they_are_as_the_command_writes_them(code: str, tmp_path: Path) -> None:
    write(renewed(COMMON / f"{code}.po", TEMPLATES), tmp_path / f"{code}.po")
    ours, fresh = (
        [line for line in (folder / f"{code}.po").read_text(encoding="utf-8").splitlines() if DATE not in line]
        for folder in (COMMON, tmp_path)
    )
    assert ours == fresh, f"run `handbook language add {code}`"


def test_a_new_language_is_begun_with_every_message(root: Path, capsys: Capture) -> None:
    assert run(root, "add", "fr") == FINE
    begun = root / "languages/fr.po"
    found = catalogue(begun)
    assert {one.id for one in found} == {one.id for one in messages(TEMPLATES)} | {""}
    assert f"{len(found)} messages, {len(found)} to translate" in capsys.readouterr().out
    assert run(root, "check", "fr") == PROBLEMS


def test_a_renewed_language_keeps_what_was_translated_and_lets_go_of_the_rest(root: Path, path: Path) -> None:
    found = catalogue(path)
    first, second = (str(one.id) for one in list(found)[1:3])
    found.delete(second)
    found.add("No page says this", "Nor this")
    write(found, path)
    assert run(root, "add", pseudo.CODE) == FINE
    now = catalogue(path)
    assert now.get(first).string == pseudo.foreign(first)  # type: ignore[union-attr]
    assert now.get(second).string == ""  # type: ignore[union-attr]
    assert now.get("No page says this") is None


def test_a_whole_language_has_no_faults(root: Path, path: Path, capsys: Capture) -> None:
    assert path.is_file()
    assert run(root, "check", pseudo.CODE) == FINE
    count = len(catalogue(path))
    assert f"{count} of {count} messages can be read." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("", "is not translated"),
        ("{minute} m", "must hold the same places"),
        ("m", "must hold the same places"),
        ("{minutes} {minutes} m", ""),
    ],
)
def test_a_place_lost_or_invented_is_named(root: Path, path: Path, capsys: Capture, said: str, fault: str) -> None:
    changed(path, **{"{minutes} min": said})
    assert run(root, "check", pseudo.CODE) == (PROBLEMS if fault else FINE)
    assert ('"{minutes} min" ' + fault in capsys.readouterr().out) == bool(fault)


@pytest.mark.parametrize("said", [("{n} m", "", "{n} m"), ("{n} m", "{n} m", "")])
def test_a_form_of_a_plural_that_lacks_is_named(root: Path, path: Path, capsys: Capture, said: tuple[str, ...]) -> None:
    changed(path, **{"{n} minute": said})
    assert run(root, "check", pseudo.CODE) == PROBLEMS
    assert '"{n} minute" is not translated' in capsys.readouterr().out


def test_the_face_of_one_may_leave_its_number_out(root: Path, path: Path) -> None:
    changed(path, **{"{n} minute": ("m", "{n} mm", "{n} mmm")})
    assert run(root, "check", pseudo.CODE) == FINE


@pytest.mark.parametrize("arguments", [["add"], ["add", "../x"], ["add", "qqq"], ["check", "fr"]])
def test_what_is_no_language_is_refused(root: Path, arguments: list[str]) -> None:
    assert run(root, *arguments) == USAGE
    assert not (root / "languages").exists()


def test_a_message_within_another_ones_values_is_found() -> None:
    found = {one.id if isinstance(one.id, str) else one.id[0] for one in messages(TEMPLATES)}
    assert {"a friend", " or ", ", then "} <= found
