"""`make test`, `make quick` and `make check` refuse what they say, and the same content."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests import __main__ as every
from tests.handbooks.tiny import ROOT
from tests.tools import scratch
from tests.tools.anything import PROFILES, VARIABLE
from tests.tools.steps import commands, make

FINE, BROKEN = (sys.executable, "-c", ""), (sys.executable, "-c", "exit('what is wrong')")
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give what is memory here, so that a run that is no run takes none of it."""
    (memory := tmp_path / "memory").mkdir()
    monkeypatch.setattr(scratch, "MEMORY", memory)
    return memory


def test_the_content_is_checked_by_one_command_wherever_it_is_checked() -> None:
    (here,) = (check.command for check in every.checks() if check.name == "content")
    program, *words = shlex.split(commands("check")[-1])
    assert program == sys.executable
    assert [*words[: words.index("--format")]] == [*here[1:]]
    assert "--strict" in here


def test_make_quick_and_make_test_are_the_same_program() -> None:
    assert commands("test")[-1].endswith(f"{sys.executable} -m tests")
    assert commands("quick")[-1].endswith(f"{sys.executable} -m tests {every.QUICK}")
    assert commands("further")[-1].endswith(f"{sys.executable} -m tests {every.FURTHER}")


@pytest.mark.parametrize("arguments", [[], [every.QUICK]])
@pytest.mark.parametrize(("check", "tests"), [(FINE, FINE), (FINE, BROKEN), (BROKEN, FINE)])
def test_whatever_fails_fails_the_whole_and_says_how_to_mend_it(
    check: tuple[str, ...],
    tests: tuple[str, ...],
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capfd: Capture,
) -> None:
    one = every.Check(name="one", command=check, mend="mend it so", of_words=True)
    monkeypatch.setattr(every, "checks", lambda: (one,))
    monkeypatch.setattr(every, "PYTEST", tests)
    (made := scratch.MEMORY / "made").mkdir()
    monkeypatch.setattr(scratch, "take", lambda: made)
    assert every.main(arguments) == int(BROKEN in (check, tests))
    said = capfd.readouterr().out
    assert ("one failed; to mend it: mend it so" in said) == (check == BROKEN)
    assert ("what is wrong" in said) == (check == BROKEN)
    assert (f"is in {made} until" in said) == made.exists() == (tests == BROKEN)


def test_the_quick_way_leaves_out_what_words_cannot_break(monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    kinds = [every.Check(name=name, command=FINE, mend="", of_words=name == "words") for name in ("words", "code")]
    monkeypatch.setattr(every, "checks", lambda: kinds)
    monkeypatch.setattr(every, "PYTEST", (sys.executable, "-c", "import sys; print(*sys.argv[1:])"))
    assert every.main([every.QUICK]) == 0
    said = capfd.readouterr().out
    held = [line.split()[0] for line in said.splitlines() if " ok in " in line]
    assert held == ["words"], said  # and not by a word that may stand in a path
    assert " ".join(every.OF_WORDS) in said
    assert [path for path in every.OF_WORDS if not (ROOT / path).exists()] == []


def test_make_and_make_py_have_the_same_targets_and_say_what_each_is_for() -> None:
    told = re.findall(r"^([a-z-]+) +\S", make("help").stdout, re.MULTILINE)
    listed = re.search(r"^TARGETS := ((?:.*\\\n)*.*)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert listed
    assert set(listed[1].replace("\\\n", " ").split()) == {*told} - {"handbook"}


@pytest.mark.parametrize("said", [["FORMAT=json"], []])
def test_make_hands_its_settings_on(said: list[str]) -> None:
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    words = ["make", "--silent", "check", f"PYTHON={sys.executable}", *said]
    world = {**outside, "HANDBOOK_PYTHON": sys.executable}
    done = subprocess.run(words, cwd=ROOT, env=world, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("{") == bool(said)


def test_what_is_no_target_is_refused_with_what_there_is() -> None:
    done = make("chekc", "COLOUR=red")
    assert done.returncode == 2
    assert "found chekc, COLOUR" in done.stderr
    assert "list every problem" in done.stdout


def test_the_command_itself_is_one_of_them_and_keeps_its_words() -> None:
    assert commands("handbook", "new", "story", "--title", "A = b")[-1].endswith("-m generator new story --title A = b")


def test_a_property_tries_more_at_night_and_other_things_each_night() -> None:
    commit, nightly = PROFILES["commit"], PROFILES["nightly"]
    assert nightly.max_examples > 10 * commit.max_examples
    assert (commit.derandomize, nightly.derandomize) == (True, False)
    assert f"{VARIABLE}=nightly" in commands("properties")[-1]


def test_what_is_left_to_the_night_is_all_that_the_day_leaves_out(
    monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    monkeypatch.setattr(every, "checks", tuple)
    monkeypatch.setattr(every, "PYTEST", (sys.executable, "-c", "import sys; print(*sys.argv[1:])"))
    assert (every.main([]), every.main([every.FURTHER])) == (0, 0)
    day, night = (line.partition("-m ")[2] for line in capfd.readouterr().out.splitlines() if "-m " in line)
    assert (day, night) == ("not further", "further")


def test_what_tests_make_is_in_memory_where_there_is_room_and_goes_when_nobody_needs_it(
    tmp_path: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measures = tmp_path / "meminfo"
    measures.write_text("MemFree: 1 kB\nMemAvailable:    4096 kB\n", encoding="ascii")
    monkeypatch.setattr(scratch, "MEASURES", measures)
    monkeypatch.setattr(scratch, "NEEDED", 2**20)
    first = scratch.take()
    assert first
    left = first.rename(memory / f"{scratch.NAME}-{2**22 + 1}-abc")  # of a process that cannot be
    (other := memory / "of-somebody-else").mkdir()
    second = scratch.take()
    assert second
    assert sorted(memory.iterdir()) == sorted([second, other]), left
    monkeypatch.setattr(scratch, "NEEDED", 2**23)
    assert scratch.take() is None
