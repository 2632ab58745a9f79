"""The numbers behind the pictures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.figures import clock, heat, segments

PAIRS = st.lists(st.tuples(st.text(max_size=3), st.integers(1, 600)), min_size=1, max_size=20)


@given(PAIRS)
def test_any_bar_is_full_and_has_no_gap(pairs: list[tuple[str, float]]) -> None:
    bar = segments(pairs)
    assert sum(s.width for s in bar) == pytest.approx(100, abs=0.1)
    assert [s.start for s in bar[1:]] == pytest.approx([s.start + s.width for s in bar[:-1]], abs=0.02)
    assert {s.shade for s in bar} <= set(range(1, 6))
    assert [(s.name, s.value) for s in bar] == pairs


@given(PAIRS)
def test_any_clock_begins_at_nought_and_ends_with_the_last_phase(pairs: list[tuple[str, int]]) -> None:
    arcs = clock(pairs)
    assert arcs[0].begins == 0
    assert arcs[-1].ends == sum(minutes for _, minutes in pairs)
    assert [a.begins for a in arcs[1:]] == [a.ends for a in arcs[:-1]]
    assert all(arc.path.startswith("M") and arc.path.endswith("Z") and "nan" not in arc.path for arc in arcs)


def test_a_bar_of_nothing_has_no_width() -> None:
    assert [s.width for s in segments([("a", 0)])] == [0]


@given(PAIRS)
def test_a_bar_of_a_longer_whole_keeps_its_shares_of_it(pairs: list[tuple[str, float]]) -> None:
    total = sum(value for _, value in pairs)
    assert sum(s.width for s in segments(pairs, total * 2)) == pytest.approx(50, abs=0.1)


@given(PAIRS)
def test_the_classes_of_a_label_add_up_to_its_percent(pairs: list[tuple[str, float]]) -> None:
    for s in segments(pairs):
        assert sum(int(name.removeprefix("share-")) for name in s.shares.split()) == round(s.width)


@pytest.mark.parametrize(("count", "shade"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (99, 4)])
def test_the_shade_of_a_count_has_five_steps(count: int, shade: int) -> None:
    assert heat(count) == shade
