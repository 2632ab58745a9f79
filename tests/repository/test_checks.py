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
from tests.tools.anything import PROFILES, VARIABLE

FINE, BROKEN = (sys.executable, "-c", ""), (sys.executable, "-c", "exit('what is wrong')")
Capture = pytest.CaptureFixture[str]


def commands(target: str) -> list[str]:
    """Give what make would run for the target in a clone that is set up."""
    command = ["make", "--no-print-directory", "--dry-run", "--old-file=.venv/.site", "--old-file=.venv/.dev", target]
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    done = subprocess.run(command, cwd=ROOT, env=outside, check=True, capture_output=True, text=True)
    return done.stdout.splitlines()


def test_the_content_is_checked_by_one_command_wherever_it_is_checked() -> None:
    (here,) = (check.command for check in every.checks() if check.name == "content")
    program, *words = shlex.split(commands("check")[-1])
    assert Path(program).name == "python"
    assert [*words[: words.index("--format")]] == [*here[1:]]
    assert "--strict" in here


def test_make_quick_and_make_test_are_the_same_program() -> None:
    assert commands("test")[-1].endswith("python -m tests")
    assert commands("quick")[-1].endswith(f"python -m tests {every.QUICK}")


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
    assert every.main(arguments) == int(BROKEN in (check, tests))
    said = capfd.readouterr().out
    assert ("one failed; to mend it: mend it so" in said) == (check == BROKEN)
    assert ("what is wrong" in said) == (check == BROKEN)


def test_the_quick_way_leaves_out_what_words_cannot_break(monkeypatch: pytest.MonkeyPatch, capfd: Capture) -> None:
    kinds = [every.Check(name=name, command=FINE, mend="", of_words=name == "words") for name in ("words", "code")]
    monkeypatch.setattr(every, "checks", lambda: kinds)
    monkeypatch.setattr(every, "PYTEST", (sys.executable, "-c", "import sys; print(*sys.argv[1:])"))
    assert every.main([every.QUICK]) == 0
    said = capfd.readouterr().out
    assert "words" in said
    assert "code" not in said
    assert " ".join(every.OF_WORDS) in said
    assert [path for path in every.OF_WORDS if not (ROOT / path).exists()] == []


def test_make_help_names_every_target() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: ((?:.*\\\n)*.*)", text, re.MULTILINE)
    assert targets
    named = set(targets[1].replace("\\\n", " ").split())
    assert set(re.findall(r'@echo "make ([a-z-]+) ', text)) == named - {"help"}


def test_a_property_tries_more_at_night_and_other_things_each_night() -> None:
    commit, nightly = PROFILES["commit"], PROFILES["nightly"]
    assert nightly.max_examples > 10 * commit.max_examples
    assert (commit.derandomize, nightly.derandomize) == (True, False)
    assert f"{VARIABLE}=nightly" in commands("properties")[-1]
