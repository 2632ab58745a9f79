"""A run in which a busy machine held the first frame back says nothing of the page, unless every run does."""

from tests.bench.lighthouse import PATIENCE, Seen, steady


def run(first_paint: float, *, held: bool = False) -> Seen:
    return Seen(score=100, first_paint=first_paint, largest_paint=1, blocked=0, shift=0, held=held)


def test_a_run_that_was_held_up_is_repeated() -> None:
    runs = iter([run(1.6, held=True), run(0.91), run(1.5, held=True), run(0.93)])
    assert [one.first_paint for one in steady(runs, 2)] == [0.91, 0.93]


def test_a_page_that_is_always_held_up_is_slow_itself() -> None:
    runs = iter([run(1.6, held=True), run(0.9), *[run(1.5, held=True)] * (2 * PATIENCE)])
    assert [one.first_paint for one in steady(runs, 2)] == [1.6, 0.9]
    assert len([*runs]) == 2  # of all that there were, for patience has an end
