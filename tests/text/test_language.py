"""A language counts, dates, lists and says what its catalogue holds; what it lacks stays English."""

from datetime import date
from pathlib import Path

import pytest

from generator.text.language import ENGLISH, Language, LanguageError, _, _n, language_of, speaking

SLAVIC = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; "
"plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

#: templates/scripts/a.js
msgid "{n} card"
msgid_plural "{n} cards"
msgstr[0] "{n} karta"
msgstr[1] "{n} karty"
msgstr[2] "{n} kart"

msgid "Kept at {time}"
msgstr "O {time} zachowano"

#, fuzzy
msgid "A guess"
msgstr "Domysł"
"""
DAY = date(2026, 11, 28)


@pytest.fixture
def polish(tmp_path: Path) -> Language:
    (tmp_path / "languages").mkdir()
    (tmp_path / "languages/pl.po").write_text(SLAVIC, encoding="utf-8")
    return language_of("pl", tmp_path)


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 kart"), (1, "1 karta"), (3, "3 karty"), (5, "5 kart"), (12, "12 kart"), (22, "22 karty")],
)
def test_a_language_counts_in_as_many_forms_as_it_has(polish: Language, number: int, said: str) -> None:
    with speaking(polish):
        assert _n("{n} card", "{n} cards", number) == said


def test_values_stand_where_the_translation_puts_them(polish: Language) -> None:
    with speaking(polish):
        assert _("Kept at {time}", time="14:02") == "O 14:02 zachowano"
    assert _("Kept at {time}", time="14:02") == "Kept at 14:02"


def test_what_lacks_or_is_a_guess_stays_english(polish: Language) -> None:
    assert [polish.say("No such"), polish.say("A guess")] == ["No such", "A guess"]
    assert polish.count("{n} thing", "{n} things", 1) == "{n} thing"
    assert polish.count("{n} thing", "{n} things", 5) == "{n} things"


def test_only_what_scripts_say_goes_to_them(polish: Language) -> None:
    assert polish.scripts == {"{n} card"}


@pytest.mark.parametrize(
    ("code", "day", "number", "names", "way"),
    [
        ("en", "28 November 2026", "1,200", "a, b and c", "ltr"),
        ("de", "28. November 2026", "1.200", "a, b und c", "ltr"),
        ("he", "28 בנובמבר 2026", "1,200", "a, b \N{HEBREW LETTER VAV}c", "rtl"),
    ],
)
def test_days_numbers_and_lists_are_as_people_write_them(
    code: str, day: str, number: str, names: str, way: str
) -> None:
    language = language_of(code)
    assert language.date(DAY) == day
    assert language.number(1200) == number
    assert language.listing(["a", "b", "c"]) == names
    assert (language.listing([]), language.listing(["a"])) == ("", "a")
    assert language.direction == way


def test_what_is_spoken_ends_with_its_block(polish: Language) -> None:
    with speaking(polish), speaking(ENGLISH):
        assert _n("{n} card", "{n} cards", 2) == "2 cards"


def test_a_language_without_a_catalogue_is_refused_with_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"one of de, en, he, found \"fr\"; `handbook language add fr`"):
        language_of("fr", tmp_path)


def test_a_plural_rule_that_is_more_than_arithmetic_is_refused(tmp_path: Path) -> None:
    (tmp_path / "languages").mkdir()
    text = SLAVIC.replace("n%10==1 && n%100!=11", "alert(n)")
    (tmp_path / "languages/pl.po").write_text(text, encoding="utf-8")
    with pytest.raises(LanguageError, match="plural"):
        language_of("pl", tmp_path)
