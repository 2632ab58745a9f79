"""Claims that say "any": any text is shown as typed, any bytes load or become issues, any folder is made right."""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from string import ascii_letters, ascii_lowercase
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.content.entry import Entry
from generator.content.load import as_entry, load_entry
from generator.model import KINDS, Glossary, Kind, Term
from generator.pages.glossary import tooltips
from generator.pages.render import Render, renderer
from generator.site.write import KEPT, write_folder
from generator.text.characters import hostile
from generator.text.highlight import Mark
from generator.text.issue import ContentError, Issue
from generator.text.prose import parse, plain
from generator.text.prose_markdown import escape, markdown
from generator.text.source import Source, parse_source
from generator.text.tree import Node
from tests.handbooks import tiny
from tests.readers.page import read, squeezed, to_html

settings.register_profile(
    "bounded",
    deadline=None,
    max_examples=120,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("bounded")

SIGNS = (
    *"<>&\"'`*_[](){}#~^=|!$\\+-.:;,/@%? ",
    *(
        "**",
        "__",
        "~~",
        "```",
        "--8<--",
        "{{ x }}",
        "{% x %}",
        "{#",
        "{: .a #b onclick=c }",
        "[TOC]",
        "*[x]: y",
        "[^1]",
    ),
    *("<b>", "</div>", "<!--", "-->", "<![CDATA[", "<?php", "<script>", "&lt;", "&#42;", "&amp;", "&copy", "![a](b)"),
    *(
        "[a](b)",
        "[a][b]",
        "[a]: b",
        "<https://a.b>",
        "https://a.b",
        "a@b.cd",
        "1. ",
        "1) ",
        "- ",
        "+ ",
        "* ",
        "# ",
        "> ",
    ),
    *(
        "===",
        "---",
        ":-- ",
        "| a | b |",
        ": a",
        "    ",
        "\\*",
        "\\_",
        "_0_",
        "x",
        "price",
        "roadmap",
        "RICE",
        "klzzwxh:0001",
    ),
    *(
        "\u200dx",
        "\U0001f468\u200d\U0001f469",
        "\u0641\u0627\u0631\u0633\u06cc",
        "e\u0301",
        "\u00a0",
        "\u3000",
        "\u00df",
    ),
)
ANY = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Co", "Cn")), max_size=60),
    st.lists(st.one_of(st.sampled_from(SIGNS), st.text(ascii_letters, max_size=4)), max_size=14).map("".join),
)


def visible(text: str) -> bool:
    return not list(hostile(text)) and bool(text.strip()) and not re.search(r"[\t\n\r]", text)


TEXTS = ANY.filter(visible).map(str.strip)
LINES = st.lists(
    st.tuples(
        st.sampled_from(("", "", "- ", "* ", "1. ", "7) ", "    ", "  - ", "    1. ", "> ", "# ", "```", "| ", "\\")),
        ANY,
    ).map("".join),
    max_size=7,
)
PROSES = (
    st.builds(
        lambda lines, gaps: "".join(map("".join, zip(lines, gaps, strict=False))),
        LINES,
        st.lists(st.sampled_from(("\n", "\n\n", "\n\n\n")), min_size=7, max_size=7),
    )
    .filter(lambda text: bool(plain(text)) and not list(hostile(text)) and "\r" not in text)
    .map(str.strip)
)

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


def close(words: str) -> str:
    return re.sub(r"\s", "", words)


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
    assert {name for _, given_ in seen.tags for name in given_} <= {"href", "rel", "class"}
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


SEEDS = tuple(sorted((tiny.TINY / "content").rglob("*.yaml")))
BITS = st.sampled_from(
    [
        *(b"\x00", b"\xff", b"\t", b"\n", b"\r", b"  ", b": ", b"- ", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!x "),
        *(
            b"'",
            b'"',
            b"|",
            b">",
            b"#",
            b"%",
            b"@",
            b"`",
            b"---\n",
            b"...\n",
            b"<<: ",
            b"? ",
            b"null",
            b"1",
            b"\\u202e",
        ),
        "\u202e".encode(),
    ]
)


@st.composite
def mutations(draw: st.DrawFn) -> tuple[Kind, bytes]:
    """Give the file of an entry with bytes cut, doubled or put in."""
    path = draw(st.sampled_from(SEEDS))
    folder = path.relative_to(tiny.TINY / "content").parts[0].removesuffix(".yaml")
    kind = next(c for c in KINDS if c.folder == folder)
    data = path.read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 40))
        put = draw(st.one_of(BITS, st.binary(max_size=4), st.just(data[at : at + length] * 2)))
        data = data[:at] + put + data[at + length * draw(st.integers(0, 1)) :]
    return kind, data


def issues_of(run: Callable[[], object]) -> tuple[Issue, ...] | None:
    try:
        run()
    except ContentError as error:
        return error.issues
    return None


def loads_or_becomes_issues(run: Callable[[], object]) -> None:
    issues = issues_of(run)
    assert issues is None or issues
    for issue in issues or ():
        assert re.fullmatch(r"\S+:[1-9]\d*:[1-9]\d*: .+ \[[a-z-]+\]", str(issue))
        assert str(issue).isprintable()


@given(raw=st.one_of(st.binary(max_size=200), ANY.map(str.encode), st.lists(BITS, max_size=30).map(b"".join)))
@settings(max_examples=300)
def test_any_bytes_load_or_become_issues(raw: bytes) -> None:
    for kind in KINDS:
        loads_or_becomes_issues(lambda c=kind: as_entry(parse_source(raw, "x.yaml"), c, "x"))  # type: ignore[misc]


@given(case=mutations())
@settings(max_examples=300)
def test_any_mutation_of_an_entry_loads_or_becomes_issues(case: tuple[Kind, bytes]) -> None:
    kind, data = case
    loads_or_becomes_issues(lambda: as_entry(parse_source(data, "x.yaml"), kind, "x"))


@given(case=mutations())
@settings(max_examples=60)
def test_any_mutation_of_a_file_loads_or_becomes_issues(case: tuple[Kind, bytes]) -> None:
    kind, data = case
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.yaml")
        path.write_bytes(data)
        loads_or_becomes_issues(lambda: load_entry(path, kind, "x", "x.yaml"))


@given(case=mutations())
@settings(max_examples=25)
def test_any_mutation_of_the_handbook_is_checked_without_a_crash(case: tuple[Kind, bytes]) -> None:
    kind, data = case
    with TemporaryDirectory() as folder:
        root = tiny.copy_to(Path(folder))
        where = root / kind.where
        path = where if kind.single else min(where.iterdir())
        path.write_bytes(data)
        assert all(str(issue).isprintable() for issue in tiny.issues_of(root))


@given(text=st.text(st.characters(exclude_categories=("Cs",)), max_size=40))
def test_any_scalar_in_quotes_is_read_as_typed_or_refused(text: str) -> None:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    try:
        data = parse_source(f'a: "{quoted}"\n'.encode(), "x.yaml").data
    except ContentError:
        assert list(hostile(text)) or re.search(r"[\r\x85\u2028\u2029]", text)
    else:
        assert data == {"a": text} or re.search(r"[\r\x85\u2028\u2029]", text)


NAMES = st.text(ascii_lowercase, min_size=1, max_size=3)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(lambda names: "/".join(names) + ".md")
PAGES = st.dictionaries(PATHS, st.text(st.characters(exclude_categories=("Cs",)), max_size=20), max_size=8)


def found_in(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@given(before=PAGES, after=PAGES, strays=st.lists(PATHS, max_size=3), empty=st.lists(NAMES, max_size=2))
def test_any_folder_comes_to_hold_exactly_the_pages(
    before: dict[str, str], after: dict[str, str], strays: list[str], empty: list[str]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name, "docs")
        write_folder(folder, before)
        (folder / KEPT).write_text("*\n")
        for stray in strays:
            (folder / stray).with_suffix("").mkdir(parents=True, exist_ok=True)
            ((folder / stray).with_suffix("") / "stray.txt").write_text("stray")
        for path in empty:
            (folder / path).mkdir(exist_ok=True)
        done = write_folder(folder, after)
        wanted = {path: text.encode() for path, text in after.items()}
        assert found_in(folder) == {**wanted, KEPT: b"*\n"}
        assert all(any(p.iterdir()) for p in folder.rglob("*") if p.is_dir())
        assert done.written == sum(before.get(path) != text for path, text in after.items())
        assert write_folder(folder, after).written == 0


def nested(open_: str, close_: str, depth: int) -> bytes:
    return ("a: " + open_ * depth + close_ * depth + "\n").encode()


BOMB = "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
PLAN = "title: a\nsummary: b\ndays: 1\nminutes_a_day: 9\nschedule: [{day: 1, tasks: [{does: %s, minutes: 1}]}]\n"
SLOW = {
    "open-brackets": b"[" * 200_000,
    "brackets": nested("[", "]", 200_000),
    "braces": nested("{a: ", "}", 50_000),
    "levels": "\n".join(" " * at + "a:" for at in range(5_000)).encode(),
    "list-levels": ("- " * 5_000 + "a\n").encode(),
    "bomb": ("a: &a [x, x]\n" + BOMB).encode(),
    "long-line": b"title: " + b"x" * 60_000,
    "long-key": b"x" * 60_000 + b": 1\n",
    "keys": b"".join(b"k%d: 1\n" % at for at in range(8_000)),
    "same-keys": b"a: 1\n" * 12_000,
    "aliases": b"a: [" + b"*b, " * 15_000 + b"]\n",
    "anchors": b"".join(b"- &a%d x\n" % at for at in range(6_000)),
    "stars": b"*" * 64 * 1024,
    "percent": b"%" * 64 * 1024,
    "colons": b"a: " * 20_000,
    "question-marks": b"? " * 30_000,
    "quotes": b'"' * 64 * 1024,
    "backslashes": b'a: "' + b"\\\\" * 30_000 + b'"\n',
    "documents": b"---\n" * 16_000,
    "tags": b"- !!a x\n" * 8_000,
    "blank-lines": b"a: >\n" + b"\n" * 60_000 + b"  b\n",
    "utf-16": ("title: " + "x" * 30_000).encode("utf-16"),
    "nul": b"\x00" * 64 * 1024,
    "bidi": ("title: " + "\u202e" * 20_000).encode(),
    "escaped-bidi": b'title: "' + b"\\u202e" * 10_000 + b'"\n',
    "bad-bytes": b"\xff" * 64 * 1024,
    "carriage-returns": b"\r" * 64 * 1024,
    "slug": b"days: " + b"a-" * 30_000 + b"\n",
    "unknown-values": b"ending: " + b"reverse " * 8_000 + b"\n",
    "items": b"title: [" + b"x, " * 20_000 + b"]\n",
}
SECOND = 1.0


def seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    loads_or_becomes_issues(run)
    return time.process_time() - began


@pytest.mark.parametrize("name", SLOW)
def test_a_file_takes_less_than_a_second_in_every_collection(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(SLOW[name])
    assert seconds(lambda: load_entry(path, KINDS[0], "x", "x")) < SECOND
    assert seconds(lambda: parse_source(SLOW[name], "x")) < SECOND
    try:
        source = parse_source(SLOW[name], "x")
    except ContentError:
        return
    for kind in KINDS:
        assert seconds(lambda c=kind: as_entry(source, c, "x")) < SECOND  # type: ignore[misc]


LARGE = {
    "keys": b"".join(b"k%d: 1\n" % at for at in range(26_000)),
    "near-keys": b"".join(b"questons%d: 1\n" % at for at in range(15_000)),
    "same-keys": b"a: 1\n" * 50_000,
    "aliases": b"a: [" + b"*b, " * 60_000 + b"]\n",
    "documents": b"---\n" * 64_000,
    "items": b"title: [" + b"x, " * 80_000 + b"]\n",
    "tags": b"- !!a x\n" * 32_000,
    "records": b"questions:\n" + b"- {a: 1}\n" * 28_000,
    "prose": b"questions:\n- intent: " + b"x " * 120_000,
    "slug": b"questions:\n- id: " + b"a-" * 120_000 + b"!\n",
}


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("kind", ["questions", "glossary"])
def test_a_large_file_takes_less_than_a_second(name: str, kind: str, tmp_path: Path) -> None:
    kind = next(c for c in KINDS if c.id == kind)
    path = tmp_path / "x.yaml"
    path.write_bytes(LARGE[name])
    assert path.stat().st_size <= kind.kilobytes * 1024
    assert seconds(lambda: load_entry(path, kind, "x", "x")) < SECOND


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
    began = time.process_time()
    entry = as_entry(
        parse_source((PLAN % repr(prose[:1])).encode(), "x"), next(c for c in KINDS if c.id == "plan"), "x"
    )
    assert entry.slug == "x"
    seen = read(to_html(markdown(prose, at_entry, [Mark(plain(prose)[:20] or "a", 1, "risk")])))
    short = read(to_html(render("paragraph.md.jinja", here="index.md", value=prose[:300])))
    assert time.process_time() - began < SECOND
    assert {tag for tag, _ in seen.tags} <= ALLOWED
    assert squeezed(short.words) == squeezed(prose[:300])


@pytest.mark.parametrize("where", ["content/plans/x.yaml", "content/pages/x.md", "content/glossary.yaml", "content/x"])
def test_a_pipe_in_the_content_does_not_make_the_check_wait(where: str, root: Path) -> None:
    (root / where).unlink(missing_ok=True)
    os.mkfifo(root / where)
    began = time.perf_counter()
    assert [line for line in tiny.printed(root) if line.startswith(where)] != []
    assert time.perf_counter() - began < SECOND
