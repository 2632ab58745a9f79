"""The rows of a page that are known come out as they would were they made of their Markdown once more."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import mkdocs_hook
from generator.site.configured import NEEDED
from generator.site.dialect import Dialect
from generator.site.kept_rows import OPENS, Rows, Spare, are_alone, rows_in, rows_of, texts_before
from generator.site.listing import digest
from generator.site.sanitizer import sanitize
from generator.site.spared import page_of

WORDS = ["RICE", "a **bet**", "<span hidden>&amp;</span>", "[b](b.md)", "*", "`code`", "“so”", "\\_", "1&nbsp;· 2"]
ROWS = st.lists(
    st.builds(
        '- [{}](a.md) <span>{}</span>\n{{: .item data-of="{}" }}\n'.format,
        st.sampled_from(["a", "A *b*", "RICE"]),
        st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
        st.sampled_from(["x", "x y"]),
    ),
    max_size=6,
)
EXTENSIONS = [*NEEDED, "fenced_code", Dialect()]  # the last but one is MkDocs' own
TERMS = "\n*[RICE]: A score\n*[bet]: What a choice > 0 costs\n"


def page(*lists: Sequence[str], terms: str = TERMS) -> str:
    """Give the Markdown of a page with these lists of rows."""
    parts = "".join(
        f'<details open markdown="1"><summary><h2 id="h{at}">RICE</h2></summary>\n\n'
        f'<div class="rows" markdown="1">\n\n{"".join(rows)}\n</div>\n\n</details>\n\n'
        for at, rows in enumerate(lists)
    )
    return f'# Page\n\nRICE, and:\n\n- one\n- two\n\n<div markdown="1">\n\n{parts}\n</div>\n{terms}'


def html(text: str) -> str:
    return sanitize(markdown.markdown(text, extensions=EXTENSIONS)).html


def known(text: str) -> Rows:
    rows = rows_of(text, html(text))
    assert rows
    return rows


@given(ROWS, ROWS, ROWS)
def test_whatever_rows_come_and_go_the_page_is_that_made_of_all(
    before: Sequence[str], first: Sequence[str], second: Sequence[str]
) -> None:
    now = page([*before[:3], *first, *before[3:]], [*second, *before])
    short = known(page(before, second)).shortened(now)
    assert short
    assert short.filled(html(short.text)) == html(now)
    assert not any(row in short.text for row in before)


def test_of_a_page_that_explains_other_terms_no_row_is_known() -> None:
    row = '- [a](a.md) RICE\n{: .item data-of="x" }\n'
    assert known(page([row])).shortened(page([row], terms="\n*[RICE]: Another\n")) is None
    assert known(page([row])).shortened(page([row, f"- {OPENS}\n{{: .item }}\n"])) is None


def test_a_row_that_leads_to_a_place_in_a_page_is_made_so_that_the_place_is_checked() -> None:
    row = '- [a](a.md#there) b\n{: .item data-of="x" }\n'
    short = known(page([row])).shortened(page([row]))
    assert short
    assert row in short.text


@pytest.mark.parametrize(
    "odd",
    [
        '- a\n{: .item data-of="x" }\n    - within\n',  # a list in a row
        '- a\n{: .item data-of="x" }\n\n- b\n{: .item data-of="x" }\n',  # paragraphs
        '- a\n{: .item data-of="x" }\n- b\n',
    ],
)
def test_of_another_list_no_row_is_taken(odd: str) -> None:
    row = '- [a](a.md) b\n{: .item data-of="x" }\n'
    text = page([row], [odd])
    rows = rows_of(text, html(text))
    short = rows and rows.shortened(text)
    assert not short or (odd in short.text and short.filled(html(short.text)) == html(text))


def test_an_extension_of_ones_own_may_look_beyond_a_row() -> None:
    assert are_alone(EXTENSIONS)
    assert not are_alone(["abbr", "footnotes", Dialect()])


def test_rows_are_taken_only_of_a_page_that_stands_as_it_was_built(tmp_path: Path) -> None:
    text = page(['- [a](a.md) b\n{: .item data-of="x" }\n'])
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text(text, encoding="utf-8")
    (tmp_path / "a.html").write_text(html(text), encoding="utf-8")
    before = texts_before(tmp_path / "docs", {"a.md": f"{text}more".encode(), "b.md": b"none"}, ["a.md", "b.md"])
    assert before == {"a.md": text}
    as_built = page_of(text.encode(), {"a.html": digest(html(text).encode())}, (), {})
    assert [path for path, _ in rows_in(tmp_path, before, {"a.md": as_built})] == ["a.md"]
    assert not [*rows_in(tmp_path, before, {"a.md": page_of(b"other", as_built.files, (), {})})]
    (tmp_path / "a.html").write_text(f"{html(text)}!", encoding="utf-8")
    assert not [*rows_in(tmp_path, before, {"a.md": as_built})]


def test_where_a_row_has_lost_its_place_mkdocs_makes_the_whole_page(monkeypatch: pytest.MonkeyPatch) -> None:
    text = page(['- [a](a.md) b\n{: .item data-of="x" }\n'])
    monkeypatch.setattr(mkdocs_hook.memory, "rows", Spare([("a.md", known(text))]))
    made = SimpleNamespace(file=SimpleNamespace(src_uri="a.md"), markdown=text, content="", present_anchor_ids=None)
    made.render = lambda *_: setattr(made, "content", html(made.markdown))
    short = mkdocs_hook.on_page_markdown(text, page=made)
    assert OPENS in short
    assert mkdocs_hook.on_page_content(html(short), page=made, config=None, files=None) == html(text)
    mkdocs_hook.on_page_markdown(text, page=made)
    lost = html(short.replace(f"- {OPENS}", f"{OPENS}"))
    assert mkdocs_hook.on_page_content(lost, page=made, config=None, files=None) == html(text)
