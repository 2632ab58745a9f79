"""Every check there is, side by side, none stopping another: `python -m tests`, which `make test` calls.

`python -m tests --quick`, which `make quick` calls, is for a change of content or of words: it asks what such a change
can break, without a browser, a built site or a property. `python -m tests --further`, which `make further` calls each
night, asks what was asked once of more pages and in further looks.
"""

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from tests.handbooks.tiny import ROOT
from tests.tools import chromium, scratch

QUICK, FURTHER = "--quick", "--further"
WORKERS = (os.cpu_count() or 1) + 1  # a browser that waits leaves its processor to somebody else
SHARED = (f"--numprocesses={WORKERS}", "--dist=worksteal")  # what is expensive is made once, so tests may go anywhere
PYTEST = (sys.executable, "-m", "pytest", *SHARED)
OF_WORDS = (  # the tests that hold the content, its examples, the messages and the documents made from them
    *("tests/rules", "tests/model", "tests/content", "tests/contribute", "tests/pages", "tests/text"),
    *("tests/repository/test_checks.py", "tests/repository/test_kinds.py", "tests/repository/test_licences.py"),
)
AT_ONCE = 2  # checks beside the tests


@dataclass(frozen=True, kw_only=True)
class Check:
    """A check: what it makes sure of, its command, what mends what it finds, and whether words can break it."""

    name: str
    command: tuple[str, ...]
    mend: str
    of_words: bool = False


def checks() -> tuple[Check, ...]:
    """Give every check but pytest, which speaks for itself."""

    def module(*words: str) -> tuple[str, ...]:
        return (sys.executable, "-m", *words)

    return (
        Check(name="content", command=module("generator", "check", "--strict"), mend="make check", of_words=True),
        Check(name="format", command=module("ruff", "format", "--check", "."), mend="make format", of_words=True),
        Check(
            name="lint",
            command=module("ruff", "check", "."),
            mend="make format, then mend by hand what is left",
            of_words=True,
        ),
        Check(name="types", command=module("mypy"), mend="give the names above the types they have"),
        Check(name="imports", command=(str(_beside("lint-imports")),), mend="move the import down the layers"),
    )


def main(arguments: list[str]) -> int:
    """Run every check and give 0 where all of them hold; further arguments are pytest's."""
    quick, further = QUICK in arguments, FURTHER in arguments
    more = [word for word in arguments if word not in {QUICK, FURTHER}]
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # hundreds of processes would each compile every module again
    if not quick:
        try:
            browser = chromium.ensure()
        except chromium.ChromiumError as error:
            print(error)
            return 1
        os.environ[chromium.VARIABLE] = str(browser)
        print(f"browser  {browser}", flush=True)
    asked = [check for check in checks() if (check.of_words or not quick) and not further]
    which = ("-m", "not hypothesis", *OF_WORDS) if quick else ("-m", "further" if further else "not further")
    made = scratch.take()
    where = (f"--basetemp={made / 'made'}",) if made else ()
    with ThreadPoolExecutor(AT_ONCE) as beside:
        held = [beside.submit(_holds, check) for check in asked]
        tests = subprocess.run([*PYTEST, *where, *which, *more], cwd=ROOT, check=False)
    if made and tests.returncode:
        print(f"what the tests made is in {made} until the next run", flush=True)
    elif made:
        shutil.rmtree(made)
    failed = [check for check, holds in zip(asked, held, strict=True) if not holds.result()]
    for check in failed:
        print(f"{check.name} failed; to mend it: {check.mend}", flush=True)
    return int(bool(failed) or tests.returncode != 0)


def _holds(check: Check) -> bool:
    began = time.monotonic()
    done = subprocess.run(check.command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = "ok" if done.returncode == 0 else "FAILED"
    found = f"\n{done.stdout}{done.stderr}" if done.returncode else ""
    print(f"{check.name:<8} {said} in {time.monotonic() - began:.1f} s{found}", flush=True)
    return done.returncode == 0


def _beside(program: str) -> str:
    return str(os.path.join(os.path.dirname(sys.executable), program))  # noqa: PTH118, PTH120 - a venv's link must stay


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
