"""The scripts: their own tests pass, their types are right, their bundles are fresh, and a reading page stays light."""

import gzip
import json
import re
import sys
from pathlib import Path

import pytest
import yaml

from generator.rules.style_guide import guide_of
from tests.handbooks import tiny
from tests.handbooks.sites import Once
from tests.handbooks.tiny import ROOT
from tests.tools import node, scripts

SOURCES, SITE = ROOT / "templates/scripts", ROOT / "templates/site"
ASSETS, LOADED, GUARD = SITE / "assets", "partials/scripts.html", "partials/guard.html"
READING_LIMIT = 24_000
ALONG_LIMIT, WORKER_LIMIT = 3_800, 2_500
OWN_TESTS = "told.jsonl"
TESTS = sorted(Path(__file__).parent.rglob("*.test.js"))
PAGES = sorted(path.stem for path in (SOURCES / "pages").glob("*.js"))
RENEW = "run `make scripts`"


@pytest.fixture(scope="session")
def tools() -> Path:
    """Give the folder of the tools that package.json names."""
    return scripts.tools()


@pytest.fixture(scope="session")
def told(once: Once) -> dict[str, list[dict[str, str]]]:
    """Give for each file what node says of its tests, all of which one process runs."""
    said = once("own tests", _run_own_tests) / OWN_TESTS
    found: dict[str, list[dict[str, str]]] = {}
    for line in said.read_text(encoding="utf-8").splitlines():
        found.setdefault(json.loads(line)["file"], []).append(json.loads(line))
    return found


def _run_own_tests(folder: Path) -> None:
    guide, said = folder / "guide.json", folder / OWN_TESTS
    # as pages get it, joined from what holds in every language and in this one
    guide.write_text(json.dumps(guide_of(tiny.content()).for_browser()), encoding="utf-8")
    done = scripts.run(
        *(node.program(), "--test", "--test-isolation=none", f"--test-reporter={ROOT / 'tests/tools/told.mjs'}"),
        f"--test-reporter-destination={said}",
        *map(str, TESTS),
        TZ="Europe/Berlin",
        PYTHON=sys.executable,
        GUIDE=str(guide),
    )
    failed = any(json.loads(line)["failed"] for line in said.read_text(encoding="utf-8").splitlines())
    assert (done.returncode != 0) == failed, done.stdout + done.stderr


@pytest.mark.parametrize("path", TESTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_modules_own_tests_pass(path: Path, told: dict[str, list[dict[str, str]]]) -> None:
    own = told.get(str(path), [])
    assert own, f"node ran no test of {path.name}"
    assert [(one["name"], one["failed"]) for one in own if one["failed"]] == []


def test_the_types_are_right(tools: Path) -> None:
    done = scripts.run(str(tools / "tsc"), "-p", "jsconfig.json")
    assert done.returncode == 0, done.stdout


def test_the_bundles_are_what_their_sources_make_and_hold_no_module_twice(tmp_path: Path) -> None:
    scripts.bundle(tmp_path)  # which refuses a module that would stand in two of them
    fresh = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*.*")}
    kept = {path.relative_to(SITE).as_posix(): path.read_bytes() for path in _bundled(ASSETS)}
    ours = {path: text for path, text in kept.items() if path != "assets/theme.css"}
    ours |= {name: (SITE / name).read_bytes() for name in (LOADED, GUARD)}
    assert sorted(ours) == sorted(fresh), RENEW
    assert [path for path in fresh if fresh[path] != ours[path]] == [], RENEW


def _bundled(folder: Path) -> list[Path]:
    return [*folder.rglob("*.js"), *folder.rglob("*.css")]


def test_every_page_that_names_a_script_has_it() -> None:
    found = (re.search(r"^scripts: (\[.*\])$", page.text, re.MULTILINE) for page in tiny.pages())
    named = {name for scripts in found if scripts for name in json.loads(scripts[1])}
    assert {"worksheet", "plan"} < named
    assert named <= set(PAGES)


@pytest.mark.parametrize("script", [None, "brief", "plan"])
def test_the_scripts_of_a_page_that_is_read_are_light(script: str | None) -> None:
    found = re.search(r"set bundles = (\{.*\}) %", (SITE / LOADED).read_text(encoding="utf-8"))
    assert found
    bundles = [f"practice/{name}" for name in json.loads(found[1])[script]] if script else []
    assert sum(map(weight, ["handbook", *bundles])) < READING_LIMIT


def test_what_comes_after_all_else_is_light_too() -> None:
    assert weight("along") < ALONG_LIMIT
    assert weight("worker") < WORKER_LIMIT


def weight(bundle: str) -> int:
    """Give the bytes of a bundle as it is sent, with gzip."""
    return len(gzip.compress((ASSETS / f"{bundle}.js").read_bytes(), 9, mtime=0))


def test_no_script_makes_markup_or_code_from_text() -> None:
    forbidden = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.cssText")
    sources = SOURCES.rglob("*.js")
    assert [str(path) for path in sources if forbidden.search(path.read_text(encoding="utf-8"))] == []


def test_no_script_sets_quotation_marks_that_its_language_may_not_have() -> None:
    marked = re.compile(r"(?:\u201c|\\u201c)\$\{")
    sources = {path.name: path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.js")}
    assert {name: found[0] for name, text in sources.items() if (found := marked.search(text))} == {}


def test_no_script_reaches_for_the_network_or_styles_inline() -> None:
    forbidden = re.compile(
        r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|setAttribute\(\"style\"|[{,] style: "
    )
    asks = {SOURCES / "reading/copy-page.js"}  # for the file beside its page, when somebody wants it
    sources = [
        path for path in SOURCES.rglob("*.js") if path.parent.name != "worker" and path not in asks
    ]  # which stands before the network
    assert [str(path) for path in sources if forbidden.search(path.read_text(encoding="utf-8"))] == []


def test_the_worker_fetches_what_a_page_asks_for_and_what_the_build_lists() -> None:
    fetched = {
        found
        for path in (SOURCES / "worker").glob("*.js")
        for found in re.findall(r"\bfetch\(([^,)]+)", path.read_text(encoding="utf-8"))
    }
    assert fetched == {"event.request", "url"}


def test_the_offline_build_inherits_all_but_what_a_disk_needs() -> None:
    offline = yaml.safe_load((ROOT / "mkdocs-offline.yml").read_text(encoding="utf-8"))
    served = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert offline["INHERIT"] == "mkdocs.yml"
    assert offline["use_directory_urls"] is False
    assert served["plugins"] == []  # or the theme's search would come back, and with it all its words on every page
    assert [f for f in served["theme"]["features"] if f.startswith("navigation.instant")] == []
