"""Engines are asked for by name; one that is not installed says how to get it. What a reader gets: tests/engines."""

import re
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from generator.commands.cli import main
from generator.commands.command import PROBLEMS
from generator.site import engines, publish
from generator.site.configured import without_hooks
from generator.site.engine_process import EngineProcess
from generator.site.engines import ENGINES, REFUSED, EngineError, engine_of, read, with_hooks
from generator.site.finish import from_here
from generator.site.hookless import one_look
from generator.site.markdown import sources, texts_of
from generator.site.pipeline import build, templates_of
from generator.site.publish import SiteError
from tests.engines import __main__ as measuring
from tests.handbooks import station
from tests.handbooks.tiny import ROOT


@pytest.mark.parametrize("name", ["properdocs", "zensical"])
def test_an_engine_that_is_not_installed_is_said_with_what_installs_it(
    name: str, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = {ENGINES[name].program}
    there: Any = lambda module: None if module in missing else find_spec(module)  # noqa: E731
    monkeypatch.setattr(engines, "find_spec", there)
    assert main(["--root", str(root), "site", "--no-downloads", "--engine", name]) == PROBLEMS
    assert f'pip install "em-interview-handbook[{name}]"' in capsys.readouterr().err
    assert not (root / "site").exists()
    assert not (root / f".{name}.yml").exists()


def test_where_no_hook_is_called_the_markdown_itself_leaves_out_what_no_template_writes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    extensions = ["attr_list", "md_in_html", "generator.site.dialect:Dialect", "generator.site.dialect:Wall"]
    html = markdown.markdown('# One {: #one }\n\n<iframe src="x"></iframe>\n\nTwo **three**', extensions=extensions)
    assert "iframe" not in html
    assert '<h1 id="one">One</h1>' in html
    assert "<strong>three</strong>" in html
    assert REFUSED in capsys.readouterr().err
    markdown.markdown("Nothing to refuse", extensions=extensions)
    assert capsys.readouterr().err == ""


def test_what_was_refused_stops_the_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.CompletedProcess([], 0, stdout="Build finished", stderr=f"{REFUSED}: <iframe>")
    monkeypatch.setattr(EngineProcess, "run", lambda *_: done)
    process = EngineProcess(ENGINES["zensical"], root, store=True)
    with pytest.raises(SiteError, match="iframe"):
        publish._run(process, ".zensical.yml", root / "fresh")  # noqa: SLF001 - what it makes of words


def test_an_engine_that_nobody_knows_is_refused_by_name() -> None:
    with pytest.raises(EngineError, match="one of mkdocs, properdocs, zensical"):
        engine_of("hugo")


def test_an_engine_with_hooks_is_told_of_its_look_alone() -> None:
    told = yaml.safe_load(with_hooks(ENGINES["properdocs"], "mkdocs.yml"))
    assert (told["INHERIT"], told["theme"]) == ("mkdocs.yml", {"name": "material"})


def test_two_looks_that_write_over_each_other_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_is_installed", lambda _: True)
    with pytest.raises(EngineError, match="uninstall both"):
        ENGINES["properdocs"].command("mkdocs.yml")
    told = yaml.safe_load(with_hooks(ENGINES["properdocs"], "mkdocs.yml"))
    assert (told["theme"]["name"], told["extra"]["made"]["name"]) == ("materialx", "MaterialX")


def test_an_engine_without_hooks_is_told_all_that_the_hook_would_say(tmp_path: Path) -> None:
    root = station.copy_to(tmp_path / "handbook")
    built = build(root)
    told = yaml.safe_load(without_hooks(ENGINES["zensical"], root, read(root, "mkdocs.yml"), built))
    assert (told["theme"]["language"], told["extra_templates"], told["hooks"]) == ("de", ["without-network.html"], [])
    assert "Start" in told["nav"][0]
    assert told["extra"]["sections"]["stories"]
    assert told["extra"]["words"] == built.words
    assert told["markdown_extensions"][-1] == "generator.site.dialect:Wall"


def test_an_engine_that_takes_one_folder_of_templates_gets_ones_own_before_ours_which_they_may_extend(
    root: Path,
) -> None:
    ours = templates_of(root) / "site"
    assert one_look(root, ours) == ours
    mine = root / "own/templates/site/main.html"
    mine.parent.mkdir(parents=True)
    mine.write_text('{% extends "handbook/main.html" %}', encoding="utf-8")
    both = one_look(root, ours)
    assert (both / "main.html").read_text(encoding="utf-8") == mine.read_text(encoding="utf-8")
    assert (both / "handbook/main.html").read_bytes() == (ours / "main.html").read_bytes()
    assert (both / "assets/handbook.css").is_file()
    assert not (both / "handbook/assets").exists()


@pytest.mark.parametrize(
    ("folders", "addresses"), [(True, ["", "a/", "a/b/"]), (False, ["index.html", "a/index.html", "a/b.html"])]
)
def test_the_markdown_of_a_page_is_known_by_its_address(tmp_path: Path, folders: bool, addresses: list[str]) -> None:  # noqa: FBT001 - a parameter
    paths = ["index.md", "a/index.md", "a/b.md"]
    (tmp_path / "a").mkdir()
    for path in paths:
        (tmp_path / path).write_text("# Here\n", encoding="utf-8")
    (tmp_path / "a/old.md").write_text('---\ntitle: "Old"\nmoved: "a/b.md"\n---\n', encoding="utf-8")
    assert sources(texts_of(tmp_path), folders=folders) == dict(zip(addresses, paths, strict=True))


def test_a_page_that_an_engine_writes_for_the_hosts_first_folder_names_its_files_from_where_it_stands(
    tmp_path: Path,
) -> None:
    page = tmp_path / "page.html"
    text = '<a href="/at/practise/">/at/</a> <link href="https://else.where/at/"> {"base":"/at/","search": "/at/s.js"}'
    page.write_text(text, encoding="utf-8")
    from_here(page, "/at/")
    told = page.read_text(encoding="utf-8")
    assert told == (
        '<a href="./practise/">/at/</a> <link href="https://else.where/at/"> {"base":"./","search": "./s.js"}'
    )
    from_here(page, "")
    assert page.read_text(encoding="utf-8") == told


def test_a_configuration_that_is_no_plain_data_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: !ENV NAME\n")
    with pytest.raises(EngineError, match="must be plain YAML"):
        read(tmp_path, "mkdocs.yml")


def test_what_stands_in_the_configuration_of_today_is_what_was_inherited(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("theme: {name: material, language: en}\nextra: {worker: false}\n")
    (tmp_path / "child.yml").write_text("INHERIT: mkdocs.yml\ntheme: {language: de}\n")
    assert read(tmp_path, "child.yml") == {"theme": {"name": "material", "language": "de"}, "extra": {"worker": False}}


def test_the_documentation_says_of_every_engine_what_was_measured_and_nothing_else() -> None:
    text = measuring.TABLE.read_text(encoding="utf-8")
    table = text.partition(measuring.BEGIN)[2].partition(measuring.END)[0].strip()
    heads, line, *rows = [[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()]
    assert [re.sub(r" [0-9.]+", "", head) for head in heads[1:]] == [pair.title for pair in measuring.PAIRS]
    assert set(line) == {"---"}
    assert [row[0] for row in rows] == [*measuring.asked()]
    assert {row[1] for row in rows} == {"yes"}, "the default is whole"
    assert [cell for row in rows for cell in row[1:] if cell != "yes" and not cell.startswith("no")] == []
    assert {row[0]: {*row[1:]} for row in rows}[measuring.WALL] == {"yes"}


def test_the_versions_that_were_measured_are_those_that_are_asked_for() -> None:
    heads = measuring.TABLE.read_text(encoding="utf-8").partition(measuring.BEGIN)[2]
    pinned = re.findall(r'"zensical==([0-9.]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    apart = re.findall(r"materialx==([0-9.]+)", (ROOT / "tests/engines/materialx.requirements").read_text("utf-8"))
    assert {*pinned, *apart} <= set(re.findall(r"[0-9]+(?:\.[0-9]+)+", heads))
