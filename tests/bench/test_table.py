"""The table of `make bench`: the run in the middle counts, a breach fails, and so does what could not be measured."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench import __main__ as bench
from tests.bench.builds import WAYS, limits
from tests.bench.cost import Cost
from tests.bench.ground import Ground
from tests.bench.growth import Grown
from tests.bench.growth import limits as growth_limits
from tests.bench.minutes import of_job
from tests.bench.peers import HUGO, MKDOCS, PEERS, MissingError, Peer
from tests.bench.table import Claim, head, line, markdown, shown, write


def test_the_run_in_the_middle_counts_and_the_others_are_said() -> None:
    said = line(Claim(what="A check", runs=(0.4, 9.0, 0.5), unit="s", most=0.5))
    assert said.split() == ["A", "check", "0.5", "s", "0.4", "to", "9", "of", "3", "at", "most", "0.5", "ok"]


@pytest.mark.parametrize(
    ("runs", "limit", "verdict"),
    [
        ((1.1,), {"most": 1.0}, "OVER"),
        ((1.0,), {"most": 1.0}, "ok"),
        ((99.0, 98.0, 97.0), {"least": 98.0}, "ok"),
        ((97.0, 98.0, 97.0), {"least": 98.0}, "OVER"),
        ((), {"most": 1.0}, "OVER"),
        ((5.0,), {}, ""),
        ((), {}, ""),
    ],
)
def test_a_claim_is_kept_within_its_limit(runs: tuple[float, ...], limit: dict[str, float], verdict: str) -> None:
    claim = Claim(what="It", runs=runs, why="nobody measured it", **limit)  # type: ignore[arg-type]
    assert claim.cells[-1] == verdict
    assert claim.kept == (verdict != "OVER")


def test_figures_are_read_with_three_digits() -> None:
    assert [*map(shown, (0.0512, 1.0, 12.34, 1234.5))] == ["0.0512", "1", "12.3", "1,234"]


def test_what_is_missing_says_why() -> None:
    assert "not measured: no wheel for this machine" in line(Claim(what="Hugo", why="no wheel for this machine"))


def test_the_head_names_the_machine() -> None:
    for word in ("1,000 stories", "cores", "Python", "load"):
        assert word in head("1,000 stories")


def test_a_breach_fails_the_bench_and_hides_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def found(name: str, ground: Ground) -> Iterator[Claim]:
        yield Claim(what=f"{name}, {ground.stories} stories", runs=(2.0,), most=1.0 if name == "builds" else 3.0)

    monkeypatch.setattr(bench, "_claims", found)
    assert bench.main(["--only", "checking", "--stories", "7"]) == 0
    assert bench.main(["--only", "builds,checking"]) == 1
    assert bench.main(["--only", "bilds"]) == 2
    said = capsys.readouterr()
    assert "checking, 7 stories" in said.out
    assert said.out.count("OVER") == 1
    assert "found bilds" in said.err


def test_a_bench_that_breaks_off_is_a_breach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(bench.BENCHES, "nowhere", "what no module measures")
    (claim,) = bench.measure("nowhere", Ground(folder=tmp_path), None)
    assert not claim.kept
    assert "ModuleNotFoundError" in claim.why


def test_every_bench_has_its_module() -> None:
    there = {path.stem for path in Path(bench.__file__).parent.glob("*.py")}
    assert bench.BENCHES.keys() <= there


def test_a_table_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text("# Speed\n", encoding="utf-8")
    for runs in ((1.0,), (2.0,)):
        for name in ("builds", "checking"):
            write(page, name, markdown("Here", [Claim(what=name, runs=runs, most=3)]))
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Speed\n\n## Builds\n")
    assert [row for row in text.splitlines() if "once" in row] == [
        "| builds | 2 | once | at most 3 | ok |",
        "| checking | 2 | once | at most 3 | ok |",
    ]


def test_a_ratio_is_of_runs_beside_each_other() -> None:
    def costs(*seconds: float) -> list[Cost]:
        return [Cost(clock=one * 2, processor=one, memory=1) for one in seconds]

    found = {("ours", way): costs(10, 30, 20) for way in WAYS} | {
        ("mkdocs", WAYS[0]): costs(10, 15, 40),
        ("hugo", WAYS[0]): [],
    }
    ours, *_, edited, by_clock = limits("1 story", found, {"hugo": "no wheel"})
    assert ours.runs == (1.0, 2.0, 0.5)
    assert ours.figure == 1.0
    assert [(claim.runs, claim.kept, claim.why) for claim in (edited, by_clock)] == [((), False, "no wheel")] * 2


def test_growth_is_a_story_s_share() -> None:
    few, many = (
        Grown(stories=stories, costs=(Cost(clock=1, processor=seconds, memory=100),), written=bytes_, heaviest=80)
        for stories, seconds, bytes_ in ((1_000, 40, 1_000_000), (10_000, 480, 9_000_000))
    )
    time, written, memory, page = growth_limits(few, many)
    assert [round(claim.figure, 3) for claim in (time, written, memory, page)] == [1.2, 0.9, 100, 1]
    assert [claim.kept for claim in (time, written, memory, page)] == [False, True, True, True]


def test_the_minutes_of_a_job_are_those_of_its_steps() -> None:
    job = {
        "timeout-minutes": 3,
        "steps": [{"uses": "checkout"}, {"run": "make check FORMAT=github"}, {"run": "make test"}],
    }
    python = {"timeout-minutes": 3, "steps": [{"run": "python make.py check"}, {"run": "make audit"}]}
    minutes = {"check": 0.5, "test": 4.0}
    assert (of_job("code", job, minutes).figure, of_job("code", job, minutes).kept) == (4.5, False)
    assert (of_job("systems", python, minutes).figure, of_job("systems", python, minutes).kept) == (0.5, True)
    assert of_job("systems", python, minutes).what == "systems, without audit"
    assert of_job("nightly", {"steps": [{"run": "make audit"}]}, minutes).why


def test_a_peer_that_cannot_be_installed_says_what_the_installer_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.bench.peers.WHERE", tmp_path)
    absent = Peer(
        name="absent",
        says="",
        packages=("--no-index", "no-such-package-anywhere"),
        lay=lambda _: None,
        whole=(),
        again=(),
    )
    with pytest.raises(MissingError, match="no-such-package-anywhere"):
        absent.installed()


def test_the_peers_are_those_that_the_page_names() -> None:
    assert [peer.name for peer in PEERS] == ["mkdocs", "hugo", "macros", "materialx", "zensical"]
    assert {MKDOCS.name, HUGO.name} < {peer.name for peer in PEERS}
