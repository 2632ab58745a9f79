# ruff: noqa: RUF001 - letters and signs of other scripts
"""The rules of other languages: the browser says what the generator says, and neither says what it cannot know."""

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content.content import Content
from generator.content.entry import Entry
from generator.model import OwnRules, Story
from generator.rules.own_rules import own_rules, rules_off, spoken_pace
from generator.rules.style_guide import LISTS, Guide, guide_of
from generator.rules.style_rules import style_warnings_on
from generator.text.language import Language
from tests.handbooks import tiny
from tests.scripts.test_story_bank import PARTS, ask, in_plain_words, in_the_browser, said, without_waivers

TELLINGS = {
    "de": {
        "context": "Ich leitete eine Station mit 28 Betten. Zwei meiner fünf Nachtwachen waren krank.",
        "challenge": "„Das geht nicht“, sagte sie. Ich hatte 24 Patienten.",
        "actions": "Ich schloss das Zimmer, weil elf Menschen zwei brauchten.\n\nIch ging, um es ihm zu sagen.",
        "results": "Niemand stürzte, und er wartete neunundzwanzig Stunden.",
        "learnings": "Heute zähle ich jeden Freitag um vier zuerst die Patienten auf der ganzen Station.",
    },
    "he": {
        "context": 'הייתי אחות אחראית במחלקה עם 22 אחיות. הרמטכ"ל לא היה שם.',
        "challenge": "ביקשתי ממנה לחכות. ”לא עכשיו“, היא אמרה.",
        "actions": "אמרתי לה את האמת. ישבתי איתה שעה. לא נתתי את שמה של האחות.",
        "results": "קיבלה ארבעים יחידות במקום ארבע.",
        "learnings": "היום אני לא מזיזה דבר לבד.",
    },
    "zh": {
        "context": "我当时负责一个有九名工程师的团队。我们必须决定是否推迟发布。",
        "challenge": "他说：「现在不行。」我没有听。",
        "actions": "我先统计了一年的排班。然后我把数字贴在墙上。",
        "results": "六个月后，差距从二十七降到了七。",
        "learnings": "现在我每个季度把统计贴在墙上，上一次是九月。",
    },
}


@cache
def guide(code: str) -> Guide:
    return Guide(Language(code=code), OwnRules(), None)


def in_language(code: str, **own: Any) -> Content:
    """Give the tiny handbook as if it spoke this language."""
    handbook = tiny.content().handbook
    record = handbook.record.model_copy(
        update={"words_a_minute": None, "rules": OwnRules.model_validate_json(json.dumps(own))}
    )
    return replace(tiny.content(), language=Language(code=code), handbook=replace(handbook, record=record))


def story(told: dict[str, str], strong: str = "Ja.", weak: str = "Nein.") -> Entry[Story]:
    entry = without_waivers(next(iter(tiny.content().stories.values())))
    follow = entry.record.follow_ups[0].model_copy(update={"strong": strong, "weak": weak})
    telling = entry.record.told.model_copy(update=told)
    return entry.with_record(entry.record.model_copy(update={"told": telling, "follow_ups": (follow,)}))


def codes(entry: Entry[Story], by: Guide) -> list[str]:
    return [issue.code for issue in style_warnings_on(entry, by)]


def both(entry: Entry[Story], by: Guide) -> list[tuple[str, str]]:
    """Give what both say of the story."""
    browser = in_the_browser(ask("remarks", in_plain_words(entry.record), guide=by))
    assert browser == said(style_warnings_on(entry, by))
    return browser


@pytest.mark.parametrize("code", TELLINGS)
def test_a_telling_keeps_the_rules_of_its_language_for_both(code: str) -> None:
    found = {code for code, _ in both(story(TELLINGS[code]), guide(code))}
    assert found & {"own-part", "figures", "reasons", "opening", "riddle", "generic-learning", "dry-end"} == set()


def test_german_is_whole_and_each_rule_is_broken_by_what_breaks_it() -> None:
    assert guide("de").data["off"] == []
    broken = {
        "context": "Er war krank. Es regnete. Alle warteten.",
        "actions": "Wir gingen hinunter. Wir sagten es unserem Chef.",
        "results": "Alle waren froh.",
        "learnings": "Kommunikation ist alles. Wer weiß.",
    }
    found = dict(both(story({**TELLINGS["de"], **broken}), guide("de")))
    assert {"own-part", "figures", "reasons", "opening", "riddle", "generic-learning", "dry-end"} <= found.keys()
    assert 'found "Kommunikation ist"' in found["generic-learning"]
    assert "3 times" in found["own-part"]


SENIOR = "There was a date, and six people asked me for it, three weeks before the law came."
IN_A_ROLE = {
    "en": [
        *("I've been a staff engineer at Halden Pay for four years.", "I’ve been the lead here since May."),
        *("I have been the principal engineer of a bank.", "I was then a staff engineer.", "I'd become a manager."),
        *("I'd just become the engineering manager.", "I've managed nurses since May.", "We've led it since May."),
    ],
    "de": [
        *("Ich bin seit vier Jahren leitende Ingenieurin.", "Ich war damals der Teamleiter.", "Ich wurde Leiterin."),
        "Seit vier Jahren leitende Ingenieurin, sah ich es.",
    ],
}
IN_NONE = ["It's been a long year for the whole company.", "I've never seen them.", "They have an engineer."]


@pytest.mark.parametrize(("code", "says"), [(code, one) for code, all_ in IN_A_ROLE.items() for one in all_])
def test_both_hear_a_role_in_whichever_tense_and_short_form_it_is_said(code: str, says: str) -> None:
    found = dict(both(story({"context": f"{says} {SENIOR}", "challenge": ""}), guide(code)))
    assert "no role" not in found.get("opening", "")


@pytest.mark.parametrize("says", IN_NONE)
def test_both_hear_no_role_where_none_is_said(says: str) -> None:
    found = dict(both(story({"context": f"{says} {SENIOR}", "challenge": ""}), guide("en")))
    assert "found no role" in found["opening"]


def test_a_step_without_a_reason_is_named_by_its_first_words_however_it_was_typed() -> None:
    actions = (
        "I asked, because I was late.\n\nThen we   built the thing that\nnobody had wanted at all. It took a week."
    )
    found = dict(both(story({"actions": actions}), guide("en")))
    assert found["reasons"].endswith('found none in the paragraph "Then we built the thing that nobody had ..."')
    short = dict(both(story({"actions": "We built it."}), guide("en")))
    assert short["reasons"].endswith('found none in the paragraph "We built it."')


@pytest.mark.parametrize(
    ("words", "is_number"),
    [("neunundzwanzig", True), ("Fünfundachtzig", True), ("dreißig", True), ("Nacht", False), ("einzig", False)],
)
def test_a_german_number_is_known_by_how_it_ends(words: str, is_number: bool) -> None:  # noqa: FBT001
    found = codes(story({**TELLINGS["de"], "results": f"Es waren {words} Tage."}), guide("de"))
    assert ("figures" in found) is not is_number


def test_what_identifies_a_person_or_a_firm_in_german_is_found() -> None:
    told = {
        **TELLINGS["de"],
        "results": "Frau X, geboren am 3. März 1971, Hauptstraße 12, von der Muster Bau GmbH. Es waren 7.",
    }
    found = [message for code, message in both(story(told), guide("de")) if code == "personal-data"]
    assert [message.partition("found ")[2] for message in found] == [
        '"geboren am 3. März 1971"',
        '"Hauptstraße 12"',
        '"Muster Bau GmbH"',
    ]


def test_long_words_are_measured_by_amstad_in_german() -> None:
    hard = "Die Qualitätssicherungsmaßnahmenverantwortlichkeit überforderte Pflegedienstleitungsmitarbeiterinnen. " * 3
    found = dict(both(story({**TELLINGS["de"], "context": hard}), guide("de")))
    assert "Amstad" in found["long-words"]


def test_a_language_counted_in_characters_says_characters_and_takes_its_time() -> None:
    by = guide_of(in_language("zh"))
    found = dict(both(story(TELLINGS["zh"]), by))
    assert "440 to 660 characters" in found["length-aloud"]
    assert by.pace == 220
    assert len(by.tokens.words("我们在9月发布了v2")) == 9


def test_an_employer_is_found_between_signs_and_letters_of_any_script() -> None:
    for code, words in {
        "de": "Bei »Google« waren es 7.",
        "zh": "我在Google工作了三年。",
        "en": "At «Google» it took 7.",
    }.items():
        assert "personal-data" in dict(both(story({**TELLINGS["de"], "results": words}), guide(code))), words
    assert "personal-data" not in dict(
        both(story({**TELLINGS["de"], "results": "Sie lag im Grab, 7 Tage."}), guide("de"))
    )


def test_a_word_with_marks_on_its_letters_is_one_word() -> None:
    for words, count in {"मैं नौ लोगों का प्रबंधक था": 6, "הָיִיתִי אָחוֹת": 2, "cafe\u0301s": 1, 'הרמטכ"ל אמר': 2}.items():
        by = guide("he" if "א" in words else "en")
        assert len(by.tokens.words(words)) == count, words


def test_a_telling_in_other_letters_is_measured_and_not_read() -> None:
    foreign = story(TELLINGS["zh"])
    found = {code for code, _ in both(foreign, guide("he"))}
    assert found <= {code for code, rule in guide("he").data["rules"].items() if rule.get("anyLetters")}
    content = in_language("he")
    content = replace(content, entries={**content.entries, "story": {foreign.slug: foreign}})
    assert any(line.startswith("Told in other letters") and foreign.file in line for line in rules_off(content))


@pytest.mark.parametrize("code", ["he", "zh", "th", "fr", "pl"])
def test_what_is_off_is_said_in_one_line_and_english_says_nothing(code: str) -> None:
    line = next(iter(rules_off(in_language(code))))
    assert line.startswith(f"In {code} these rules are off, for want of a list: ")
    assert "opening (" in line
    assert list(rules_off(tiny.content())) == []


def test_a_language_whose_pace_nobody_knows_must_be_told_it() -> None:
    assert [issue.code for issue in spoken_pace(in_language("pl"))] == ["missing-key"]
    assert list(spoken_pace(in_language("de"))) == []
    assert Guide(Language(code="pl"), OwnRules(), 120).rule_of("length-aloud")["least"] == 240


def test_a_handbook_changes_limits_and_lists_and_turns_rules_off_for_both() -> None:
    changed = in_language(
        "de",
        limits={"tempting": {"least": 1}, "length-aloud": {"least": 10, "most": 500}},
        lists={"generic": {"add": ["Synergie"], "without": ["wie wichtig"]}},
        off=["dry-end"],
    )
    by = guide_of(changed)
    assert list(own_rules(changed)) == []
    told = {**TELLINGS["de"], "learnings": "Synergie, und wie wichtig sie ist."}
    found = both(story(told), by)
    assert ("tempting" in dict(found), "length-aloud" in dict(found), "dry-end" in dict(found)) == (False, False, False)
    assert [message for code, message in found if code == "generic-learning"] == [
        'the learning must be one that only its owner could claim, found "Synergie"'
    ]
    assert list(rules_off(changed)) == ["This handbook turns off: dry-end."]


def test_a_list_of_the_handbooks_own_turns_a_rule_on() -> None:
    assert "generic-learning" in guide("fr").data["off"]
    own = guide_of(in_language("fr", lists={"generic": {"add": ["la communication est"]}}))
    told = {**TELLINGS["de"], "learnings": "La communication est la clé."}
    assert "generic-learning" in dict(both(story(told), own))


def test_remarks_are_said_in_the_language_of_the_handbook() -> None:
    says = guide("de").rule_of("figures")["says"]
    spoken = Language(code="de", messages={says: ("Die Ergebnisse brauchen eine Zahl",)})
    by = Guide(spoken, OwnRules(), None)
    found = dict(both(story({**TELLINGS["de"], "results": "Alle waren froh."}), by))
    assert found["figures"] == "Die Ergebnisse brauchen eine Zahl"


PIECES = st.sampled_from(
    [
        *(
            word
            for code in TELLINGS
            for name in LISTS
            for word in guide(code).data.get(name, ())[:9]
            if name != "employers"
        ),
        *(part for told in TELLINGS.values() for part in told.values()),
        *(
            "„Nein.“ Sie ging.",
            "»Ja.« Gut.",
            "”לא.“ כן.",
            "「不。」好。",
            "。",
            "！",
            "um es zu",
            "dreißig",
            "ß",
            "ﬁ",
            "e\u0301",
            "๑๒",
        ),
        *(
            "ผมเป็นหัวหน้าทีม",
            "カタカナー",
            "第3回",
            'צה"ל',
            "ג׳",
            "Straße 5",
            "Grab",
            "Siemens",
            "9.",
            "z. B.",
            "’s",
            "\u05b8",
        ),
    ]
)
TYPED = st.lists(st.tuples(PIECES, st.sampled_from((" ", " ", ". ", "", "\n\n"))), max_size=10).map(
    lambda pairs: "".join(piece.removeprefix("-") + gap for piece, gap in pairs) or "x"
)


@pytest.mark.parametrize("code", [*TELLINGS, "ja", "th", "fr", "pl"])
@settings(deadline=None, max_examples=60, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=st.fixed_dictionaries(dict.fromkeys(PARTS, TYPED)), strong=TYPED, weak=TYPED)
def test_both_say_the_same_of_anything(code: str, told: dict[str, str], strong: str, weak: str) -> None:
    both(story(told, strong, weak), guide(code))
