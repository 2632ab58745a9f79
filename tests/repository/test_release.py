"""A release is what stands at HEAD, made twice with the same bytes; whatever stands against it is said at once."""

import hashlib
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.handbooks.tiny import ROOT
from tests.tools.release import LIST_OF_PARTS, SUMS, WORLDS, Release, ReleaseError, made, ready

PROJECT = '[project]\nname = "a-handbook"\nversion = "2.1.0"\n'
TOLD = "# Changelog\n\n## 2.1.0, 2026-11-28\n\n- New.\n"


def git(folder: Path, *words: str) -> str:
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A"}
    world = {**os.environ, **who, "GIT_COMMITTER_EMAIL": "a@example.org"}
    done = subprocess.run(["git", "-C", folder, *words], env=world, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "a-handbook"
    folder.mkdir()
    (folder / "pyproject.toml").write_text(PROJECT)
    (folder / "CHANGELOG.md").write_text(TOLD)
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Begin")
    return folder


def test_what_is_committed_told_and_not_tagged_elsewhere_is_ready(project: Path) -> None:
    release = ready(project)
    assert (release.stem, release.commit) == ("a-handbook-2.1.0", git(project, "rev-parse", "HEAD"))
    git(project, "tag", "v2.1.0")
    assert ready(project) == release


def test_all_that_stands_against_it_is_said_at_once(project: Path) -> None:
    git(project, "tag", "v2.1.0")
    (project / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n\n- New.\n")
    git(project, "commit", "--quiet", "--all", "--message", "Go on")
    (project / "left.txt").write_text("not committed")
    with pytest.raises(ReleaseError) as refused:
        ready(project)
    said = str(refused.value).splitlines()
    assert [line.partition(" must")[0] for line in said] == ["the tree", "CHANGELOG.md", "the tag v2.1.0"]
    assert "left.txt" in said[0]
    assert 'found "## Unreleased" first' in said[1]


def test_what_waits_above_the_section_is_not_released_in_silence(project: Path) -> None:
    (project / "CHANGELOG.md").write_text(TOLD.replace("## 2.1.0", "## Unreleased\n\n- More.\n\n## 2.1.0"))
    git(project, "commit", "--quiet", "--all", "--message", "Tell more")
    with pytest.raises(ReleaseError, match=r'must begin with the section of 2\.1\.0, found "## Unreleased"'):
        ready(project)


def test_it_is_made_twice_of_what_is_committed_in_worlds_that_differ(project: Path) -> None:
    seen: list[tuple[Path, Mapping[str, str]]] = []

    def make(clone: Path, world: Mapping[str, str]) -> dict[str, bytes]:
        seen.append((clone, world))
        return {"site/index.html": (clone / "pyproject.toml").read_bytes(), "dist/a.whl": b"wheel"}

    (project / "pyproject.toml").write_text("not this")
    release = ready_at_head(project)
    files = made(project, release, make)
    assert len({clone for clone, _ in seen}) == len(WORLDS) == 2
    for name in WORLDS[0]:
        assert seen[0][1][name] != seen[1][1][name]
    assert {world["SOURCE_DATE_EPOCH"] for _, world in seen} == {git(project, "log", "-1", "--format=%ct")}
    with zipfile.ZipFile(io.BytesIO(files["a-handbook-2.1.0-site.zip"])) as site:
        assert {name: site.read(name).decode() for name in site.namelist()} == {"index.html": PROJECT}
    sums = dict(reversed(line.split("  ")) for line in files[SUMS].decode().splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items() if name != SUMS}


def ready_at_head(project: Path) -> Release:
    """Give the release of HEAD, whatever is left in the tree."""
    git(project, "stash", "--quiet")
    release = ready(project)
    git(project, "stash", "pop", "--quiet")
    return release


def test_two_builds_that_differ_are_no_release_and_the_files_are_named(project: Path) -> None:
    def make(_: Path, world: Mapping[str, str]) -> dict[str, bytes]:
        return {
            "site/same": b"",
            "site/zone": world["TZ"].encode(),
            **({"site/once": b""} if world["TZ"] == "UTC" else {}),
        }

    with pytest.raises(ReleaseError) as refused:
        made(project, ready(project), make)
    assert str(refused.value).splitlines()[1:] == ["site/once", "site/zone"]


def test_the_list_of_parts_names_everything_that_is_pinned(tmp_path: Path) -> None:
    out = tmp_path / "sbom.cdx.json"
    words = ("requirements", "requirements.lock", "--pyproject", "pyproject.toml", "--output-reproducible")
    subprocess.run([*LIST_OF_PARTS, *words, "-o", out], cwd=ROOT, env=with_tools(), capture_output=True, check=True)
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["bomFormat"] == "CycloneDX"
    pinned = set(re.findall(r"^([a-z0-9.-]+)==([^ ;]+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    assert {(part["name"], part["version"]) for part in found["components"]} == pinned
    assert found["metadata"]["component"]["name"] == "em-interview-handbook"


def with_tools() -> dict[str, str]:
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
