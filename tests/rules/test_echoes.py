"""Echoes, found by what all stories share: those that somebody finds who holds each story against all older ones."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import STORIES, Story
from generator.rules.echoes import echoes_in
from generator.rules.style_guide import Guide, guide_of
from generator.text.prose import plain
from tests.handbooks import tiny
from tests.tools.anything import examples

WORDS = st.lists(
    st.sampled_from(["schedule", "contract", "auditors", "a", "of", "we", "ran", "promised"]), min_size=8, max_size=40
)
DAYS = st.sampled_from([None, "2026-01-01", "2026-03-01"])
PARTS = ("context", "results")


@st.composite
def stories(draw: st.DrawFn) -> dict[str, Entry[Story]]:
    """Give a few stories of few words, so that they say the same again and again, each with a day or with none."""
    entry = next(iter(tiny.content().stories.values()))
    made = {}
    for slug in ("a", "b", "c", "d")[: draw(st.integers(1, 4))]:
        told = entry.record.told.model_copy(update={part: " ".join(draw(WORDS)) for part in PARTS})
        record = entry.record.model_copy(update={"told": told, "added": draw(DAYS)})
        made[slug] = replace(entry.with_record(record), slug=slug)
    return made


def one_by_one(guide: Guide, content: Content, older: Collection[str]) -> Iterator[tuple[str, str, str, str]]:
    """Give story, part, words and older story of each echo: every run of words held against those of all before."""
    length, letters = guide.rule_of("echo")["words"], guide.rule_of("echo")["letters"]
    first: dict[str, str] = {}
    ages = sorted((slug not in older, one.record.added or "9999", slug) for slug, one in content.stories.items())
    for _, _, slug in ages:
        for part, text in content.stories[slug].record.told.parts():
            words = guide.tokens.words(plain(text))
            until = -1
            for at in range(len(words) - length + 1):
                run = " ".join(words[at : at + length])
                if at < until or len(words[at]) < letters:
                    continue
                if (other := first.setdefault(run.casefold(), slug)) != slug:
                    until = at + length
                    yield slug, part, run, f"stories/{other}"


@examples(2)
@given(stories(), st.sets(st.sampled_from("abcd")))
def test_an_echo_is_what_an_older_story_says_too(made: dict[str, Entry[Story]], older: set[str]) -> None:
    content = replace(tiny.content(), entries={**tiny.content().entries, STORIES.id: made})
    guide = guide_of(content)
    found = [(slug, path[1], said["found"], said["other"]) for slug, path, said in echoes_in(guide, content, older)]
    assert found == [*one_by_one(guide, content, older)]
