"""What workflows keep from run to run: packages that pip holds against a hash, and on main what a build kept."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.commands.quick import is_answered
from generator.site.publish import build_site
from generator.text.seal import GIVEN
from tests.handbooks import project
from tests.handbooks.tiny import ROOT
from tests.tools.steps import PROGRAM, make
from tests.tools.workflow_files import jobs, workflow

HOME = "~/.local/state/handbook"  # where the system keeps the key of the seal
STORE = "actions/cache"


def caching() -> list[tuple[str, dict[str, Any]]]:
    """Give every step that keeps files for a later run, or takes what an earlier one kept, with its job."""
    steps = [(name, step) for name, job in jobs() for step in job["steps"]]
    return [(name, step) for name, step in steps if STORE in step.get("uses", "") or "cache" in step.get("with", {})]


def stores() -> list[dict[str, Any]]:
    """Give the steps of the job that builds what is published which take and keep its store."""
    return [step for step in workflow("publish")["jobs"]["build"]["steps"] if STORE in step.get("uses", "")]


def test_packages_are_kept_by_pip_which_holds_them_against_a_hash() -> None:
    keeping = [(name, step) for name, step in caching() if "cache" in step["with"]]
    assert {name.partition("/")[0] for name, _ in keeping} == {"code", "nightly"}
    for name, step in keeping:
        assert step["uses"].startswith("actions/setup-python@"), name
        assert (step["with"]["cache"], step["with"]["cache-dependency-path"]) == ("pip", "requirements*.lock"), name
    assert "--require-hashes" in (ROOT / PROGRAM).read_text(encoding="utf-8")


def test_only_the_build_of_main_takes_and_keeps_what_a_build_kept() -> None:
    assert {name for name, step in caching() if STORE in step["uses"]} == {"publish/build"}
    assert set(workflow("publish")[True]) == {"push", "workflow_dispatch"}  # YAML's "on" is true
    assert workflow("publish")[True]["push"] == {"branches": ["main"]}
    assert workflow("publish")["jobs"]["build"]["if"] == "github.ref == 'refs/heads/main'"


def test_it_is_taken_before_the_build_and_kept_once_all_is_well() -> None:
    steps = workflow("publish")["jobs"]["build"]["steps"]
    order = [step.get("run") or step["uses"].partition("@")[0] for step in steps]
    taken, kept = order.index("actions/cache/restore"), order.index("actions/cache/save")
    assert order.index("make clean") < taken < order.index("make check FORMAT=github") < order.index("make site")
    assert order.index("make links") < kept
    assert "if" not in steps[kept]  # a step before it that fails keeps nothing
    take, keep = stores()
    assert take["with"]["path"] == keep["with"]["path"]
    assert take["with"]["key"].startswith(take["with"]["restore-keys"])
    assert keep["with"]["key"] == f"${{{{ steps.{take['id']}.outputs.cache-primary-key }}}}"


def test_what_a_repository_brings_in_its_place_is_removed_before(tmp_path: Path) -> None:
    (tmp_path / PROGRAM).write_bytes((ROOT / PROGRAM).read_bytes())
    places = [tmp_path / name for name in stores()[0]["with"]["path"].split() if name != HOME]
    for place in places:
        (place / "kept").mkdir(parents=True)
        (place / "kept/site.json").touch()
    assert make("clean", cwd=tmp_path).returncode == 0
    assert [file for place in places for file in place.rglob("*") if file.is_file()] == []


def test_a_machine_with_what_is_carried_there_makes_nothing_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    first, second = tmp_path / "first", tmp_path / "second"
    on(monkeypatch, first)
    build_site(project.copy_to(first / "handbook", project.TINY))
    project.copy_to(second / "handbook", project.TINY)
    carried = stores()[0]["with"]["path"].split()
    assert HOME in carried
    for name in carried:
        place = name.removeprefix("~/") if name == HOME else f"handbook/{name}"
        shutil.rmtree(second / place, ignore_errors=True)
        shutil.copytree(first / place, second / place)
    on(monkeypatch, second)
    asked = ["--no-downloads", "--root", str(second / "handbook")]
    assert is_answered(asked)
    shutil.rmtree(second / HOME.removeprefix("~/"))
    on(monkeypatch, second)
    assert not is_answered(asked)  # without the seal it is a stranger's


def on(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Be on a machine of which nothing is known but what is in this folder."""
    monkeypatch.delenv(GIVEN, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / ".local/state"))
