"""Figures that cannot be, anybody's stories and private facts raise a doubt; what only looks so does not."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.content.content import Content
from generator.model import STORIES, Story
from generator.review.corpus import Corpus
from generator.review.heuristics import doubts
from generator.review.plausibility import implausible
from generator.rules.style_guide import guide_of
from generator.site.pipeline import examine
from tests.handbooks import station, tiny

CASES = yaml.safe_load((Path(__file__).parent / "plausible.yaml").read_text(encoding="utf-8"))
STRANGERS = yaml.safe_load((Path(__file__).parent / "strangers.yaml").read_text(encoding="utf-8"))
WHY = {"figures": "figures that cannot be", "health": "somebody's health, faith or private life"}
BLAND = """
    I began by meeting each engineer individually, because I wanted to understand what was really going on there.
    I listened to both sides and I took careful notes, and I made space for every voice in the room that day.
    I brought both leads together, and we found common ground, because both teams cared about the same shared goal.
    I worked with my own team on empathy, and I made a point of thanking the other team in public for their help.
    The atmosphere was noticeably better after a while, and the relationship between both teams grew stronger again.
"""


def told(story: Story, says: str) -> Story:
    parts = story.told.model_copy(update={"results": f"{story.told.results} {says}"})
    return story.model_copy(update={"told": parts})


def reasons(content: Content, story: Story) -> dict[str, tuple[str, ...]]:
    return dict(implausible(guide_of(content), story))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_sentence_is_doubted_for_its_reason_and_no_other(case: dict[str, str]) -> None:
    content = tiny.content()
    story = content.stories["the-export-nobody-used"].record
    found = reasons(content, told(story, case["says"]))
    before = reasons(content, story)
    new = {why: words for why, words in found.items() if before.get(why) != words}
    if not case["why"]:
        assert new == {}
        return
    ((why, words),) = new.items() or [("", ())]
    assert why.startswith(WHY[case["why"]])
    assert case["words"] in " ".join(words)


def test_a_telling_of_phrases_without_a_name_could_be_anybodys() -> None:
    content = tiny.content()
    story = content.stories["the-export-nobody-used"].record
    parts: dict[str, str] = {part: " ".join(BLAND.split()) for part, _ in story.told.parts()}
    bland = story.model_copy(update={"told": story.told.model_copy(update=parts)})
    assert "it could be anybody's story" in reasons(content, bland)
    assert "it could be anybody's story" not in reasons(content, story)


def test_at_most_three_of_the_stories_that_stand_are_doubted_so() -> None:
    content = examine(tiny.ROOT).content
    assert content
    doubted = {slug for slug, entry in content.stories.items() if reasons(content, entry.record)}
    assert len(doubted) <= 3, sorted(doubted)


@pytest.mark.parametrize("case", STRANGERS, ids=lambda case: case["name"])
def test_a_strangers_story_is_doubted_for_what_is_wrong_in_it_and_an_honest_one_is_not(case: dict[str, Any]) -> None:
    base = tiny.content().stories["the-export-nobody-used"].record
    plain = dict.fromkeys(("summary", "thirty_seconds", "system", "if_they_want_more"), "It went as it went.")
    parts = base.told.model_copy(update=case["told"])
    found = reasons(tiny.content(), base.model_copy(update={**plain, "told": parts, "measures": ()}))
    assert [why for why in found if not why.startswith(case["why"] or "-")] == []
    assert bool(found) is bool(case["why"])


def test_a_story_in_another_language_is_asked_about_and_none_of_the_stories_that_stand() -> None:
    ours = examine(tiny.ROOT).content
    assert ours
    foreign = {f"foreign-{slug}": entry for slug, entry in station.content().stories.items()}
    many = {**ours.entries, STORIES.id: {**ours.stories, **foreign}}
    corpus = Corpus(replace(ours, entries=many), list(foreign))
    assert {slug for slug in many[STORIES.id] if corpus.is_of_other_words(slug)} == foreign.keys()
    for slug in foreign:
        assert [one.why for one in doubts(corpus, slug, date(2026, 11, 21)) if "language" in one.why]
    few = Corpus(replace(ours, entries={**ours.entries, STORIES.id: foreign}), list(foreign))
    assert not any(map(few.is_of_other_words, foreign)), "by so few stories nobody can say it"
