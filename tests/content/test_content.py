"""Every relation from both of its sides, in the order that pages show."""

from dataclasses import replace

import pytest

from generator.content.generated_pages import in_words, title_of
from generator.content.look_alikes import LookAlikeGroups
from generator.content.stories import Stories
from generator.model import ONE_A_FILE, STORIES, WORKSHEETS
from tests.handbooks import tiny

CONTENT = tiny.content()


def slugs(entries: object) -> list[str]:
    return [entry.slug for entry in entries]  # type: ignore[attr-defined]


def test_competencies_stand_in_the_order_they_name() -> None:
    assert slugs(CONTENT.competencies.ordered) == ["choosing-what-to-build", "saying-no"]


@pytest.mark.parametrize("off", [(), ("practice",)])
def test_what_has_a_name_is_not_missing_and_nothing_else(off: tuple[str, ...]) -> None:
    content = replace(CONTENT, off=frozenset(off))
    every = {slug for names in content.names.values() for slug in names}
    assert any(slug.startswith("fill-in-") for slug in every) is not bool(off)
    for kind, names in content.names.items():
        assert {slug for slug in every if not content.missing(kind, slug)} == {*names}
    sheets = len(content.names["worksheet"])
    assert content.entry_count - replace(CONTENT, off=frozenset()).entry_count == sheets - len(CONTENT.sheets)


def test_the_bank_holds_every_question_in_the_order_of_the_competencies_and_files() -> None:
    assert list(CONTENT.bank) == ["hardest-bet", "disagreed-with-the-data", "pushed-back"]
    assert slugs(CONTENT.bank.of("saying-no")) == ["pushed-back"]
    assert CONTENT.bank.of("nothing") == []


def test_twins_are_seen_from_both_sides_though_one_names_the_other() -> None:
    assert slugs(CONTENT.bank.twins("disagreed-with-the-data")) == ["pushed-back"]
    assert slugs(CONTENT.bank.twins("pushed-back")) == ["disagreed-with-the-data"]
    assert CONTENT.bank.twins("hardest-bet") == []
    assert [slugs(group) for group in CONTENT.bank.twin_groups] == [["disagreed-with-the-data", "pushed-back"]]


def test_look_alikes_with_a_name_come_first_and_the_others_have_none() -> None:
    (group,) = CONTENT.look_alikes.all
    assert (group.name, slugs(group.questions)) == (
        "Disagreeing, with a figure | or a boss",
        ["disagreed-with-the-data", "pushed-back"],
    )
    assert CONTENT.look_alikes.of("pushed-back") is group
    assert CONTENT.look_alikes.of("hardest-bet") is None
    (unnamed,) = LookAlikeGroups(CONTENT.bank, ()).all
    assert (unnamed.name, slugs(unnamed.questions)) == ("", slugs(group.questions))


def test_what_is_asked_most_stands_in_its_order_by_the_time_at_which_it_comes() -> None:
    asked = CONTENT.asked_most
    assert {when: [one.question.slug for one in group] for when, group in asked.by_when.items()} == {
        "At the start": ["hardest-bet"],
        "About {{ others }}": ["pushed-back"],
    }
    assert slugs(asked.to_try(1)) == ["hardest-bet"]


def test_every_kind_of_thing_has_its_other_names_a_question_its_other_askings_too() -> None:
    others = CONTENT.other_names
    assert others["story"]["the-export-nobody-used"] == ("unused feature, a < b", "feature nobody wanted")
    assert others["question"]["hardest-bet"][:3] == (
        "Which decision was a < b?",
        "Tell me about a {{ risky }} launch.",
        "risky bet",
    )
    assert others["principle"] == {"fjord/say-the-price": ("price tag",)}
    assert "cut-list" not in others["framework"]


def test_a_computed_page_that_counts_says_how_many_in_words() -> None:
    assert title_of(CONTENT, "core-stories") == "One story that carries an interview"
    assert [in_words(number) for number in (0, 2, 20, 21)] == ["no", "two", "twenty", "21"]


def test_questions_are_found_by_level() -> None:
    assert slugs(CONTENT.bank.for_level("associate")) == ["hardest-bet"]


def test_stories_for_a_question_are_those_told_for_it_then_those_that_also_answer() -> None:
    assert slugs(CONTENT.stories.answering("hardest-bet")) == ["the-export-nobody-used"]
    assert slugs(CONTENT.stories.answering("disagreed-with-the-data")) == ["the-export-nobody-used"]
    assert CONTENT.stories.answering("nothing") == []


def test_of_the_stories_for_a_question_those_with_an_opening_of_their_own_are_known() -> None:
    assert CONTENT.stories.openings_for("disagreed-with-the-data") == {"the-export-nobody-used": 1}
    assert CONTENT.stories.openings_for("hardest-bet") == {}


def test_of_two_openings_for_a_question_the_first_counts() -> None:
    entry = CONTENT.stories["the-export-nobody-used"]
    twice = (*entry.record.openings, *entry.record.openings)
    stories = Stories(
        STORIES, {entry.slug: replace(entry, record=entry.record.model_copy(update={"openings": twice}))}, {}
    )
    assert stories.openings_for("disagreed-with-the-data") == {entry.slug: 1}


def test_stories_of_a_competency_are_the_main_ones_first() -> None:
    both = ["the-export-nobody-used", "the-no-that-cost-a-renewal"]
    assert slugs(CONTENT.stories.of("choosing-what-to-build")) == both
    assert slugs(CONTENT.stories.mainly_of("choosing-what-to-build")) == both[:1]


def test_stories_are_found_by_trait_theme_and_principle() -> None:
    assert slugs(CONTENT.stories.showing("theme", "a-bet")) == ["the-export-nobody-used", "the-no-that-cost-a-renewal"]
    assert slugs(CONTENT.stories.showing("trait", "patience")) == ["the-no-that-cost-a-renewal"]
    assert slugs(CONTENT.stories.showing("principle", "fjord/say-the-price")) == ["the-no-that-cost-a-renewal"]
    assert CONTENT.stories.showing("principle", "fjord/no-heroes") == []


def test_walkthroughs_are_found_by_competency_and_story() -> None:
    assert slugs(CONTENT.walkthroughs.of("choosing-what-to-build")) == ["the-roadmap-review"]
    assert slugs(CONTENT.walkthroughs.with_story("the-export-nobody-used")) == ["the-roadmap-review"]
    assert CONTENT.walkthroughs.with_story("the-no-that-cost-a-renewal") == []


def test_frameworks_stand_by_kind_and_are_found_from_either_side() -> None:
    assert slugs(CONTENT.frameworks.ordered) == ["three-beats", "cut-list", "the-bet"]
    assert slugs(CONTENT.frameworks.of("choosing-what-to-build")) == ["three-beats", "the-bet"]


def test_plans_stand_shortest_first() -> None:
    assert slugs(CONTENT.plans.ordered) == ["one-evening", "two-days"]


def test_principles_have_the_slug_of_their_file_before_their_own() -> None:
    assert list(CONTENT.principles.each) == ["fjord/say-the-price", "fjord/no-heroes", "northwind/fewer-things"]
    assert slugs(CONTENT.principles.asking_for("saying-no")) == ["fjord/say-the-price", "fjord/no-heroes"]


def test_terms_stand_from_a_to_z_whatever_their_case() -> None:
    assert [term.term for term in CONTENT.terms] == ["A/B & C <test>", "price", "RICE", "roadmap"]


def test_coverage_counts_what_each_competency_has() -> None:
    assert [(c.competency.slug, c.questions, c.stories, c.walkthroughs) for c in CONTENT.coverage] == [
        ("choosing-what-to-build", 2, 2, 1),
        ("saying-no", 1, 1, 0),
    ]


def test_everything_that_a_reader_can_look_up_is_counted_once() -> None:
    files = [path for kind in ONE_A_FILE for path in (tiny.TINY / kind.where).glob("*.yaml")]
    singles = len([path for path in files if path.parent.name != WORKSHEETS.folder])
    assert CONTENT.entry_count == singles + len(CONTENT.bank) + len(CONTENT.sheets) + len(CONTENT.principles.each) + 4


def test_a_name_is_found_for_every_kind() -> None:
    assert CONTENT.name("story", "the-export-nobody-used") == "The export nobody used"
    assert CONTENT.name("level", "pm") == "Product manager"
    assert CONTENT.name("principle", "fjord/no-heroes") == "No *heroes*"
    assert CONTENT.name("page", "why-so-tiny") == "Why so tiny"
