"""Every check there is, in order, none stopping another: `python -m tests`, which `make test` calls."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass

from tests.handbooks.tiny import ROOT
from tests.tools import chromium

SHARED = ("--numprocesses=auto", "--dist=loadfile")  # a file's tests stay together, with the site they have built


@dataclass(frozen=True, kw_only=True)
class Check:
    """A check: what it makes sure of, its command, and the command that mends what it finds."""

    name: str
    command: tuple[str, ...]
    mend: str


def checks() -> tuple[Check, ...]:
    """Give every check but pytest, which comes last and speaks for itself."""

    def module(*words: str) -> tuple[str, ...]:
        return (sys.executable, "-m", *words)

    return (
        Check(name="format", command=module("ruff", "format", "--check", "."), mend="make format"),
        Check(name="lint", command=module("ruff", "check", "."), mend="make format, then mend by hand what is left"),
        Check(name="types", command=module("mypy"), mend="give the names above the types they have"),
        Check(name="imports", command=(str(_beside("lint-imports")),), mend="move the import down the layers"),
        Check(name="content", command=module("generator", "check", "--strict"), mend="make check"),
    )


def main(arguments: list[str]) -> int:
    """Run every check and give 0 where all of them hold; further arguments are pytest's."""
    try:
        browser = chromium.ensure()
    except chromium.ChromiumError as error:
        print(error)
        return 1
    os.environ[chromium.VARIABLE] = str(browser)
    print(f"browser  {browser}", flush=True)
    failed = [check for check in checks() if not _holds(check)]
    for check in failed:
        print(f"{check.name} failed; to mend it: {check.mend}", flush=True)
    tests = subprocess.run([sys.executable, "-m", "pytest", *SHARED, *arguments], cwd=ROOT, check=False)
    return int(bool(failed) or tests.returncode != 0)


def _holds(check: Check) -> bool:
    began = time.monotonic()
    done = subprocess.run(check.command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = "ok" if done.returncode == 0 else "FAILED"
    print(f"{check.name:<8} {said} in {time.monotonic() - began:.1f} s", flush=True)
    if done.returncode:
        print(done.stdout + done.stderr, flush=True)
    return done.returncode == 0


def _beside(program: str) -> str:
    return str(os.path.join(os.path.dirname(sys.executable), program))  # noqa: PTH118, PTH120 - a venv's link must stay


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
