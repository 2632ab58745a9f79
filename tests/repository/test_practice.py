"""What docs/security-practice.md says holds, holds."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.handbooks.tiny import ROOT
from tests.tools.steps import commands
from tests.tools.workflow_files import jobs, workflow

PAGE = ROOT / "docs/security-practice.md"
OPEN_TEXT = re.compile(r"\bhttp://(?!localhost|127\.0\.0\.1|example|www\.w3\.org|purl\.org|[\w.]*\.invalid)")
SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bxox[abp]-[0-9A-Za-z-]{20}"
)
PROGRAMS = (b"\x7fELF", b"MZ", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"!<arch>", b"\x00asm")
PICTURES = {".png", ".woff2", ".ttf"}


def committed() -> list[Path]:
    done = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, check=True)
    return [ROOT / name for name in done.stdout.decode().split("\0") if name]


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def test_nothing_that_runs_by_itself_or_cannot_be_read_is_committed() -> None:
    heads = {path: path.read_bytes()[:4] for path in committed() if path.is_file() and not path.is_symlink()}
    assert [path for path, head in heads.items() if head.startswith(PROGRAMS)] == []
    unread = [path for path in heads if b"\0" in path.read_bytes()[:1024] and path.suffix not in PICTURES]
    assert [path for path in unread if "hostile" not in path.parts and "bad" not in path.parts] == []


def test_newer_versions_are_offered_of_everything_that_is_pinned_after_a_week() -> None:
    offered = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))["updates"]
    assert {one["package-ecosystem"] for one in offered} == {"github-actions", "pip", "npm"}
    assert [one for one in offered if one["cooldown"]["default-days"] < 7] == []


def test_the_code_is_read_for_holes_in_every_language_it_is_written_in() -> None:
    (job,) = workflow("code-scanning")["jobs"].values()
    written = {path.suffix for path in committed()}
    languages = {"python": ".py", "javascript-typescript": ".js", "actions": ".yml"}
    assert set(job["strategy"]["matrix"]["language"]) == {
        name for name, ending in languages.items() if ending in written
    }
    assert job["permissions"] == {"contents": "read", "security-events": "write"}


def test_a_known_hole_stops_a_release() -> None:
    steps = [step.get("run") for step in workflow("release")["jobs"]["build"]["steps"]]
    assert steps.index("make audit") < steps.index("make release")
    (asked,) = commands("audit")
    assert " pip-audit@" in asked


def test_a_release_is_signed_by_a_job_that_runs_nothing_of_ours() -> None:
    release = workflow("release")
    assert release[True] == {"push": {"tags": ["v*"]}}  # YAML's "on" is true
    assert release["permissions"] == {}
    assert release["jobs"]["build"]["permissions"] == {"contents": "read"}
    attest = release["jobs"]["attest"]
    assert attest["permissions"] == {"attestations": "write", "id-token": "write"}
    assert [step for step in attest["steps"] if "run" in step] == []


def test_the_licences_stand_beside_what_they_are_for_and_go_out_with_it() -> None:
    assert read(ROOT / "LICENSE").startswith("MIT License")
    assert "Attribution 4.0" in read(ROOT / "LICENSE-CONTENT")
    assert 'license-files = ["LICENSE", "LICENSE-CONTENT"]' in read(ROOT / "pyproject.toml")


def test_it_is_said_how_to_report_a_hole_a_fault_and_how_to_contribute() -> None:
    assert "in private" in read(ROOT / "SECURITY.md")
    assert "make site" in read(ROOT / "README.md")
    assert "CONTRIBUTING.md" in read(ROOT / "README.md")
    assert (ROOT / ".github/ISSUE_TEMPLATE").is_dir()


def test_addresses_are_https() -> None:
    documents = [path for path in committed() if path.suffix in {".md", ".toml", ".yml"} and "tests" not in path.parts]
    found = [f"{path.relative_to(ROOT)}: {hit[0]}" for path in documents for hit in OPEN_TEXT.finditer(read(path))]
    assert found == []


def test_no_secret_is_committed() -> None:
    assert [path for path in committed() if path.is_file() and SECRETS.search(read(path))] == []


@pytest.mark.parametrize("row", [line for line in PAGE.read_text(encoding="utf-8").splitlines() if "| Holds" in line])
def test_what_holds_names_a_test(row: str) -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", row)
    assert named
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_every_job_says_what_it_proves() -> None:
    assert [name for name, job in jobs() if not job.get("name")] == []
