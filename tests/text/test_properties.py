"""Any prose is nothing but the subset and keeps its words; any scalar is read as typed or refused."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from generator.text.characters import hostile
from generator.text.highlight import Mark
from generator.text.issue import ContentError
from generator.text.places import ReadSource, events_of
from generator.text.plain_data import plain_data
from generator.text.prose import parse, plain
from generator.text.prose_markdown import escape, markdown
from generator.text.source import parse_source
from generator.text.tree import TooMuchError, Tree
from tests.readers.page import read, to_html
from tests.tools.anything import PROSES, TEXTS, close


@given(text=TEXTS)
def test_any_text_is_escaped_onto_one_line(text: str) -> None:
    assert "\n" not in escape(text)


def at_entry(kind: str, slug: str) -> str:
    return f"../{kind}/{slug}.md"


ALLOWED = {"p", "ul", "ol", "li", "em", "strong", "code", "a", "mark", "sup"}
ADDRESS = re.compile(r"https://[^\s\"<>]+|\.\./[a-z]+/[a-z0-9/-]+\.md|#note-\d+")


def nothing_but_the_subset(prose: str, marks: tuple[Mark, ...] = ()) -> None:
    seen = read(to_html(markdown(prose, at_entry, marks)))
    assert {tag for tag, _ in seen.tags} - ALLOWED == set()
    assert [link for link in seen.links if not ADDRESS.fullmatch(link)] == []
    assert {name for _, given_ in seen.tags for name in given_} <= {"href", "rel", "class", "id"}
    assert [id_ for id_ in seen.ids if not re.fullmatch(r"note-\d+-sign", id_)] == []
    assert seen.odd == []
    numbers = "".join(str(mark.number) for mark in marks) if "<sup" in markdown(prose, at_entry, marks) else ""
    assert numbers or close(seen.words) == close(plain(prose))


@given(prose=PROSES)
@example(prose="- a\n\n    - b\n    - c\n\n1. d")
@example(prose="[a](https://x.org/?b=1&c=2) [b](story:x) [c](javascript:alert) [d](//e.f)")
@example(prose="*a **b** c* `d < e` \\* \\[x](y)")
@example(prose="1. a\n\nb\n\n    code?")
@example(prose="a\n===\n\n- b\n---")
@example(prose="- - a")
@example(prose="- 0. 0\n- 0. 0")
@example(prose="- 0.\n- 0. 0")
@example(prose="1. 2. a")
def test_any_prose_is_nothing_but_the_subset_and_keeps_its_words(prose: str) -> None:
    nothing_but_the_subset(prose)


@given(prose=PROSES, data=st.data())
def test_any_marked_prose_is_nothing_but_the_subset(prose: str, data: st.DataObject) -> None:
    words = plain(prose)
    start = data.draw(st.integers(0, len(words) - 1))
    quote = words[start : data.draw(st.integers(start + 1, len(words)))].strip()
    nothing_but_the_subset(prose, (Mark(quote, 1, "risk"),) if quote else ())


@given(prose=PROSES)
def test_any_prose_stays_what_it_is_inside_a_block_of_html(prose: str) -> None:
    seen = read(
        to_html(f'<div class="said" markdown="1">\n\n{markdown(prose, at_entry)}\n\n</div>\n\n## After {{: #after }}\n')
    )
    assert close(seen.words) == close(plain(prose) + "After")
    assert seen.ids == ["after"]


@given(prose=PROSES)
def test_any_prose_of_paragraphs_keeps_their_number(prose: str) -> None:
    tokens = parse(prose)
    if {token.type for token in tokens} == {"paragraph_open", "inline", "paragraph_close"}:
        spoken = [token for token in tokens if token.type == "inline" and plain(token.content)]
        assert to_html(markdown(prose, at_entry)).count("<p>") == len(spoken)


@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_any_scalar_in_quotes_is_read_as_typed_or_refused(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    try:
        data = parse_source(f'a: "{quoted}"\n'.encode(), "x.yaml").data
    except ContentError:
        assert list(hostile(text)) or re.search(r"[\r\x85\u2028\u2029]", text)
    else:
        assert data == {"a": text} or re.search(r"[\r\x85\u2028\u2029]", text)


PIECES = st.sampled_from(
    [
        *(
            "a: ",
            "b:\n",
            "- ",
            "- c: ",
            "  ",
            "    ",
            "\n",
            "\n\n",
            "one two",
            "12",
            "1.5",
            "true",
            "null",
            "~",
            "a: b\n",
        ),
        *(
            "'x: y'",
            '"x \\u200b y"',
            '"x"',
            "|\n",
            ">-\n",
            "{",
            "}",
            "[",
            "]",
            ", ",
            "? ",
            "&k ",
            "*k",
            "!t ",
            "! ",
            " #d",
            "#",
        ),
        *("---\n", "...\n", "%YAML 1.1\n", "  line\n", "\n  on\n\n  and on\n"),
    ]
)


@given(pieces=st.lists(PIECES, max_size=14))
@example(pieces=["a: b\n", "a: b\n"])
@example(pieces=["a: ", *["["] * 14, *["]"] * 14])
@example(pieces=["a: [", *["x, "] * 401, "]"])
@example(pieces=["{", *[f"k{at}: , " for at in range(401)], "}"])
@example(pieces=["a: b\n", "---\n", "a: b\n"])
@example(pieces=["a:\n", "- c: one\n", "  b: [12, {x: y}]\n", "- \n"])
def test_what_is_read_in_one_loop_is_what_the_tree_holds_and_stands_where_it_says(pieces: list[str]) -> None:
    text = "".join(pieces)
    events, stopped = events_of(text)
    data, tree = plain_data(events), Tree("x")
    if stopped or data is None:
        return
    try:
        for event in events:
            tree.take(event)
    except TooMuchError:
        raise AssertionError(f"the tree must hold {text!r}, found too much") from None
    assert not tree.issues
    source = ReadSource("x", text, data, events)
    assert source.data == source.root.data
    for path, node in source.nodes():
        assert source.spot(path) == (node.line, node.column, node.start, node.end)
        assert source.spot((*path, "none")) == source.spot(path)
    source.forget()
    assert source.spot(()) == (source.root.line, source.root.column, source.root.start, source.root.end)
