"""The minutes of `make test` and `make quick`, and of every job of the workflows, as its steps take them here.

What runs in this checkout is what stands in it; each is run once, for they take minutes.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.ground import Ground, generator
from tests.bench.table import Claim
from tests.handbooks.project import ROOT
from tests.tools.workflow_files import WORKFLOWS, read

STEP = re.compile(r"(?:python )?make(?:\.py)? ([\w-]+)")
MOST = {"quick": 1, "test": 8}  # minutes
IN_JOBS = ("check", "pages", "links", "offline-pages", "further", *MOST)  # run here: no proposal, no release, no hour


def claims(ground: Ground) -> Iterator[Claim]:
    """Give a claim for each target that has a limit, for each job of the workflows, and for what publish.yml keeps."""
    yield from published(ground.handbook("published", 0))
    minutes = {}
    for target in IN_JOBS:
        minutes[target], failed = measured(target)
        why = f"make {target} failed" if failed else ""
        runs = () if failed else (minutes[target],)
        yield Claim(what=f"make {target}", runs=runs, unit="min", most=MOST.get(target), why=why)
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield of_job(f"{path.name}, {name}", job, minutes)


def published(root: Path) -> Iterator[Claim]:
    """Give what `make site` takes as the first run of publish.yml makes it, and the next after a corrected word."""
    for what in ("from nothing", "a story edited, with what the last run kept", "nothing edited, with what it kept"):
        if "a story" in what:
            story = min((root / "content/stories").glob("*.yaml"))
            text = story.read_text(encoding="utf-8")
            story.write_text(re.sub(r"(?m)^summary: ", "summary: Zebra ", text), encoding="utf-8")
        took = generator(root, "site")
        yield Claim(what=f"make site, {what}", runs=(took.clock / 60,), unit="min")
        yield Claim(what=f"make site, {what}, of the processor", runs=(took.processor / 60,), unit="min")


def measured(target: str) -> tuple[float, bool]:
    """Run a target and give its minutes by the clock, and whether it failed."""
    began = time.monotonic()
    env = {**os.environ, "HANDBOOK_PYTHON": sys.executable}
    done = subprocess.run([sys.executable, "make.py", target], cwd=ROOT, env=env, capture_output=True, check=False)
    return (time.monotonic() - began) / 60, bool(done.returncode)


def of_job(name: str, job: dict[str, Any], minutes: dict[str, float]) -> Claim:
    """Give the minutes of a job's steps, at most what the job may take; those not run here are named."""
    targets = [match[1] for step in job["steps"] if (match := STEP.match(step.get("run", "")))]
    absent = ", ".join(target for target in targets if target not in minutes)
    runs = [minutes[target] for target in targets if target in minutes]
    if not runs:
        return Claim(what=name, why=f"it runs {absent or 'nothing of ours'}, which is not run here")
    what = f"{name}, without {absent}" if absent else name
    return Claim(what=what, runs=(sum(runs),), unit="min", most=job["timeout-minutes"])
