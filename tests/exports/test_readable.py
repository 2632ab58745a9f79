"""A page as Markdown: what is there for engine and browser is said in plain marks, and what was typed stays typed."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.exports.readable import readable
from generator.text import prose_markdown
from generator.text.typography import typeset
from tests.handbooks import tiny

COMMONMARK = MarkdownIt("commonmark").enable("table")
CASES = {
    "a heading with an id": ("## Why {: #why }", "## Why"),
    "a heading in HTML": (
        '<summary><h3 id="a">One</h3> <span class="amount">3 min</span></summary>',
        "### One\n\n3 min",
    ),
    "a fold": ("<details><summary>More</summary>\n\nWords\n\n</details>", "**More**\n\nWords"),
    "a quotation": ('<blockquote markdown="1">\n\nOne\n\nTwo\n\n</blockquote>', "> One\n>\n> Two"),
    "a list in HTML": ("<ol><li>One</li>\n<li>Two <em>more</em></li></ol>", "- One\n- Two *more*"),
    "a table": (
        "<table><caption>Now</caption><tr><td></td><th>A</th></tr>\n<tr><th>x</th><td>1 &#124; 2</td></tr></table>",
        "**Now**\n\n| | A |\n| --- | --- |\n| x | 1 \\| 2 |",
    ),
    "a note and its words": (
        '<sup><a id="note-1-sign" href="#note-1">1</a></sup>\n\n**<a class="note__back" href="#">1</a> Why** Because.',
        "[^1]\n\n[^1]: **Why** Because.",
    ),
    "a link within the page": ("[there](#there)", "there"),
    "a link out": ("[there](https://example.org/)", "[there](https://example.org/)"),
    "boxes to tick": ('<label><input type="checkbox"> Done</label>', "[ ] Done"),
    "a drawing": ('Before <svg viewBox="0 0 1 1"><text>7</text><path d="M0"/></svg>after', "Before after"),
    "what is hidden": ('Seen<span hidden>, <b>found</b></span><nav class="here">1 2</nav>', "Seen"),
    "a tag that never ends": ("<li>One", "- One"),
    "an end that never began": ("One</li></table></svg>", "One"),
    "front matter": ("---\ntitle: x\n---\n\n# X", "# X"),
}


@pytest.mark.parametrize(("text", "said"), CASES.values(), ids=CASES)
def test_a_page_is_said_in_plain_marks(text: str, said: str) -> None:
    assert readable(text) == said


def test_a_link_to_another_page_leads_where_it_is_told_to_or_becomes_its_words() -> None:
    assert readable("[A \\[b\\]](../a.md#b)", lambda target: f"/{target}") == "[A \\[b\\]](/../a.md#b)"
    assert readable("[A](../a.md)") == "A"


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Cs", "Cn", "Co")), max_size=40)
)
def test_what_was_typed_is_shown_as_typed(typed: str) -> None:
    shown = typeset(" ".join(typed.split()))
    page = f"<p>{prose_markdown.escape(f'x {shown}')}</p>"
    html = COMMONMARK.render(readable(page))
    inner = re.sub(r"\A<p>(.*)</p>\n\Z", r"\1", html, flags=re.DOTALL)
    assert "<" not in inner
    assert re.sub(r"\s+", " ", unescape(inner)) == re.sub(r"\s+", " ", f"x {shown}").strip()


def test_no_page_keeps_a_tag_or_an_attribute_list() -> None:
    left = {
        page.path: re.findall(r"(?<!\\)</?[a-z][^>]*>|\{:[^}]*\}|&#?\w+;", readable(page.text)) for page in tiny.pages()
    }
    assert {path: found for path, found in left.items() if found} == {}
