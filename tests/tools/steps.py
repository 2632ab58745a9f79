"""The steps that README, CONTRIBUTING and the workflows name, run by make.py with the Python that runs the tests."""

import os
import subprocess
import sys
from pathlib import Path

from tests.handbooks.tiny import ROOT

PROGRAM = "make.py"


def make(*words: str, cwd: Path = ROOT, **more: str) -> subprocess.CompletedProcess[str]:
    """Run targets of the make.py in that folder, which counts as set up."""
    world = {**os.environ, "HANDBOOK_PYTHON": sys.executable, **more}
    command = [sys.executable, cwd / PROGRAM, *words]
    return subprocess.run(command, cwd=cwd, env=world, capture_output=True, text=True, check=False)


def commands(*words: str) -> list[str]:
    """Give what the target would run."""
    done = make("--dry-run", *words)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()
