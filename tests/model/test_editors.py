"""What editors and commit hooks are told: schemas for every file, which refuse what the check refuses."""

import json
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.content.load import TODO
from generator.contribute.skeleton import BEGUN, skeleton
from generator.model import ENTRY_KINDS, KINDS, QUESTIONS, Kind
from generator.model.json_schema import editor_settings
from generator.site.pipeline import check, templates_of
from generator.text.issue import ContentError
from generator.text.source import parse_source, read_bytes
from tests.handbooks import tiny
from tests.model.test_json_schema import plain_data, validator
from tests.rules.test_broken import CASES, broken, expected

SAYABLE = {"unknown-key", "missing-key", "type", "size", "value"}  # what a schema can say
UNSAYABLE = {
    "prose-of-markup-alone",
    "language-without-a-pace",
}  # of it, what this draft cannot
SETTINGS = json.loads((tiny.ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
NEW = templates_of(tiny.ROOT) / "new"


def errors(kind: Kind, path: Path, root: Path = tiny.TINY) -> list[str]:
    data = parse_source(read_bytes(path, path.name, kilobytes=kind.kilobytes), path.name).data
    return [f"{path.name}: {error.message}" for error in validator(kind, root).iter_errors(plain_data(data))]


def files(kind: Kind, root: Path) -> list[Path]:
    return sorted(root.glob(kind.files))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_real_entry_passes_its_schema(kind: Kind) -> None:
    for root in (tiny.ROOT, tiny.TINY):
        assert [error for path in files(kind, root) for error in errors(kind, path, root)] == []
    assert files(kind, tiny.ROOT) or files(kind, tiny.TINY)


def mistaken(case: Path) -> set[str]:
    lines = [line for line in expected(case) if line.rpartition("[")[2][:-1] in SAYABLE]
    return {line.partition(":")[0] for line in lines}


def test_a_mistaken_file_is_refused_by_its_schema_too(tmp_path: Path) -> None:
    refused, passed = set(), set()
    for case in filter(mistaken, CASES):
        root = broken(case, tmp_path / case.stem)
        for kind in KINDS:
            for path in files(kind, root):
                if path.relative_to(root).as_posix() in mistaken(case):
                    try:
                        (refused if errors(kind, path) else passed).add(case.stem)
                    except ContentError:
                        continue  # not even YAML
    assert passed == UNSAYABLE
    assert len(refused) > 40


@pytest.mark.parametrize("kind", [*BEGUN, QUESTIONS], ids=lambda kind: kind.id)
def test_in_a_skeleton_a_schema_refuses_nothing_but_what_is_to_be_written(kind: Kind) -> None:
    data = parse_source((NEW / f"{kind.id}.yaml").read_bytes(), "x").data
    refused = [error.instance for error in validator(kind).iter_errors(plain_data(data))]
    assert [value for value in refused if not str(value).startswith((TODO, "{"))] == []


def test_a_filled_skeleton_passes_the_check_and_its_schema(root: Path) -> None:
    story = next(kind for kind in ENTRY_KINDS if kind.id == "story")
    text = skeleton("story", NEW, date(2026, 11, 21))
    names = {"TODO-the-id-of-a-question": "hardest-bet", "[TODO-slug]": "[saying-no]", "level: TODO-id": "level: pm"}
    names |= {"themes: [TODO-id]": "themes: [a-bet]", "traits: [TODO-id]": "traits: [candour]"}
    names |= {"ending: TODO ": "ending: ship ", "turns_on: TODO": "turns_on: own-fault", "scale: TODO": "scale: large"}
    names |= {"quote: TODO words copied exactly from that part": "quote: Words said"}
    for old, new in names.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    path = root / "content/stories/filled.yaml"
    path.write_text(text.replace(TODO, "Words said"), encoding="utf-8")
    assert errors(story, path) == []
    assert {issue.severity for issue in check(root).warnings} == {"warning"}


# editors


def test_the_editor_knows_the_schema_of_every_file() -> None:
    schemas = SETTINGS["yaml.schemas"]
    assert schemas == editor_settings()
    assert [name for name in schemas if not (tiny.ROOT / name).is_file()] == []


def test_the_editor_is_offered_what_reads_the_schemas() -> None:
    found = json.loads((tiny.ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in found["recommendations"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_real_entry_names_its_schema(kind: Kind) -> None:
    for path in files(kind, tiny.ROOT):
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        assert first.startswith("# yaml-language-server: $schema="), path.name
        named = (path.parent / first.partition("=")[2]).resolve()
        assert named == tiny.ROOT / f"schemas/{kind.id}.schema.json", path.name


# commit hooks


def test_the_hook_of_this_repository_runs_the_check(root: Path) -> None:
    config = yaml.safe_load((tiny.ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (hook,) = config["repos"][0]["hooks"]
    assert config["repos"][0]["repo"] == "local"
    command = shlex.split(hook["entry"])
    assert command[0] == ".venv/bin/handbook"
    ran = [sys.executable, "-m", "generator", *command[1:], "--root", str(root)]
    assert code_of(ran) == 0
    tiny.edit(root, tiny.STORY, "outcome: bad", "outcome: terrible")
    assert code_of(ran) == 1


def test_the_hook_for_others_says_the_same() -> None:
    (hook,) = yaml.safe_load((tiny.ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["entry"].split() == ["handbook", "check"]
    assert hook["language"] == "python"
    config = yaml.safe_load((tiny.ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (own,) = config["repos"][0]["hooks"]
    assert {key: hook[key] for key in ("id", "files", "pass_filenames")} == {
        key: own[key] for key in ("id", "files", "pass_filenames")
    }


def code_of(command: list[str]) -> int:
    return subprocess.run(command, cwd=tiny.ROOT, capture_output=True, check=False).returncode
