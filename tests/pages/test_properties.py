"""Any text is shown as typed, wherever a template puts it, and no prose takes long to become HTML."""

import pytest
from hypothesis import example, given

from generator.content.entry import Entry
from generator.content.load import as_entry
from generator.model import KINDS, Glossary, Term
from generator.pages.glossary import tooltips
from generator.pages.render import Render, renderer
from generator.text.highlight import Mark
from generator.text.prose import plain
from generator.text.prose_markdown import markdown
from generator.text.source import Source, parse_source
from generator.text.tree import Node
from tests.handbooks import tiny
from tests.readers.page import Seen, read, squeezed, to_html
from tests.text.test_properties import ALLOWED, at_entry
from tests.tools.anything import TEXTS
from tests.tools.pace import SECOND, timed

SURROUNDINGS = {
    "paragraph": "{{ value }}",
    "second-line": "words\n{{ value }}",
    "item": "- {{ value }}\n- next",
    "numbered-item": "1. {{ value }}",
    "heading": "## {{ value }} {: #here }",
    "title": "# {{ value }}",
    "strong": "**{{ value }}**",
    "asked": "*{{ value }}*\n{: .asks }",
    "link": "[{{ value }}](../a.md#b){: .c }",
    "lead": "{{ value }}\n{: .lead }",
    "cell": "| a | b |\n| --- | --- |\n| {{ value }} | b |",
    "block": '<div markdown="1">\n\n{{ value }}\n\n</div>',
    "summary": '<details markdown="1"><summary>{{ value }}</summary>\n\nmore\n\n</details>',
    "label": '<p><label><input type="checkbox"> <span>{{ value }}</span></label></p>',
    "label-in-a-form": '<form markdown="1">\n<fieldset markdown="1">\n<legend>{{ value }}</legend>\n\nwords\n\n'
    "</fieldset>\n</form>",
    "table-cell": "<table><tr><th>{{ value }}</th></tr></table>",
    "definition": "<dl>\n<dt>{{ value }}</dt>\n<dd>b</dd>\n</dl>",
    "span": 'a <span class="b">{{ value }}</span>',
    "item-with-data": "- [{{ value }}](a.md)\n{: data-a='b' }",
}
AROUND = {
    "second-line": "words {}",
    "item": "{} next",
    "cell": "a b {} b",
    "summary": "{} more",
    "label-in-a-form": "{} words",
    "definition": "{} b",
    "span": "a {}",
}


@pytest.fixture(scope="module")
def render(tmp_path_factory: pytest.TempPathFactory) -> Render:
    folder = tmp_path_factory.mktemp("templates")
    for name, text in SURROUNDINGS.items():
        (folder / f"{name}.md.jinja").write_text(text + "\n")
    (folder / "attribute.md.jinja").write_text("<p title=\"{{ value }}\" data-a='{{ value }}'>a</p>\n")
    (folder / "field.md.jinja").write_text('<div markdown="1">\n\n<input aria-label="{{ value }}: b">\n\n</div>\n')
    return renderer(tiny.content(), folder)


@pytest.mark.parametrize("where", SURROUNDINGS)
@given(text=TEXTS)
@example(text="_0_ a < b & c | d ~ e ^ f = g")
@example(text="{: onclick=alert(1) }")
@example(text="1. one")
@example(text="- one")
@example(text="#")
@example(text="\\")
@example(text="<![CDATA[ x")
def test_any_text_is_shown_as_typed(where: str, text: str, render: Render) -> None:
    seen = read(to_html(render(f"{where}.md.jinja", here="index.md", value=text)))
    assert squeezed(seen.words) == squeezed(AROUND.get(where, "{}").replace("{}", text))
    assert seen.odd == []


@given(text=TEXTS)
def test_any_text_is_the_value_of_an_attribute_as_typed(text: str, render: Render) -> None:
    seen = read(to_html(render("attribute.md.jinja", here="index.md", value=text)))
    assert [squeezed(v) for v in seen.values("p", "title") + seen.values("p", "data-a")] == [squeezed(text)] * 2
    field = read(to_html(render("field.md.jinja", here="index.md", value=text)))
    assert [squeezed(v) for v in field.values("input", "aria-label")] == [squeezed(text + ": b")]


def glossary_of(means: str) -> Entry[Glossary]:
    record = Glossary(terms=(Term(term="bet", means=means),))
    source = Source(file="x", text="", root=Node({}, 1, 1, 0, 0))
    return Entry(slug="glossary", file="x", record=record, source=source)


@given(text=TEXTS)
def test_any_meaning_of_a_term_is_the_tooltip_as_typed(text: str) -> None:
    page = "A bet is made.\n"
    seen = read(to_html(page + tooltips(glossary_of(text), "a.md", page)))
    assert [squeezed(v) for v in seen.values("abbr", "title")] == [squeezed(text)]
    assert squeezed(seen.words) == "A bet is made."


PLAN = "title: a\nsummary: b\ndays: 1\nminutes_a_day: 9\nschedule: [{day: 1, tasks: [{does: %s, minutes: 1}]}]\n"
TORTURE = {
    "brackets": "[" * 4_000,
    "closed-brackets": "[" * 2_000 + "]" * 2_000,
    "links": "[a](" * 1_000,
    "nested-links": "[" * 400 + "a" + "](https://a.b)" * 250,
    "images": "![" * 2_000,
    "stars": "*" * 4_000,
    "star-words": "*a " * 1_333,
    "emphasis": "*a **b " * 570,
    "underscores": "_a" * 2_000,
    "mixed-emphasis": "*_" * 2_000,
    "backticks": "".join("`" * at for at in range(88)),
    "backslashes": "\\" * 4_000,
    "angle-brackets": "<" * 4_000,
    "tags": "<b>" * 1_300,
    "entities": "&" * 4_000,
    "quotes": "> " * 2_000,
    "lists": "- " * 2_000,
    "deep-lists": "\n".join("  " * at + "- a" for at in range(58)),
    "numbers": "1. " * 1_300,
    "lines": "a\n" * 2_000,
    "blank-lines": "a\n\n" * 1_300,
    "comments": "<!--" * 1_000,
    "braces": "{:" * 2_000,
    "pipes": "|" * 4_000,
    "blanks": "a" + " " * 3_998 + "b",
    "parentheses": "[a](" + "(" * 3_900,
}


@pytest.mark.parametrize("name", TORTURE)
def test_a_prose_takes_less_than_a_second_to_the_html(name: str, render: Render) -> None:
    prose = TORTURE[name][:4_000]

    def shown() -> tuple[Seen, Seen]:
        collection = next(c for c in KINDS if c.id == "plan")
        assert as_entry(parse_source((PLAN % repr(prose[:1])).encode(), "x"), collection, "x").slug == "x"
        seen = read(to_html(markdown(prose, at_entry, [Mark(plain(prose)[:20] or "a", 1, "risk")])))
        return seen, read(to_html(render("paragraph.md.jinja", here="index.md", value=prose[:300])))

    (seen, short), took = timed(shown)
    assert took < SECOND
    assert {tag for tag, _ in seen.tags} <= ALLOWED
    assert squeezed(short.words) == squeezed(prose[:300])
