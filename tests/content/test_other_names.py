"""Of the names of a thing, those that say more than its title are shown below it."""

import pytest

from generator.content.other_names import unlike


@pytest.mark.parametrize(
    ("title", "names", "shown"),
    [
        ("Load testing for one television evening", ["load test", "peak traffic"], ["peak traffic"]),
        ("Disagree and Commit", ["disagree & commit", "DISAGREE"], []),
        ("Earth's Best Employer", ["earths best employer", "Earth\u2019s employer"], []),
        ("A cloud bill", ["cloud costs", "the cloud bill"], ["cloud costs"]),
        ("Planning", ["plan b"], ["plan b"]),
        ("An art", ["arts of war", "artful"], ["arts of war", "artful"]),
        ("\u65e5\u672c", ["\u65e5\u672c", "\u4e2d"], ["\u4e2d"]),
        ("Anything", [], []),
    ],
)
def test_a_name_is_shown_where_it_has_a_word_that_the_title_has_in_no_form(
    title: str, names: list[str], shown: list[str]
) -> None:
    assert unlike(names, title) == shown
