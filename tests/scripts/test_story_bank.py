"""The story bank in the browser says what the generator says, and gives stories back that the generator takes."""

import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.content.address import locate_in
from generator.content.asked import READY_FIRST, AskedMost
from generator.content.entry import Entry
from generator.content.load import entry_from_text, load
from generator.model import ENTRY_KINDS, Story
from generator.pages import practice_guide
from generator.pages.practice_guide import story_model
from generator.rules.every import broken_rules
from generator.rules.measures import part_shares, words_told
from generator.rules.speech_rules import BLANK_LINE
from generator.rules.style_guide import ENGLISH_GUIDE, Guide
from generator.rules.style_rules import STORY_RULES, style_warnings_on
from generator.text.characters import hostile
from generator.text.issue import ContentError, Issue
from generator.text.prose import plain
from tests.handbooks import tiny
from tests.tools import node

STORIES = next(kind for kind in ENTRY_KINDS if kind.folder == "stories")
HOST = tiny.TESTS / "scripts/story_bank.mjs"
PARTS = story_model()["parts"]
SAID = tuple[str, str]
settings.register_profile("bank", deadline=None, max_examples=150, derandomize=True, database=None)


def ask(function: str, *given: Any, guide: Guide = ENGLISH_GUIDE) -> Any:
    """Give what the browser says by this guide."""
    node.call(HOST, "use", guide.for_browser())
    return node.call(HOST, function, *given)


def told_stories() -> list[Any]:
    entries = [*tiny.real().stories.values(), *tiny.content().stories.values()]
    return [pytest.param(entry, id=entry.slug) for entry in entries]


def said(issues: Iterator[Issue] | list[Issue]) -> list[SAID]:
    return [(issue.code, issue.message) for issue in issues]


def in_the_browser(remarks: list[dict[str, Any]]) -> list[SAID]:
    return [(remark["code"], remark["message"]) for remark in remarks]


def in_plain_words(story: Story) -> dict[str, Any]:
    """Give the story as a reader would have typed it: the words alone."""
    return {
        "title": story.title,
        "summary": story.summary,
        "narrator": {"company": story.narrator.company, "team": story.narrator.team},
        "thirty_seconds": plain(story.thirty_seconds),
        "system": plain(story.system),
        "told": {name: "\n\n".join(map(plain, BLANK_LINE.split(text))) for name, text in story.told.parts()},
        "if_they_want_more": plain(story.if_they_want_more),
        "openings": [{"says": plain(opening.says)} for opening in story.openings],
        "measures": [measure.model_dump() for measure in story.measures],
        "notes": [{"in": n.part, "quote": plain(n.quote), "kind": n.kind, "says": plain(n.says)} for n in story.notes],
        "follow_ups": [
            {"asks": f.asks, "checks": f.checks, "strong": plain(f.strong), "weak": plain(f.weak)}
            for f in story.follow_ups
        ],
    }


def without_waivers(entry: Entry[Story]) -> Entry[Story]:
    return entry.with_record(entry.record.model_copy(update={"waivers": ()}))


@pytest.mark.parametrize("entry", told_stories())
def test_the_browser_says_of_a_story_what_the_generator_says(entry: Entry[Story]) -> None:
    browser = ask("remarks", in_plain_words(entry.record))
    assert in_the_browser(browser) == said(style_warnings_on(without_waivers(entry), ENGLISH_GUIDE))


OWN_REASON = """I never planned to decide what others build. I was the person whom everybody asked, so the work
came to me.

What keeps me in it is the hour after a no, when somebody comes back with a better idea than mine. I like being told
that I am wrong, and I like it more than being right alone, which surprised me.

What I gave up is the quiet of an own task, and I still miss it in winter. Nobody thanks you for what was not built,
and on bad days I count what I did not do. There was a spring in which I wrote the letter that would have taken me back.

I did not send it, because a new colleague asked me why we had dropped her idea, and I could tell her. She was angry
and she stayed. I think that somebody has to say such things, and I would sooner say them well than hear them said
badly by somebody else. So this is the work that I would like to go on with, in a place where a no is heard early,
and where people who disagree are asked to say it in the room."""
DECIDED = {"file": "content/questions/saying-no/pushed-back.yaml", "old": "kind: leaf\n"}


def guide_where(folder: Path, asks_for: str) -> dict[str, Any]:
    """Give the guide of the tiny handbook in which one question asks for that."""
    root = tiny.copy_to(folder)
    tiny.edit(root, **DECIDED, new=f"kind: leaf\nasks_for: {asks_for}\n")
    content = load(root).content
    given = practice_guide.guide(content, locate_in(content))
    return {**given, "editorial": given["editorial"].value}


def test_an_answer_about_oneself_is_not_measured_as_an_event(tmp_path: Path) -> None:
    oneself = node.call(HOST, "pasted", guide_where(tmp_path / "one", "oneself"), "pushed-back", OWN_REASON)
    assert 150 <= oneself["words"] <= 400
    assert (oneself["remarks"], oneself["lacks"]) == ([], [])
    event = node.call(HOST, "pasted", guide_where(tmp_path / "other", "event"), "pushed-back", OWN_REASON)
    assert {"opening", "figures"} <= {remark["code"] for remark in event["remarks"]}
    assert "thirty" in event["lacks"]


@pytest.mark.parametrize(("times", "words"), [(1, "found 47"), (9, "found 423")])
def test_an_answer_about_oneself_has_a_length_of_its_own(times: int, words: str, tmp_path: Path) -> None:
    said = "I like the work and the people in it, so I stay with both. " * 3 + "That is all of it."
    found = node.call(HOST, "pasted", guide_where(tmp_path / "one", "oneself"), "pushed-back", f"{said}\n\n" * times)
    (length,) = (remark["message"] for remark in found["remarks"] if remark["code"] == "length-aloud")
    assert length.startswith("an answer about oneself must be 150 to 400 words (one to three minutes aloud), ")
    assert length.endswith(words)


@pytest.mark.parametrize("entry", told_stories())
def test_the_browser_measures_a_telling_as_the_generator_does(entry: Entry[Story]) -> None:
    measured = ask("measured", in_plain_words(entry.record)["told"])
    assert measured == {
        "words": words_told(ENGLISH_GUIDE, entry.record),
        "shares": part_shares(ENGLISH_GUIDE, entry.record),
    }


def test_both_take_the_same_characters_for_letters_and_digits() -> None:
    points = [n for n in range(sys.maxunicode + 1) if unicodedata.category(chr(n)) not in {"Cs", "Cn", "Co"}]
    assert ask("letters", points) == [n for n in points if ENGLISH_GUIDE.tokens.words(chr(n)) == [chr(n)]]


def test_both_drop_the_same_characters_from_what_is_typed() -> None:
    points = [n for n in range(sys.maxunicode + 1) if chr(n) != "\r"]  # a return is the end of a line for both
    assert ask("dropped", points) == [n for n in points if next(hostile(f"a{chr(n)}b"), None)]


def test_the_parts_are_told_in_the_order_of_the_model() -> None:
    assert [name for name, _ in told_stories()[0].values[0].record.told.parts()] == PARTS


@pytest.mark.parametrize("ending", story_model()["endings"])
def test_every_ending_of_the_model_comes_through_the_browser(ending: str) -> None:
    given_back = ask("contributed", kept(give={"ending": ending}), TINY_NAMES, story_model())
    assert entry_from_text(given_back["yaml"], STORIES, "a-title", "x").record.ending == ending


def test_no_script_types_what_the_model_says() -> None:
    model = story_model()
    chosen = "|".join(re.escape(word) for word in (*model["endings"], *model["outcomes"]))
    agreed = "|".join(re.escape(text) for _, text in model["agreements"])
    typed = re.compile(rf'"(?:{chosen})"|{agreed}|\b4_?000\b')
    sources = [path for room in ("story", "stories") for path in (node.SCRIPTS / room).glob("*.js")]
    found = [path.name for path in sources if typed.search(path.read_text(encoding="utf-8"))]
    assert found == ["brief.js"]  # in which "stop" ends a role-play


# Stories that nobody wrote

PHRASES = (
    *ENGLISH_GUIDE.data["own"],
    *ENGLISH_GUIDE.data["shared"],
    *ENGLISH_GUIDE.data["generic"],
    *ENGLISH_GUIDE.data["employers"][:12],
    *ENGLISH_GUIDE.data["numbers"][:6],
    *("İ", "ı", "ſ", "uſ", "I\u2019ve", "ß", "ΑΣ", "\u212a", "WE'RE"),  # noqa: RUF001 - letters that fold oddly
    *(
        "a_b@example.com",
        "_a_@b.cd",
        "+49 171 234-5678",
        "1) 234 567 890",
        "@somebody",
        "www.a.b",
        "https://a.b/c_d_e",
        "user@x",
    ),
    *('"Not yet," she said.', "\u201cNo.\u201d", '"', "...", "Really?!", "e.g.", "x.\u201d y"),
    *(
        "*",
        "**bold**",
        "_",
        "snake_case",
        "__init__",
        "`code`",
        "[a](b)",
        "[x]",
        "\\",
        "\\*",
        "<b>",
        "&amp;",
        "{slot}",
        "{: .x }",
        "~",
        "#",
        "|",
    ),
    *(
        "- ",
        "+ ",
        "* ",
        "1. ",
        "12) ",
        "> ",
        "    four",
        "---",
        "...",
        "TODO",
        "TODO later",
        "true",
        "null",
        "yes",
        "12:30",
        "010",
        "0x1F",
        "5",
    ),
    *(
        "\n",
        "\n\n",
        "\n \n",
        "\r\n\r\n",
        "\t",
        "\u00a0",
        "\u3000",
        "\u2028",
        "\u200b",
        "\u200d",
        "a\u200db",
        "\u202e",
        "\ufeff",
        "\x07",
        "\x85",
        "\u00ad",
    ),
    *(
        "é",
        "e\u0301",
        "日本語",
        "فارسی",
        "👨\u200d👩",
        "٣٤٥",
        "½",
        "x²",
        "Ⅷ",
        "naïve",
        "key: value",
        "a #b",
        "'",
        "''",
        "%",
        "@",
        "!tag",
        "&x",
        "*x",
        "? ",
        ": ",
    ),
)
WORDS = st.one_of(
    st.sampled_from(PHRASES),
    st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=8),
    st.sampled_from(("the", "of", "considerable")),
)
TYPED = st.lists(st.tuples(WORDS, st.sampled_from((" ", " ", " ", "", ". ", "\n", "\n\n"))), max_size=14).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
LONG = st.builds(lambda text, times: (text + " ") * times, TYPED, st.sampled_from((1, 1, 1, 3, 12, 60)))
MANY = {"max_size": 3}
TOLD = st.fixed_dictionaries(dict.fromkeys(PARTS, LONG))
TINY_NAMES = {
    "questions": list(tiny.content().bank),
    "competencies": list(tiny.content().competencies),
    "themes": [theme.id for theme in tiny.content().words.themes],
    "traits": [trait.id for trait in tiny.content().words.traits],
    "principles": list(tiny.content().principles.each),
    "stories": list(tiny.content().stories),
}


def names(kind: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([*TINY_NAMES[kind], "gone-since"]), max_size=4)


GIVEN = st.fixed_dictionaries(
    {
        "summary": TYPED,
        "level": st.sampled_from(["", "pm"]),
        "company": TYPED,
        "team": TYPED,
        "outcome": st.sampled_from(["", *story_model()["outcomes"], "odd"]),
        "ending": st.sampled_from(["", *story_model()["endings"], "odd"]),
        "turns": st.sampled_from(["", *story_model()["turns"], "odd"]),
        "scale": st.sampled_from(["", *story_model()["scales"], "odd"]),
        "after": st.sampled_from(["", "Somebody | A page | https://a.example/b", "Somebody"]),
        "name": TYPED,
        "link": st.sampled_from(["", "https://example.org/me", "http://example.org", "https://example.org/a b"]),
        "more": LONG,
        "measures": st.lists(st.fixed_dictionaries({"what": TYPED, "before": TYPED, "after": TYPED}), **MANY),
        "notes": st.lists(
            st.fixed_dictionaries(
                {
                    "in": st.sampled_from(PARTS),
                    "quote": TYPED,
                    "kind": st.sampled_from(["strength", "risk"]),
                    "says": LONG,
                }
            ),
            **MANY,
        ),
        "followUps": st.lists(
            st.fixed_dictionaries({"asks": TYPED, "checks": TYPED, "strong": LONG, "weak": LONG}), **MANY
        ),
        "agreed": st.just([]),
    }
)
KEPT = st.fixed_dictionaries(
    {
        "title": TYPED,
        "parts": TOLD,
        "thirty": LONG,
        "system": LONG,
        "give": GIVEN,
        **{kind: names(kind) for kind in ("questions", "competencies", "themes", "traits", "principles")},
    }
)


def kept(**changes: Any) -> dict[str, Any]:
    """Give a story that lacks nothing but what the changes take away."""
    parts = {part: f"I said {part} once, and two of us heard it." for part in PARTS}
    give = {
        "summary": "A summary.",
        "level": "pm",
        "company": "40-person firm",
        "team": "four engineers",
        "outcome": "bad",
        "ending": "stop",
        "name": "R. Example",
        "link": "",
        "more": "There was more.",
        "measures": [{"what": "Exports", "before": "3", "after": "11"}],
        "notes": [{"in": "actions", "quote": "said actions once", "kind": "strength", "says": "It is short."}],
        "followUps": [{"asks": "Why?", "checks": "the reason", "strong": "Because.", "weak": "It was agreed."}],
        "agreed": [],
    }
    whole = {
        "title": "A title",
        "parts": parts,
        "thirty": "It took thirty seconds.",
        "system": "I ask first.",
        "questions": ["hardest-bet", "pushed-back"],
        "competencies": ["saying-no"],
        "themes": ["a-bet"],
        "traits": ["candour"],
        "principles": [],
        "give": give,
    }
    return {**whole, **changes, "give": give | changes.get("give", {})}


def generator_says(yaml: str, file: str) -> list[SAID]:
    """Give what the generator says of the file, beside the tiny handbook."""
    slug = file.removesuffix(".yaml")
    path = f"content/stories/{file}"
    try:
        entry = entry_from_text(yaml, STORIES, slug, path)
    except ContentError as error:
        return sorted(said(list(error.issues)))
    content = replace(tiny.content(), entries={**tiny.content().entries, "story": {slug: entry}})
    rules = [issue for issue in broken_rules(content) if issue.file == path]
    return sorted(said([*rules, *style_warnings_on(entry, ENGLISH_GUIDE)]))


def browser_says(issues: list[dict[str, Any]]) -> list[SAID]:
    """Give the same of the browser: what keeps a file from being read keeps the generator from reading on."""
    found = in_the_browser(issues)
    unread = [(code, message) for code, message in found if code in {"unfinished", "size", "value"}]
    return sorted(unread or found)


@settings(settings.get_profile("bank"), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(story=KEPT)
@example(story=kept())
@example(story=kept(title="TODO"))
@example(story=kept(title="x" * 301, system="a_ " * 2000))
@example(story=kept(competencies=["gone-since"], give={"link": "http://example.org", "outcome": "odd"}))
@example(
    story=kept(give={"notes": [{"in": "context", "quote": "said actions once", "kind": "risk", "says": "It is."}]})
)
@example(story=kept(give={"notes": [{"in": "context", "quote": "never *said*", "kind": "risk", "says": "It is."}]}))
@example(story=kept(give={"notes": [], "measures": [], "followUps": []}))
def test_a_story_given_back_is_what_the_browser_says_it_is(story: dict[str, Any]) -> None:
    given_back = ask("contributed", story, TINY_NAMES, story_model())
    assert browser_says(given_back["issues"]) == generator_says(given_back["yaml"], given_back["file"])


@settings(settings.get_profile("bank"), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(told=TOLD, thirty=LONG)
def test_words_come_through_the_file_as_they_were_typed(told: dict[str, str], thirty: str) -> None:
    story = kept(parts=told, thirty=thirty)
    given_back = ask("contributed", story, TINY_NAMES, story_model())
    if any(issue["code"] in {"unfinished", "size"} for issue in given_back["issues"]):
        return
    record = entry_from_text(given_back["yaml"], STORIES, "a-title", "x").record
    visible = {name: node.call(node.SCRIPTS / "values/words.js", "line", text) for name, text in told.items()}
    assert {name: plain(text) for name, text in record.told.parts()} == visible
    assert plain(record.thirty_seconds) == node.call(node.SCRIPTS / "values/words.js", "line", thirty)


def test_a_story_that_lacks_nothing_is_taken_by_the_generator() -> None:
    given_back = ask("contributed", kept(), TINY_NAMES, story_model())
    record = entry_from_text(given_back["yaml"], STORIES, "a-title", "x").record
    assert (record.question, record.also_answers, record.provenance) == ("hardest-bet", ("pushed-back",), "contributed")
    assert {rule for rule in STORY_RULES if rule == "length-aloud"} <= {issue["code"] for issue in given_back["issues"]}


def test_the_file_is_named_after_the_title_and_never_after_a_story_that_is_there() -> None:
    def file(title: str) -> str:
        return str(ask("contributed", kept(title=title), TINY_NAMES, story_model())["file"])

    assert file("Ça n'était pas moi: a NO!") == "ca-netait-pas-moi-a-no.yaml"
    assert file("The export nobody used") == "the-export-nobody-used-2.yaml"
    assert file("日本") == "my-story.yaml"
    assert file("Con") == "con-story.yaml"


def test_a_page_on_github_is_prefilled_as_far_as_an_address_may_be_long() -> None:
    short = ask("page", "https://github.com/you/book", "main", "a.yaml", "title: x\n")
    address = urlsplit(short["address"])
    assert (address.netloc, address.path, short["whole"]) == ("github.com", "/you/book/new/main", True)
    assert parse_qs(address.query) == {"filename": ["content/stories/a.yaml"], "value": ["title: x\n"]}
    long = ask("page", "https://github.com/you/book.git", "main", "a.yaml", "é" * 4000)
    assert (parse_qs(urlsplit(long["address"]).query), long["whole"]) == (
        {"filename": ["content/stories/a.yaml"]},
        False,
    )
    for elsewhere in (
        "https://gitlab.com/you/book",
        "https://github.com.evil.example/you/book",
        "javascript:alert(1)",
        "",
    ):
        assert ask("page", elsewhere, "main", "a.yaml", "x") is None


def test_the_questions_to_be_ready_for_first_are_those_asked_most_in_their_order() -> None:
    assert [question.slug for question in tiny.content().asked_most.first] == ["hardest-bet", "pushed-back"]


def test_where_nobody_says_what_is_asked_most_they_are_trunks_of_every_competency_in_turn() -> None:
    asked = [question.slug for question in AskedMost((), tiny.real().bank, tiny.real().competencies.ordered).first]
    kinds = {tiny.real().bank[slug].record.kind for slug in asked}
    order = [tiny.real().bank[slug].competency for slug in asked]
    assert (len(asked), len(set(asked)), kinds) == (READY_FIRST, READY_FIRST, {"trunk"})
    with_trunks = [e.slug for e in tiny.real().competencies.ordered if e.slug in order]
    assert order[: len(with_trunks)] == with_trunks
    little = tiny.content()
    assert [one.slug for one in AskedMost((), little.bank, little.competencies.ordered).first] == ["hardest-bet"]
