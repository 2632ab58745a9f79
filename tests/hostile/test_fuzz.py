"""Bounded runs of the fuzzer (`tests/hostile/fuzz.py` runs as long as one likes), and any target of a link."""

import re
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.content.content import Content
from generator.model import LINKED_KINDS
from generator.rules.references import prose_links
from generator.text import prose_markdown
from generator.text.prose import ENTRY_LINK, WEB_LINK, links
from generator.text.prose_markdown import markdown
from tests.handbooks import tiny
from tests.hostile import fuzz
from tests.readers.page import read, to_html
from tests.tools.anything import examples
from tests.tools.pace import SECOND, timed

MUTATIONS = 1_500
ENOUGH = 60  # minutes; the mutations are counted, and take seconds


def test_a_bounded_run_finds_nothing_uncaught_unsafe_or_slow() -> None:
    figures = fuzz.run(minutes=ENOUGH, start=1, most=MUTATIONS)
    assert (figures.uncaught, figures.unsafe) == ([], [])
    assert figures.accepted > 50
    assert figures.refused > 50
    assert figures.slowest < SECOND
    assert figures.slowest_page < SECOND


def test_a_mutation_can_be_repeated() -> None:
    seed = fuzz.seeds(real=False)[0]
    first, second = (fuzz.mutated(seed.raw, Random(3)) for _ in range(2))  # noqa: S311 - to be repeated
    assert first == second != seed.raw


def story_with(words: str) -> tuple[fuzz.Seed, bytes]:
    seed = next(seed for seed in fuzz.seeds(real=False) if seed.kind.id == "story")
    return seed, seed.raw.replace(b"survey tool, with", f"survey tool, {words} with".encode(), 1)


def test_the_fuzzer_would_see_a_hole_in_the_escaping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prose_markdown, "SPECIAL", re.compile("(?!)"))
    figures = fuzz.Figures()
    for seed in fuzz.seeds(real=False):
        if seed.kind.id == "story":
            fuzz.try_one(seed, seed.raw.replace(b"context: >-\n    ", b"context: >-\n    <u>a</u> ", 1), figures)
    assert figures.accepted
    assert [said for said in figures.unsafe if said.endswith("element u")]


def test_the_fuzzer_would_see_an_exception_that_nobody_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(fuzz, "as_entry", broken)
    figures = fuzz.Figures()
    fuzz.try_one(fuzz.seeds(real=False)[0], b"title: a\n", figures)
    assert figures.uncaught
    assert figures.uncaught[0].endswith("ZeroDivisionError()")


PARTS = st.sampled_from(
    (
        *(
            "javascript:",
            "JavaScript:",
            "data:",
            "vbscript:",
            "https://",
            "http://",
            "//",
            "\\\\",
            "/",
            "a",
            "b.c",
            "@",
            ":",
        ),
        *(
            "alert(1)",
            "&#106;",
            "&colon;",
            "&Tab;",
            "%0a",
            "%3A",
            "?",
            "#",
            "=",
            "&",
            "'",
            '"',
            "<",
            ">",
            "`",
            "{{x}}",
            "{: a=b }",
        ),
        *(
            "story:",
            "page:",
            "the-export-nobody-used",
            "why-so-tiny",
            "..",
            "-",
            "_",
            "*",
            "[",
            "]",
            "(",
            ")",
            "\\",
            " ",
            "\t",
            "\n",
        ),
        *("xn--", "é", "\u0430", "\uff4a", "\u3002", "1", "999999"),
    )
)
TARGETS = st.lists(PARTS, max_size=7).map("".join)


def allowed(target: str, content: Content) -> bool:
    entry = ENTRY_LINK.fullmatch(target)
    known = entry and entry.group(1) in LINKED_KINDS and not content.missing(entry.group(1), entry.group(2))
    return bool(known or WEB_LINK.fullmatch(target))


@given(target=TARGETS, angle=st.booleans())
@examples(5)
@example(target="https://a.b\nonclick=x", angle=False)
@example(target="story:the-export-nobody-used", angle=False)
@example(target="https://b.c/'&#106;", angle=True)
def test_any_target_of_a_link_is_an_entry_or_https_or_no_link_at_all(target: str, angle: bool) -> None:  # noqa: FBT001
    text = f"a [b](<{target}>) c" if angle else f"a [b]({target}) c"
    seen = read(to_html(markdown(text, lambda kind, slug: f"../{kind}/{slug}.md")))
    assert seen.odd == []
    assert {name for _, given_ in seen.tags for name in given_} <= {"href", "rel"}
    assert [link for link in seen.links if not fuzz.ADDRESS.fullmatch(link)] == []
    named = list(links(text))
    assert len(seen.links) <= len(named)
    for link in named:
        if link.startswith("https://") and WEB_LINK.fullmatch(link):
            assert link in seen.links


@given(target=TARGETS)
@examples(2)
def test_any_other_target_is_refused_where_it_stands_and_within_a_second(target: str) -> None:
    text = f"a [b]({target}) c"
    seed, raw = story_with("")
    quoted = "'" + text.replace("'", "''").replace("\n", "\n\n        ") + "'"
    raw = raw.replace(b"says: I had three letters, and I called them data.", f"says: {quoted}".encode(), 1)
    assert raw != seed.raw
    try:
        entry = fuzz.as_entry(fuzz.parse_source(raw, "x.yaml"), seed.kind, seed.slug)
    except fuzz.ContentError as error:
        assert error.issues  # noqa: PT017 - a tab where the text goes on, perhaps
        return
    found, took = timed(lambda: list(prose_links(fuzz.beside(entry, seed))))
    assert took < SECOND
    issues = [issue for issue in found if issue.file == "x.yaml"]
    named = list(links(entry.record.openings[0].says))
    assert bool(issues) == any(not allowed(link, tiny.content()) for link in named)
    assert all(issue.line > 1 and issue.column > 1 for issue in issues)
