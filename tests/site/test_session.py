"""What an edit does while the handbook is served: the entry first, then the rest, and in the end all as built."""

import shutil
import time
from pathlib import Path

import pytest

from generator.site import session
from generator.site.pipeline import DOCS, build
from generator.site.session import Session
from generator.text.issue import ContentError
from tests.handbooks import tiny
from tests.tools.patience import until

WORDS = {
    tiny.STORY: ("title: The export nobody used", "title: Renamed while served"),
    "content/competencies/saying-no.yaml": ("title: Saying no", "title: Saying no, kindly"),
    "content/questions/choosing-what-to-build.yaml": ("ask: ", "ask: Once more, "),
    "content/questions/saying-no/pushed-back.yaml": ("ask: ", "ask: Once more, "),
    "content/plans/one-evening.yaml": ("title: ", "title: Renamed, "),
    "content/glossary.yaml": ("What a choice costs", "What any choice costs"),
    "content/pages/why-so-tiny.md": ("# ", "# Renamed, "),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny.copy_to(tmp_path)


@pytest.fixture
def served(root: Path, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A session on a handbook that takes so long that an edit is not worth waiting for the rest."""
    monkeypatch.setattr(session, "set_aside", lambda: None)  # it would look through what all tests here keep
    monkeypatch.setattr(session, "PATIENCE", 0.0)
    monkeypatch.setattr(session, "PAUSE", 0.1)
    now = Session(root)
    now.build("")
    return now


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def texts(root: Path) -> dict[str, str]:
    docs = root / DOCS
    return {p.relative_to(docs).as_posix(): p.read_text(encoding="utf-8") for p in docs.rglob("*") if p.is_file()}


def settled(now: Session, root: Path) -> None:
    """Wait until the rest is made."""
    until(lambda: not now.under_way, f"the rest of {root}")


@pytest.mark.parametrize("file", WORDS)
def test_in_the_end_all_is_as_a_build_makes_it(root: Path, served: Session, file: str, tmp_path: Path) -> None:
    before = texts(root)
    edit(root, file, *WORDS[file])
    served.build("")
    settled(served, root)
    afresh = tiny.copy_to(tmp_path / "afresh")
    edit(afresh, file, *WORDS[file])
    build(afresh)
    assert texts(root) == texts(afresh) != before


def test_what_is_made_behind_rests_while_somebody_waits_and_begins_again_after_an_edit(
    root: Path, served: Session
) -> None:
    edit(root, tiny.STORY, *WORDS[tiny.STORY])
    served.build("")
    before = texts(root)
    with served.calm.hurrying():
        time.sleep(1.0)  # ten times as long as until the rest is begun
        assert served.under_way
        assert texts(root) == before
        edit(root, tiny.STORY, "title: Renamed while served", "title: Renamed once more")
        served.build("")
    settled(served, root)
    assert "Renamed once more" in texts(root)["stories/index.md"]
    assert "Renamed while served" not in "".join(texts(root).values())


def test_the_page_of_the_entry_comes_first(root: Path, served: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "PAUSE", 60.0)
    before = texts(root)
    edit(root, tiny.STORY, *WORDS[tiny.STORY])
    assert served.build("").written == 1
    now = texts(root)
    assert [path for path in now if now[path] != before.get(path)] == ["stories/the-export-nobody-used.md"]
    assert "Renamed while served" in now["stories/the-export-nobody-used.md"]


def test_the_rest_is_told_of_and_then_costs_nothing(root: Path, served: Session) -> None:
    edit(root, tiny.STORY, *WORDS[tiny.STORY])
    served.build("")
    settled(served, root)
    assert (root / session.SIGNAL / "ready").is_file()
    stamps = {path: path.stat().st_mtime_ns for path in (root / DOCS).rglob("*.md")}
    served.build("")
    assert {path: path.stat().st_mtime_ns for path in (root / DOCS).rglob("*.md")} == stamps


def test_an_edit_in_between_makes_what_is_under_way_worthless(root: Path, served: Session) -> None:
    edit(root, tiny.STORY, *WORDS[tiny.STORY])
    served.build("")
    edit(root, tiny.STORY, "Renamed while served", "Renamed once more")
    served.build("")
    settled(served, root)
    assert not any("Renamed while served" in text for text in texts(root).values())
    assert sum("Renamed once more" in text for text in texts(root).values()) > 1


def test_a_call_in_vain_does_not_lose_the_rest(root: Path, served: Session) -> None:
    edit(root, tiny.STORY, *WORDS[tiny.STORY])
    served.build("")
    served.build("")  # a watcher that saw one save twice
    settled(served, root)
    assert sum("Renamed while served" in text for text in texts(root).values()) > 1


def test_a_mistake_is_named_until_it_is_mended(root: Path, served: Session) -> None:
    before = texts(root)
    edit(root, tiny.STORY, "title: ", "titel: ")
    other = "content/plans/one-evening.yaml"
    for _ in range(2):
        with pytest.raises(ContentError, match="titel"):
            served.build("")
        edit(root, other, "title: ", "title: Renamed, ")
    assert texts(root) == before
    edit(root, tiny.STORY, "titel: ", "title: ")
    served.build("")
    settled(served, root)
    build_again = build(root)
    assert build_again.written == build_again.removed == 0


def test_a_link_to_nothing_is_named_at_once(root: Path, served: Session) -> None:
    edit(root, "content/walkthroughs/the-roadmap-review.yaml", "competency: ", "competency: no-such-")
    with pytest.raises(ContentError, match="must exist"):
        served.build("")


def test_a_new_entry_and_one_that_goes_are_built_at_once(root: Path, served: Session) -> None:
    path = root / tiny.STORY
    twin = path.with_name("told-again.yaml")
    twin.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    served.build("")
    assert "stories/told-again.md" in texts(root)
    twin.unlink()
    served.build("")
    assert "stories/told-again.md" not in texts(root)


def test_a_small_handbook_is_built_whole_at_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.site.session.PATIENCE", float("inf"))  # however slow this machine is today
    now = Session(root)
    now.build("")
    edit(root, tiny.STORY, *WORDS[tiny.STORY])
    assert now.build("").written > 1
    assert not now.under_way


def test_a_wrong_file_that_goes_again_leaves_no_page_old(root: Path, served: Session, tmp_path: Path) -> None:
    wrong = root / "content/stories/not-yet.yaml"
    edit(root, tiny.STORY, *WORDS[tiny.STORY])
    served.build("")
    wrong.write_text("nonsense: 1\n", encoding="utf-8")
    with pytest.raises(ContentError, match="nonsense"):
        served.build("")
    assert {issue.file for issue in served.problems} == {"content/stories/not-yet.yaml"}
    wrong.unlink()
    served.build("")
    assert not served.problems
    settled(served, root)
    afresh = tiny.copy_to(tmp_path / "afresh")
    edit(afresh, tiny.STORY, *WORDS[tiny.STORY])
    build(afresh)
    assert texts(root) == texts(afresh)


def test_the_swap_file_of_an_editor_is_no_edit(root: Path, served: Session) -> None:
    assert served.is_called_in_vain()
    for name in (".the-export-nobody-used.yaml.swp", "the-export-nobody-used.yaml~", "#x.yaml#", ".#x.yaml", "4913"):
        (root / "content/stories" / name).write_text("x", encoding="utf-8")
    assert served.is_called_in_vain()
    edit(root, tiny.STORY, *WORDS[tiny.STORY])
    assert not served.is_called_in_vain()
    assert served.build("").written == 1


def test_the_look_of_the_site_and_files_of_ones_own_make_no_page_anew(root: Path, served: Session) -> None:
    before = texts(root)
    (root / "templates/site").mkdir(parents=True)
    (root / "templates/site/main.html").write_text("x", encoding="utf-8")
    served.build("")
    assert texts(root) == before
    (root / "own").mkdir()
    (root / "own/style.css").write_text("p { color: red }", encoding="utf-8")
    assert served.build("").own.sheets == ["own/style.css"]
    assert texts(root).keys() - before.keys() == {"own/style.css"}


def test_of_another_template_the_page_that_somebody_looks_at_comes_first(root: Path, served: Session) -> None:
    shutil.copytree(tiny.ROOT / "templates", root / "templates")
    served.build("")
    served.look_at("/stories/the-export-nobody-used/")
    for template in ("story", "plan"):
        edit(root, f"templates/pages/{template}.md.jinja", "{", "Once more. {")
    assert served.build("").written == 1
    assert {path for path, text in texts(root).items() if "Once more." in text} == {"stories/the-export-nobody-used.md"}
    settled(served, root)
    assert "Once more." in texts(root)["plans/one-evening.md"]


def test_a_style_sheet_and_a_script_are_in_the_site_without_a_build(
    root: Path, served: Session, tmp_path: Path
) -> None:
    site, names = tmp_path / "site", ("templates/site/assets/x.css", "templates/site/assets/x.js", "own/style.css")
    places = [site / name.removeprefix("templates/site/") for name in names]
    for path in (*(root / name for name in names), *places):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old {}", encoding="utf-8")
    assert not served.has_taken(site)  # they are new
    served.build("")
    for name in names:
        (root / name).write_text("new {}", encoding="utf-8")
    assert served.has_taken(site)
    assert {place.read_text(encoding="utf-8") for place in places} == {"new {}"}
    assert served.is_called_in_vain()
    (root / "own/style.css").write_text("@import url(https://example.org/x.css);", encoding="utf-8")
    assert not served.has_taken(site)
    with pytest.raises(ContentError, match=r"own/style.css"):
        served.build("")


def test_a_style_sheet_that_another_stands_before_is_not_taken(root: Path, served: Session, tmp_path: Path) -> None:
    name = "templates/site/assets/handbook.css"
    for path in (root / name, root / "own" / name, tmp_path / "assets/handbook.css"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old {}", encoding="utf-8")
    served.build("")
    (root / name).write_text("new {}", encoding="utf-8")
    assert not served.has_taken(tmp_path)
