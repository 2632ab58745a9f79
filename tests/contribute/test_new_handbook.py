"""`handbook init`: a handbook for another role checks and builds as it is, and the generator knows no content."""

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml

from generator.commands.cli import main
from generator.commands.command import FINE, PROBLEMS, USAGE
from generator.contribute.new_handbook import ROLE, start
from generator.model import ENTRY_KINDS
from generator.model.json_schema import editor_settings
from generator.pages.pages import build_pages
from generator.pages.practice import practice_files
from generator.pages.render import renderer
from generator.review.changes import items
from generator.site.links import dead_links
from generator.site.pipeline import check, templates_of
from generator.site.publish import build_site
from tests.handbooks import tiny
from tests.handbooks.tiny import ROOT

READABLE = {".py", ".jinja", ".html", ".css", ".json", ".yaml", ".yml", ".md", ".js"}


WRITTEN = ["en", *sorted(path.name for path in (ROOT / "templates/init-in").iterdir())]  # languages with examples


def begin(folder: Path, *more: str) -> int:
    return main(["init", str(folder), *more])


@pytest.mark.parametrize("language", WRITTEN)
def test_a_new_handbook_checks_strictly_and_has_one_of_every_kind(language: str, tmp_path: Path) -> None:
    new = tmp_path / "new"
    assert begin(new, "--language", language) == FINE
    assert main(["check", "--strict", "--root", str(new)]) == FINE
    content = check(new).content
    assert content.language.code == language
    assert content.glossary
    assert [kind.folder for kind in ENTRY_KINDS if not content.of(kind)] == []
    assert content.essays


def test_an_editor_of_a_new_handbook_finds_the_schema_of_every_file_and_the_names_in_it(tmp_path: Path) -> None:
    assert begin(tmp_path, "--role", "nurse") == FINE
    settings = json.loads((tmp_path / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == editor_settings()
    assert [name for name in editor_settings() if not (tmp_path / name).is_file()] == []
    for path in (tmp_path / "content").rglob("*.yaml"):
        sign, _, named = path.read_text(encoding="utf-8").partition("\n")[0].partition("=")
        assert sign == "# yaml-language-server: $schema", path
        assert (path.parent / named).is_file(), path
    ids = json.loads((tmp_path / "schemas/ids.schema.json").read_text(encoding="utf-8"))["definitions"]
    assert ids["competency"]["enum"] == ["keeping-promises"]


def test_a_new_handbook_builds_and_no_link_of_it_is_dead(tmp_path: Path) -> None:
    assert begin(tmp_path, "--role", "nurse") == FINE
    site = build_site(tmp_path)
    assert sorted(map(str, dead_links(site.folder))) == []
    start = (site.folder / "index.html").read_text(encoding="utf-8")
    assert "The nurse\u2019s interview handbook" in start
    assert (site.folder / "assets/handbook.css").is_file()


def test_a_handbook_with_a_level_that_nobody_asks_at_builds_strictly(tmp_path: Path) -> None:
    assert begin(tmp_path, "--role", "nurse") == FINE
    more = "levels:\n  - {id: several, name: Several wards, means: Leads those who lead., manages: true}\n"
    tiny.edit(tmp_path, "content/handbook.yaml", "levels:\n", more)
    assert main(["site", "--no-downloads", "--root", str(tmp_path)]) == FINE
    assert sorted(map(str, dead_links(tmp_path / "site"))) == []


def test_examples_in_another_language_leave_none_of_ours_and_name_the_site(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert begin(tmp_path / "ours") == FINE
    for language in WRITTEN[1:]:
        new = tmp_path / language
        assert begin(new, "--language", language, "--role", "Hebamme") == FINE
        assert "in English" not in capsys.readouterr().out
        words = check(new).content.words
        told = (new / "mkdocs.yml").read_text(encoding="utf-8")
        assert f'site_name: "{words.title}"\nsite_description: "{words.summary}"\n' in told
        assert "Hebamme" in words.title
        assert "interview handbook" not in (new / "README.md").read_text(encoding="utf-8")
        ours = {path.relative_to(tmp_path / "ours") for path in (tmp_path / "ours/content").rglob("*.*")}
        theirs = {path.relative_to(new) for path in (new / "content").rglob("*.*")}
        assert {path.as_posix() for path in ours & theirs} == {"content/glossary.yaml", "content/handbook.yaml"}


@pytest.mark.parametrize("language", WRITTEN)
def test_what_its_readme_says_of_its_files_is_so(language: str, tmp_path: Path) -> None:
    assert begin(tmp_path, "--language", language) == FINE
    named = re.findall(r"`([^`\n]+)`", (tmp_path / "README.md").read_text(encoding="utf-8"))
    settings = (tmp_path / "content/handbook.yaml", tmp_path / "mkdocs.yml")
    text = "\n".join(path.read_text(encoding="utf-8") for path in settings)
    keys = {name for name in named if re.fullmatch("[a-z]+(_[a-z]+)*", name)} - {"handbook"}
    assert {"title", "summary", "look", "accent", "site_name", "site_url"} <= keys
    assert [key for key in sorted(keys) if not re.search(rf"^[# ]*{key}:", text, re.MULTILINE)] == []
    assert [len(yaml.safe_load(name)) for name in named if name.startswith("[")] == [2, 1]


def test_where_nobody_wrote_examples_the_handbook_has_its_language_and_is_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert begin(tmp_path / "new", "--language", "he") == FINE
    assert "Its examples are in English" in capsys.readouterr().out
    assert check(tmp_path / "new").content.language.code == "he"
    assert begin(tmp_path / "other", "--language", "xx") == USAGE
    assert "--language must be one of de, en, he" in capsys.readouterr().err
    assert not (tmp_path / "other").exists()


def test_the_role_stands_wherever_a_reader_meets_it(tmp_path: Path) -> None:
    assert begin(tmp_path, "--role", "staff R&D engineer") == FINE
    written = {path: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*") if path.is_file()}
    assert [path for path, text in written.items() if "{role}" in text] == []
    assert "staff R&D engineer" in check(tmp_path).content.words.title
    assert "staff R&D engineer" in written[tmp_path / "README.md"]


def test_a_role_reads_right_whatever_it_is_and_nothing_is_asked_most_that_nobody_counted(tmp_path: Path) -> None:
    assert begin(tmp_path, "--role", "intensive care nurse") == FINE
    content = check(tmp_path).content
    texts = [page.text for page in build_pages(content, renderer(content, templates_of(tmp_path) / "pages"))]
    assert [text for text in texts if re.search(r"\ba intensive|only intensive care nurse", text)] == []
    claims = re.compile("asked most|most asked first", re.IGNORECASE)
    assert [found[0] for text in texts if (found := claims.search(text))] == []
    assert '"counted"' not in practice_files(content)["practise/data/questions.js"]
    counted = tiny.content()
    assert ('"counted":true' in practice_files(counted)["practise/data/questions.js"]) == bool(counted.asked_most.all)


@pytest.mark.parametrize("role", ['a"b', "a: b", "x", "a\nb", "{role}", "-lead", "a" * 61, "lead ", "# a", "C++"])
def test_a_role_that_would_break_a_file_is_refused(role: str, tmp_path: Path) -> None:
    assert not ROLE.fullmatch(role)
    assert begin(tmp_path / "new", f"--role={role}") == USAGE
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    "role", ["product manager", "data scientist", "head of people & culture", "Ärztin", "UX/UI lead"]
)
def test_a_plain_role_is_taken_as_it_is(role: str, tmp_path: Path) -> None:
    assert begin(tmp_path, "--role", role) == FINE
    assert main(["check", "--strict", "--root", str(tmp_path)]) == FINE


def test_no_page_speaks_of_the_role_that_another_handbook_is_for(tmp_path: Path) -> None:
    assert begin(tmp_path, "--role", "nurse") == FINE
    content = check(tmp_path).content
    pages = build_pages(content, renderer(content, templates_of(tmp_path) / "pages"))
    told = {page.path: re.sub(r"[Hh]iring managers?", "", page.text) for page in pages}
    assert {
        path: re.findall(r".*(?:manager|engineer).*", text) for path, text in told.items() if "anager" in text
    } == {}
    assert [path for path, text in told.items() if "engineer" in text] == []


def test_no_skeleton_speaks_of_one_role() -> None:
    told = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "templates/new").iterdir()}
    assert [name for name, text in told.items() if re.search("manager|engineer", text)] == []


def test_nothing_is_written_where_something_stands(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    assert begin(tmp_path) == USAGE
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    assert begin(tmp_path / "mine.txt") == USAGE
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_what_an_installer_compiled_beside_the_examples_stays_there(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "templates/init", tmp_path / "init")
    (tmp_path / "init/__pycache__").mkdir()
    (tmp_path / "init/__pycache__/hook.cpython-311.pyc").write_bytes(b"\xa7")
    start(tmp_path / "new", "nurse", tmp_path / "init")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(
        [".gitignore", "README.md", "build", "content", "hook.py", "mkdocs-offline.yml", "mkdocs.yml"]
    )


def test_its_hook_answers_whatever_the_generator_s_own_answers() -> None:
    answers, named = (
        re.findall(r"^(?:def |    )(on_\w+)[(,]", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
        for path in ("generator/mkdocs_hook.py", "templates/init/hook.py")
    )
    assert sorted(named) == sorted(answers)


def test_the_examples_go_once_nothing_names_them(tmp_path: Path) -> None:
    assert begin(tmp_path) == FINE
    shutil.rmtree(tmp_path / "content/stories")
    assert main(["check", "--root", str(tmp_path)]) == PROBLEMS
    for folder in ("walkthroughs", "plans", "pages"):
        shutil.rmtree(tmp_path / "content" / folder)
    assert main(["check", "--strict", "--root", str(tmp_path)]) == FINE


def test_no_file_of_the_generator_knows_an_entry_of_the_content() -> None:
    entries = [item for item in items(tiny.real()).values() if item.kind not in {"term", "vocabulary"}]
    named = {name for item in entries for name in (item.slug, item.title)}
    telling = [name for name in named if re.search(r"[ -]", name) and len(name) > len("a-name")]
    files = [p for f in ("generator", "templates") for p in (ROOT / f).rglob("*") if p.suffix in READABLE]
    knowing = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in files
        if not {"vendor", "__pycache__"} & set(path.parts)
        for text in [path.read_text(encoding="utf-8")]
        for name in telling
        if name in text
    }
    assert sorted(knowing) == []
