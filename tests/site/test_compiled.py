"""Compiled templates are code: one is taken only from this machine's own file, and only for the text it is made of."""

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from jinja2.bccache import Bucket

from generator.site.compiled import KeptTemplates
from generator.site.kept import FOLDER

FILE = f"{FOLDER}/templates-room"


class Counted(KeptTemplates):
    """Templates of which is counted how many were compiled."""

    compiled = 0

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.compiled += 1
        super().dump_bytecode(bucket)


def rendered(root: Path, text: str = "1 {{ a }}", language: str = "en") -> tuple[str, bool]:
    """Give what the template gives, and whether it was known."""
    kept = Counted(root, "room", language)
    environment = Environment(loader=DictLoader({"a": text}), bytecode_cache=kept, autoescape=True)
    said = environment.get_template("a").render(a=2)
    kept.keep()
    return said, not kept.compiled


def test_a_template_is_compiled_once_and_anew_where_it_was_edited(tmp_path: Path) -> None:
    assert rendered(tmp_path) == ("1 2", False)
    assert rendered(tmp_path) == ("1 2", True)
    assert rendered(tmp_path, "3 {{ a }}") == ("3 2", False)
    assert rendered(tmp_path, "3 {{ a }}", "de") == ("3 2", False)


def test_what_was_changed_or_comes_from_elsewhere_is_never_run_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rendered(tmp_path)
    file = tmp_path / FILE
    whole = file.read_bytes()
    for other in (whole[:-1] + b"x", b"", b"\xff\n{}", whole[:-1]):
        file.write_bytes(other)
        assert rendered(tmp_path) == ("1 2", False)
        assert capsys.readouterr().err == f"{file}: damaged, or not made here; all templates are compiled anew.\n"
    assert rendered(tmp_path) == ("1 2", True)
    monkeypatch.setenv("HANDBOOK_SEAL", "of another machine")
    assert rendered(tmp_path) == ("1 2", False)


def test_what_is_no_more_asked_for_is_forgotten(tmp_path: Path) -> None:
    sizes = []
    for at in range(9):
        rendered(tmp_path, f"{at} {{{{ a }}}}")
        sizes.append((tmp_path / FILE).stat().st_size)
    assert len(set(sizes)) == 1
