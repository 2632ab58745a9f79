"""Prose: the strict subset, written so that no engine reads more; test_properties says so for any prose."""

import pytest

from generator.text.highlight import Mark
from generator.text.prose import first_sentence, led, links, pieces, plain
from generator.text.prose_markdown import escape, markdown
from tests.readers.page import read, squeezed, to_html
from tests.tools.anything import close


def at_entry(kind: str, slug: str) -> str:
    return f"../{kind}/{slug}.md"


def html(prose: str, *marks: Mark) -> str:
    return to_html(markdown(prose, at_entry, marks))


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("one\ntwo", "<p>one two</p>"),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("_a_ __b__", "<p><em>a</em> <strong>b</strong></p>"),
        ("snake_case_word", "<p>snake&#95;case&#95;word</p>"),
        ("\\*a\\*", "<p>&#42;a&#42;</p>"),
        ("[a](story:b-c)", '<p><a href="../story/b-c.md">a</a></p>'),
        ("[a](principle:b/c)", '<p><a href="../principle/b/c.md">a</a></p>'),
        ("[a](https://b.org/c_d)", '<p><a href="https://b.org/c_d" rel="nofollow ugc noopener">a</a></p>'),
        ("[a](javascript:alert(1))", "<p>a</p>"),
        ("[a](//b.org)", "<p>a</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
    ],
)
def test_the_subset_is_written_as_these_tags(prose: str, expected: str) -> None:
    assert html(prose) == expected


@pytest.mark.parametrize(
    "prose",
    [
        "# a",
        "> a",
        "![a](b)",
        "<b>a</b>",
        "a | b",
        "--8<-- 'x'",
        "{{ x }}",
        "{: .a }",
        "[TOC]",
        "a\n===",
        "*[a]: b",
        "~~~",
        "***",
    ],
)
def test_all_other_syntax_is_words(prose: str) -> None:
    assert close(read(html(prose)).words) == close(prose) or prose == "![a](b)"
    assert {tag for tag, _ in read(html(prose)).tags} <= {"p", "a"}


@pytest.mark.parametrize("prose", ["- - a", "1. 2. a", "- a\n  - - b", "- 1. a\n  2. b"])
def test_a_list_that_begins_an_item_is_a_list_in_a_list(prose: str) -> None:
    assert [tag for tag, _ in read(html(prose)).tags if tag in {"pre", "code"}] == []
    assert read(html(prose)).words.split() == plain(prose).split()


def test_a_list_in_a_list_is_one() -> None:
    assert html("- a\n    - b\n- c").replace("\n", "") == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"


def test_two_lists_of_two_kinds_stay_two() -> None:
    tags = [tag for tag, _ in read(html("- a\n\n1. b")).tags]
    assert (tags.count("ul"), tags.count("ol")) == (1, 1)


def test_a_paragraph_of_an_item_stays_in_the_item() -> None:
    assert html("- a\n\n  b\n\nc").replace("\n", "") == "<ul><li><p>a</p><p>b</p></li></ul><p>c</p>"


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("*a*  b\n`c`", "a b c"),
        ("[a](story:b) c", "a c"),
        ("- a\n- b\n\nc", "a b c"),
        ("a &amp; <b>", "a &amp; <b>"),
        ("**", "**"),
        ("[](story:a)", ""),
    ],
)
def test_plain_gives_the_words_alone(prose: str, expected: str) -> None:
    assert plain(prose) == expected


def test_links_gives_every_target_as_typed() -> None:
    assert list(links("[a](story:b), [*c*](<d e>) and\n\n- [f](javascript:g)")) == ["story:b", "d e", "javascript:g"]


def test_marked_words_are_followed_by_their_number() -> None:
    assert html("a few words", Mark("few", 7, "risk")) == (
        '<p>a <mark class="note-words note-words--risk">few</mark>'
        '<sup class="note-sign"><a id="note-7-sign" href="#note-7">7</a></sup> words</p>'
    )


def test_marks_cross_the_edges_of_emphasis_and_stay_well_nested() -> None:
    seen = html("a *few words* more", Mark("a few", 1, "risk"), Mark("words more", 2, "strength"))
    assert "".join(c for c in read(seen).words if not c.isdigit()) == "a few words more"
    assert seen.count("<mark") == seen.count("</mark>") == 4
    assert [seen.count(f"#note-{n}") for n in (1, 2)] == [1, 1]


def test_marks_that_overlap_each_have_their_number() -> None:
    seen = html("one two three", Mark("one two", 1, "risk"), Mark("two three", 2, "strength"))
    assert [seen.count(f"#note-{n}") for n in (1, 2)] == [1, 1]


def test_words_that_wrap_in_the_file_are_still_marked() -> None:
    assert "#note-1" in html("one\ntwo *three*\nfour", Mark("one two three four", 1, "risk"))


def test_words_across_two_items_or_code_are_still_marked() -> None:
    assert "#note-1" in html("see `a < b` there", Mark("a < b there", 1, "risk"))


@pytest.mark.parametrize("text", ["# a", "1. a", "- a", "+ a", ": a", "a\n  b", "\"<&>'", "    a", "10) x"])
def test_an_escaped_text_is_one_line_that_means_nothing(text: str) -> None:
    assert squeezed(read(to_html(escape(text))).words) == " ".join(text.split())
    assert "\n" not in escape(text)


def test_a_backslash_at_the_end_of_a_line_leaves_the_words_apart() -> None:
    assert plain("one\\\ntwo") == "one two"
    assert markdown("one\\\ntwo", lambda kind, slug: f"{kind}/{slug}") == "one two"
    assert "".join(words for words, _ in pieces("one\\\ntwo")) == "one two"


@pytest.mark.parametrize(
    ("prose", "first", "rest"),
    [
        ("One. Two.", "One.", "Two."),
        ("One, and no end", "One, and no end", ""),
        ('He said "Go." Then he went.', 'He said "Go."', "Then he went."),
        ("See [both. Or one](story:a). Two.", "See [both. Or one](story:a).", "Two."),
        ("*One. Two* is one. Three.", "*One. Two* is one.", "Three."),
    ],
)
def test_the_first_sentence_takes_no_link_and_no_mark_apart(prose: str, first: str, rest: str) -> None:
    assert first_sentence(prose) == (first, rest)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (
            "Read [the answer](framework:answer) once, close it.",
            "**Read [the answer](framework:answer) once**, close it.",
        ),
        ("Tell it: aloud.", "**Tell it**: aloud."),
        ("Say *it* aloud, twice.", "Say *it* aloud, twice."),
        ("Go on without a stop", "Go on without a stop"),
        (f"{'Say it ' * 12}aloud.", f"{'Say it ' * 12}aloud."),
    ],
)
def test_the_first_clause_of_a_task_is_strong_where_it_is_short_and_plain(source: str, shown: str) -> None:
    assert led(source) == shown
