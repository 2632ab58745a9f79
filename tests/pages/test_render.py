"""Jinja for Markdown; test_properties says that any text is shown as typed."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment, UndefinedError

from generator.content.address import locate_in
from generator.content.entry import Essay
from generator.pages.essay_body import essay_body
from generator.pages.render import as_json, counted, relative, renderer, spoken_time
from tests.handbooks import tiny
from tests.readers.page import to_html

Show = Callable[..., str]


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """Give a function that renders one template."""

    def render(template: str, here: str = "stories/a.md", **values: object) -> str:
        (tmp_path / "t.jinja").write_text(template)
        return renderer(tiny.content(), tmp_path)("t.jinja", here=here, **values)

    return render


def test_data_is_never_a_template(show: Show) -> None:
    assert "49" not in show("{{ value }}", value="{{ 7 * 7 }}{% for x in y %}")


@pytest.mark.parametrize("template", ["{{ nothing }}", "{{ value.nothing }}", "{% if nothing %}{% endif %}"])
def test_an_unknown_name_is_an_error(template: str, show: Show) -> None:
    with pytest.raises(UndefinedError):
        show(template, value="x")


@pytest.mark.parametrize("value", [None, True, [], {"a": 1}, b"x"])
def test_what_is_neither_text_nor_number_is_an_error(value: object, show: Show) -> None:
    with pytest.raises(TypeError, match="must print text or a number"):
        show("{{ value }}", value=value)


def test_a_template_is_compiled_once_and_anew_when_it_was_edited(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    assert show("before {{ value }}", value="a") == "before a"
    monkeypatch.setattr(Environment, "compile", None)  # what is not to be called
    assert show("before {{ value }}", value="b") == "before b"
    monkeypatch.undo()
    assert show("after {{ value }}", value="c") == "after c"


def test_numbers_are_printed_as_they_are(show: Show) -> None:
    assert show("{{ a }} {{ b }}", a=-3, b=2.5) == "-3 2.5"


def test_links_are_relative_to_the_page(show: Show) -> None:
    assert show('{{ to("story", "the-export-nobody-used") }}') == "[The export nobody used](the-export-nobody-used.md)"
    assert show('{{ url("computed", "coverage") }}', here="index.md") == "reference/coverage.md"
    assert show('{{ url("question", "pushed-back") }}') == "../questions/saying-no.md#pushed-back"
    assert show("{{ value|prose }}", value="[a](trait:candour)") == "[a](../reference/traits.md#candour)"


@pytest.mark.parametrize(
    ("path", "here", "expected"),
    [
        ("a.md", "b.md", "a.md"),
        ("a/b.md", "a/c.md", "b.md"),
        ("a/b.md#c", "d/e.md", "../a/b.md#c"),
        ("a/b.md#c", "a/b.md", "#c"),
        ("a/b.md", "a/b.md", "b.md"),
        ("index.md", "a/b.md", "../index.md"),
    ],
)
def test_a_path_becomes_a_link_from_the_page(path: str, here: str, expected: str) -> None:
    assert relative(path, here) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"), [(0, "0:00"), (2.5, "2:30"), (1.99, "2:00"), (0.04, "0:00"), (61, "61:00")]
)
def test_minutes_are_spoken_in_steps_of_five_seconds(minutes: float, expected: str) -> None:
    assert spoken_time(minutes) == expected


def test_a_number_has_its_noun() -> None:
    assert [counted(n, "story", "stories") for n in (0, 1, 2)] == ["0 stories", "1 story", "2 stories"]
    assert counted(2, "sheet") == "2 sheets"


@pytest.mark.parametrize("text", ['a "b" \\', "</script>", "a: b # c", "---", "\u2028", "{{ x }}", "é", "&amp;", "- a"])
def test_a_value_in_the_front_matter_is_json_and_yaml_on_one_line(text: str) -> None:
    written = str(as_json(text))
    assert json.loads(written) == yaml.safe_load(f"a: {written}")["a"] == text
    assert "\n" not in written
    assert not set("<>&") & set(written)


def test_a_page_by_hand_keeps_its_markdown_and_has_its_links_turned() -> None:
    body = "See [a](story:the-export-nobody-used), [b](https://c.d) and *this*."
    essay = Essay(slug="x", file="x", title="x", body=body, text=body)
    assert essay_body(essay, locate_in(tiny.content()), "reference/x.md") == (
        "See [a](../stories/the-export-nobody-used.md), [b](https://c.d) and *this*."
    )


def test_only_paragraphs_in_a_row_that_begin_with_a_name_have_it_in_a_column() -> None:
    html = to_html(essay("**One.** It is\nso.\n\n**Two.** And *so*.\n\nBetween.\n\n**Three.** Alone."))
    assert html.count('<p class="named"><strong>') == 2
    assert "<p><strong>Three.</strong> Alone.</p>" in html


TOLD = '## Told twice\n\n### As one\n\n> "I did it."\n> Then it went.\n\n### As another\n\n> "We did it."'


def essay(body: str) -> str:
    """Give an essay of this body as its page prints it."""
    written = Essay(slug="a", file="", title="A", body=body, text="")
    return essay_body(written, locate_in(tiny.content()), "reference/a.md")


def test_what_is_said_under_headings_that_follow_one_another_stands_side_by_side() -> None:
    html = to_html(essay(TOLD + "\n\nAfterwards."))
    beside = html[html.index('<div class="beside">') : html.index("</div>")]
    assert beside.count('<section class="telling">') == beside.count("<blockquote>") == beside.count("<h3") == 2
    assert "Then it went." in beside
    assert "Afterwards." not in beside
    assert "Told twice" not in beside


@pytest.mark.parametrize(
    "body",
    ['### Alone\n\n> "I did it."\n\nMore.', '> "I did it."\n\n> "You did."', "### One\n\nWords.\n\n### Two\n\nMore."],
)
def test_what_has_nobody_to_stand_beside_stays_as_it_is(body: str) -> None:
    assert "beside" not in essay(body)
