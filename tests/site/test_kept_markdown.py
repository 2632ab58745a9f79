"""The Markdown of a page is made again where anything that it was read for has changed, and only there."""

import os
import random
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import to_json

from generator.content.content import Content
from generator.content.entry import Entry
from generator.content.reads import noted, reading
from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.site import kept_markdown, rota
from generator.site.kept_markdown import FILE, KeptMarkdown
from generator.site.pipeline import DOCS, templates_of
from generator.site.write import write_folder
from generator.text.language import speaking
from generator.text.places import Source
from tests.handbooks import tiny

EDITS = 5  # of all that can be edited, so many are tried: each has every page made twice


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a project of the tiny handbook whose pages are made and known."""
    assert made(tmp_path, tiny.content()) == 0
    return tmp_path


def anew(content: Content) -> dict[str, str]:
    render = renderer(content, templates_of(tiny.TINY) / "pages")
    return {page.path: page.text for page in build_pages(content, render)}


def made(root: Path, content: Content) -> int:
    """Make the pages of the content, hold them against those made from nothing, and give how many were taken."""
    kept = KeptMarkdown(root)
    followed = kept.follow(content, ())
    render = renderer(followed, templates_of(tiny.TINY) / "pages")
    pages = {page.path: page.text for page in build_pages(followed, render, known=kept.known)}
    whole = anew(content)
    assert pages == whole
    write_folder(root / DOCS, pages)
    kept.remember()
    return kept.taken


def edited(content: Content, kind: str, slug: str, /, **fields: Any) -> Content:
    entry = content.entries[kind][slug]
    source = Source(file=entry.source.file, text=f"{entry.source.text}\n# {fields!r}", root=entry.source.root)
    now = Entry(slug=slug, file=entry.file, record=entry.record.model_copy(update=fields), source=source)
    return replace(content, entries={**content.entries, kind: {**content.entries[kind], slug: now}})


def edits(content: Content) -> Iterator[tuple[str, str, str, object]]:
    """Give for each field of each entry another value that such a field has somewhere, or a text with a word more."""
    for kind, entries in content.entries.items():
        for slug, entry in entries.items():
            for name in type(entry.record).model_fields:
                value = getattr(entry.record, name)
                others = [v for one in entries.values() if (v := getattr(one.record, name)) != value]
                if isinstance(value, str) and " " in value:
                    yield kind, slug, name, f"{value} Zebra"
                if others:
                    yield kind, slug, name, others[0]


def test_what_is_not_edited_is_taken_and_what_is_damaged_is_made_anew(root: Path) -> None:
    pages = len(tiny.pages())
    assert made(root, tiny.content()) == pages
    (root / DOCS / "index.md").write_text("mine\n", encoding="utf-8")
    assert made(root, tiny.content()) == pages - 1
    (root / FILE).write_bytes(b"forged\n{}")
    assert made(root, tiny.content()) == 0


def test_a_word_of_a_story_has_few_pages_made_anew(root: Path) -> None:
    slug = Path(tiny.STORY).stem
    told = edited(tiny.content(), "story", slug, summary="Another summary.")
    assert made(root, told) > 0.8 * len(tiny.pages())
    assert made(root, told) == len(tiny.pages())


def test_after_any_edit_the_pages_are_those_made_from_nothing(root: Path) -> None:
    content = tiny.content()
    for kind, slug, name, value in random.Random(22).sample(list(edits(content)), EDITS):  # noqa: S311 - no secret
        now = edited(content, kind, slug, **{name: value})
        try:
            with speaking(content.language):
                anew(now)
        except (KeyError, ValueError, StopIteration, IndexError):
            continue  # no handbook that a check would let pass
        made(root, now)
        content = now


def test_what_nobody_has_read_for_long_is_forgotten(root: Path) -> None:
    slug, first = Path(tiny.STORY).stem, (root / FILE).stat().st_size
    for at in range(8):
        assert made(root, edited(tiny.content(), "story", slug, title=f"A title, the {at}th")) > 0
    assert (root / FILE).stat().st_size < 1.4 * first


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have two processes make even the few pages of a tiny handbook."""
    monkeypatch.setattr(kept_markdown, "FEW", 2)
    monkeypatch.setattr(rota, "processes", lambda: 2)


@pytest.mark.usefixtures("two")
def test_what_two_processes_make_is_what_one_makes_and_is_known_the_next_time(tmp_path: Path) -> None:
    content, pages = tiny.content(), len(tiny.pages())
    assert made(tmp_path, content) == 0
    assert made(tmp_path, content) == pages
    told = edited(content, "story", Path(tiny.STORY).stem, summary="Another summary.")
    assert 0.8 * pages < made(tmp_path, told) < pages
    assert made(tmp_path, told) == pages


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("torn", [2, 40])
def test_of_pages_that_cannot_be_made_two_processes_say_which_comes_first(torn: int, tmp_path: Path) -> None:
    content = tiny.content()
    kept = KeptMarkdown(tmp_path)
    followed = kept.follow(content, ())
    real = renderer(followed, templates_of(tiny.TINY) / "pages")
    late = [page.path for page in tiny.pages()][torn:]

    def render(template: str, *, here: str, **values: Any) -> str:
        if here in late:
            raise ValueError(here)
        return real(template, here=here, **values)

    with pytest.raises(ValueError, match=f"^{late[0]}$"):
        build_pages(followed, render, known=kept.known)


@pytest.mark.usefixtures("two")
def test_what_another_process_fails_to_give_is_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = os.getpid()
    real = kept_markdown.given
    monkeypatch.setattr(
        kept_markdown, "given", lambda *of: real(*of) if os.getpid() == first else os.kill(os.getpid(), signal.SIGKILL)
    )
    assert made(tmp_path, tiny.content()) == 0
    assert made(tmp_path, tiny.content()) == len(tiny.pages())


def test_what_is_worked_out_once_says_what_it_was_worked_out_from() -> None:
    """A value that is kept by any other means would hide from its second reader what it follows from."""
    for room in ("content", "pages"):
        for path in (tiny.ROOT / "generator" / room).glob("*.py"):
            hidden = "cached_property" in path.read_text(encoding="utf-8")
            assert not hidden or path.name == "reads.py", f"{path}: take worked_out of generator.content.reads"


def test_a_record_that_is_noted_tells_of_each_way_to_read_it() -> None:
    slug = Path(tiny.STORY).stem
    record = noted(tiny.content().entries)["story"][slug].record
    ways: dict[str, Callable[[], object]] = {
        "title": lambda: record.title,
        "": record.model_dump,
    }
    for name, read in ways.items():
        with reading() as reads:
            read()
        assert ("story", slug, name) in reads
    whole = (record.model_dump_json, lambda: to_json(record), lambda: hash(record), lambda: dict(record))
    for way in (*whole, lambda: repr(record), lambda: record.model_fields_set):
        with reading() as reads:
            way()
        assert reads, "whatever is read must be noted"
