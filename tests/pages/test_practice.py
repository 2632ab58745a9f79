"""What the browser is told of a plan is what the plan says, and leads where its words say."""

import json
from dataclasses import replace
from typing import Any

import pytest

from generator.content.content import Content
from generator.pages.pages import build_pages
from generator.pages.practice import practice_files
from generator.rules.style_guide import ENGLISH_GUIDE
from generator.text.prose import links, pieces, plain
from tests.handbooks import tiny


@pytest.fixture(scope="module", params=["real", "tiny"])
def content(request: pytest.FixtureRequest) -> Content:
    return tiny.real() if request.param == "real" else tiny.content()


def data(content: Content, name: str) -> Any:
    text = practice_files(content)[f"practise/data/{name}.js"]
    return json.loads(text.partition(f'["{name}"]=')[2].removesuffix(";\n"))


def tasks(content: Content) -> list[dict[str, Any]]:
    return [task for plan in data(content, "plans")["plans"] for day in plan["schedule"] for task in day["tasks"]]


def test_a_tasks_pieces_are_its_words(content: Content) -> None:
    found = tasks(content)
    assert found
    assert [task["does"] for task in found] == ["".join(words for words, *_ in task["pieces"]) for task in found]


def test_a_tasks_pieces_lead_to_pages(content: Content) -> None:
    pages: set[str] = set()

    def note(_: str, *, here: str, **__: Any) -> str:
        pages.add(here)
        return ""

    build_pages(content, note)
    paths = {path.partition("#")[0] for task in tasks(content) for _, *path_of in task["pieces"] for path in path_of}
    assert paths
    assert paths <= pages


@pytest.mark.parametrize(
    "prose", ["plain", "*a* [b `c`](story:x) d", "[a](https://example.org/) and [b](story:y)", "1 < 2"]
)
def test_pieces_hold_every_word_and_every_link_of_a_prose(prose: str) -> None:
    found = list(pieces(prose))
    assert "".join(words for words, _ in found) == plain(prose)
    assert list(dict.fromkeys(target for _, target in found if target)) == list(links(prose))


def test_what_is_looked_for_is_given_as_it_is_and_what_is_said_is_typeset(content: Content) -> None:
    editorial = data(content, "guide")["editorial"]
    assert editorial["word"] == ENGLISH_GUIDE.data["word"]
    assert editorial["own"] == ENGLISH_GUIDE.data["own"]
    assert "\u201cI\u201d" in editorial["rules"]["own-part"]["title"]


def test_the_fronts_of_the_cards_are_the_questions_without_what_their_backs_say(content: Content) -> None:
    whole, fronts = data(content, "questions"), data(content, "fronts")
    assert [one["id"] for one in fronts["questions"]] == [one["id"] for one in whole["questions"]]
    for front, one in zip(fronts["questions"], whole["questions"], strict=True):
        assert not {"intent", "trap", "stories"} & set(front)
        assert (front["good"], "spoken" in front) == (len(one["good"]), "spoken" in one)
        assert {key: one[key] for key in front if key not in {"good", "spoken"}} == {
            key: value for key, value in front.items() if key not in {"good", "spoken"}
        }
    assert [one["questions"] for one in fronts["groups"]] == [one["questions"] for one in whole["groups"]]


def test_the_day_of_the_interview_has_its_page_first_and_then_what_the_handbook_can_practise(content: Content) -> None:
    about = next(essay for essay in content.essays.values() if essay.kind == "interview-day")
    said = [(thing["kind"], thing["path"]) for thing in data(content, "plans")["interviewDay"]]
    assert said == [
        ("day", about.path),
        ("story", "practise/my-stories.md"),
        ("mock", "practise/mock-interview.md"),
    ]
    none = {slug: replace(essay, kind="") for slug, essay in content.essays.items()}
    without = data(replace(content, essays=none), "plans")["interviewDay"]
    assert [thing["kind"] for thing in without] == ["story", "mock"]


def test_a_question_names_what_is_asked_after_its_answer(content: Content) -> None:
    found = {one["id"]: one.get("followUps", []) for one in data(content, "questions")["questions"]}
    follows = [(q.record.follows, q.slug) for q in content.bank.values() if q.record.follows]
    assert follows
    assert sorted(follows) == sorted((asked, after) for asked, afters in found.items() for after in afters)
