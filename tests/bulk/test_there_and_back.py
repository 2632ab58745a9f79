"""What is written as a table, JSON or Markdown is the same once it is read into a handbook without entries."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bulk.columns import columns_of
from generator.bulk.files import entry_text
from generator.bulk.intake import Intake, Wish
from generator.bulk.known import known_of
from generator.bulk.rows import FORMS, texts
from generator.bulk.shapes import SHAPES
from generator.commands.bulk import _left
from generator.commands.cli import main
from generator.commands.command import FINE
from generator.content.content import Content
from generator.content.load import Loaded, entry_from_text, load
from generator.model import QUESTION_BANKS, QUESTIONS, STORIES
from generator.text.characters import hostile
from tests.handbooks import station, tiny
from tests.tools.anything import ANY, examples

FORM = pytest.mark.parametrize("form", FORMS)
LEFT = _left(tiny.TINY)
TEXT = ANY.map(lambda text: " ".join(text.split())[:300].strip()).filter(
    lambda text: text and not text.startswith("TODO") and not any(hostile(text))
)
PROSE = ANY.map(lambda text: text.strip()[:2_000].strip()).filter(
    lambda text: text and not text.startswith("TODO") and not any(hostile(text))
)
QUESTION = st.fixed_dictionaries(
    {
        "ask": TEXT,
        "kind": st.sampled_from(["trunk", "branch", "leaf"]),
        "levels": st.just(["pm"]),
        "intent": PROSE,
        "good_answer": st.lists(TEXT, min_size=1, max_size=3),
        "trap": PROSE,
    },
    optional={
        "also_asked": st.lists(TEXT, min_size=1, max_size=3),
        "known_as": st.lists(TEXT, min_size=1, max_size=2),
        "spoken": st.fixed_dictionaries(
            {"speaker": TEXT, "says": PROSE, "because": PROSE, "tempting": PROSE, "costs": PROSE}
        ),
    },
)
TELLING = st.fixed_dictionaries(dict.fromkeys(("context", "challenge", "actions", "results", "learnings"), PROSE))


def without_entries(content: Content) -> Content:
    none: Mapping[str, Any] = {}
    return replace(
        content, entries={**content.entries, **dict.fromkeys((QUESTION_BANKS.id, QUESTIONS.id, STORIES.id), none)}
    )


def there_and_back(content: Content, form: str) -> Mapping[str, str]:
    """Give each export of the content, after holding it against that of the handbook it was read into."""
    empty = without_entries(content)
    written = {name: make() for name, make in texts(content, form).items()}
    known = known_of(Loaded(content=empty, issues=()), empty)
    intake = Intake(known=known, columns=columns_of(empty, None, ""), left=LEFT, wish=Wish())
    taken = intake.take([(name, text.encode()) for name, text in written.items()])
    assert taken.left_out == []
    assert taken.competencies == []
    back = empty
    for file, text in taken.files.items():
        folder, _, name = file.removeprefix("content/").partition("/")
        kind = {kind.folder: kind for kind in (QUESTIONS, STORIES)}[folder]
        back = back.with_entry(kind, entry_from_text(text, kind, name.removesuffix(".yaml"), file))
    assert {name: make() for name, make in texts(back, form).items()} == written
    for kind in (QUESTION_BANKS, STORIES):
        before, after = ({slug: one.record for slug, one in of.of(kind).items()} for of in (content, back))
        assert after == before
    return written


@FORM
@pytest.mark.parametrize("content", [tiny.content, station.content], ids=["tiny", "german"])
def test_a_handbook_comes_back_as_it_was(content: Any, form: str) -> None:
    written = there_and_back(content(), form)
    assert {name.partition(".")[0] for name in written} == {*SHAPES}


@cache
def _tiny_story() -> Mapping[str, Any]:
    return tiny.content().stories["the-export-nobody-used"].record.model_dump(by_alias=True, exclude_defaults=True)


@FORM
@examples(0.5)
@given(data=st.data())
def test_any_words_come_back_as_they_were(form: str, data: st.DataObject) -> None:
    questions = data.draw(st.lists(QUESTION, min_size=1, max_size=3))
    numbered = [{"id": f"q-{at}", **one} for at, one in enumerate(questions)]
    story = {**_tiny_story(), "title": data.draw(TEXT), "told": data.draw(TELLING), "question": "q-0"}
    story = {
        **story,
        "also_answers": [],
        "openings": [],
        "notes": [{"in": "results", "quote": "x", "kind": "risk", "says": data.draw(PROSE)}],
    }
    content = without_entries(tiny.content())
    for kind, slug, one in ((QUESTION_BANKS, "saying-no", {"questions": numbered}), (STORIES, "a-story", story)):
        text = entry_text(kind.id, one)
        content = content.with_entry(kind, entry_from_text(text, kind, slug, f"{kind.where}/{slug}.yaml"))
    there_and_back(content, form)


@FORM
def test_the_commands_write_it_and_read_it_again(form: str, root: Path, tmp_path: Path) -> None:
    def written(folder: str) -> dict[str, bytes]:
        out = tmp_path / folder
        assert main(["export", form, "--root", str(root), "--out", str(out)]) == FINE
        return {name: (out / f"{name}.{FORMS[form]}").read_bytes() for name in SHAPES}

    before = written("before")
    for folder in ("questions", "stories"):
        shutil.rmtree(root / "content" / folder)
    files = [str(tmp_path / f"before/{name}.{FORMS[form]}") for name in SHAPES]
    assert main(["import", *files, "--root", str(root)]) == FINE
    assert written("after") == before
    kept = {path: path.read_bytes() for path in (root / "content").rglob("*.yaml")}
    assert main(["import", *files, "--root", str(root)]) == FINE
    assert {path: path.read_bytes() for path in (root / "content").rglob("*.yaml")} == kept
    assert load(root).issues == ()
