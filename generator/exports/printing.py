"""Print jobs carried out: by several processes at once, and only where something that a PDF depends on has changed."""

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from generator.exports.download_list import Listed, add_to_list, bytes_of, kilobytes, made_here, read_list
from generator.exports.pdfs import PrintJob
from generator.pages.page import Download
from generator.pages.render import counted
from generator.paper import pdf
from generator.paper.booklet import folded
from generator.text.own_path import write_file

STEP_OF_PROGRESS = re.compile(r"Page (\d+00)")


@dataclass(frozen=True, kw_only=True)
class _Waiting:
    """A job whose file must be made, the digest of what it depends on, and the page of each id when last printed."""

    job: PrintJob
    digest: str
    numbers: Mapping[str, int]


def print_jobs(jobs: Sequence[PrintJob], folder: Path, edition: date, say: pdf.Say) -> tuple[list[Listed], int]:
    """Make each job's file in the folder, unless it is there and nothing has changed; give all, and how many are new.

    Raises NoPdfError where this machine cannot print.
    """
    known, sound = read_list(folder), {item.download.file for item in made_here(folder)}
    made: dict[str, Listed] = {}
    waiting: list[_Waiting] = []
    for job in jobs:
        digest, old = pdf.fingerprint(job.html, job.style), known.get(job.file)
        if old and old.digest == digest and job.file in sound:
            told = replace(old.download, group=job.group, title=job.title, paper=job.paper)
            made[job.file] = replace(old, download=told)
        else:
            waiting.append(_Waiting(job=job, digest=digest, numbers=dict(old.numbers) if old else {}))
    if waiting:
        say(f"{counted(len(waiting), 'PDF')} to print:")
    for at, (one, printed) in enumerate(_all_printed(waiting, say), 1):
        file = one.job.file
        write_file(folder / file, printed.data)
        made[file] = _listed(one, printed, edition)
        add_to_list(folder, [made[file]])  # at once: an interrupted run throws nothing away that is finished
        say(f"[{at}/{len(waiting)}] {file}: {printed.pages} pages, {len(printed.data) // 1024} kB")
    return [made[job.file] for job in jobs], len(waiting)


def _listed(one: _Waiting, printed: pdf.Printed, edition: date) -> Listed:
    download = Download(
        file=one.job.file,
        group=one.job.group,
        title=one.job.title,
        paper=one.job.paper,
        kilobytes=kilobytes(printed.data),
        pages=printed.pages,
        date=edition.isoformat(),
    )
    return Listed(download=download, digest=one.digest, bytes=bytes_of(printed.data), numbers=printed.numbers)


def _all_printed(waiting: Sequence[_Waiting], say: pdf.Say) -> Iterator[tuple[_Waiting, pdf.Printed]]:
    workers = min(processors(), len(waiting))
    if workers <= 1:
        yield from ((one, _print(one)) for one in waiting)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        running = {pool.submit(_print, one): one for one in waiting}
        for done in as_completed(running):
            if error := done.exception():
                say(f"{running[done].job.file} could not be printed: {error}")  # now, not when the last one ends
                pool.shutdown(wait=False, cancel_futures=True)
                raise error
            yield running[done], done.result()


def processors(quota: Path = Path("/sys/fs/cgroup/cpu.max")) -> int:
    """Give how many processors this process may use: those it is bound to, and no more than its container allows."""
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        allowed, period = map(int, quota.read_text(encoding="ascii").split())
    except (OSError, ValueError):  # no container, or one without a limit: "max 100000"
        return bound
    return max(1, min(bound, -(-allowed // period)))


def _print(one: _Waiting) -> pdf.Printed:
    def say(words: str) -> None:
        step = STEP_OF_PROGRESS.fullmatch(words)
        if step:
            sys.stderr.write(f"    {one.job.file}: page {step.group(1)}\n")

    job = one.job
    printed = pdf.make_pdf(job.html, job.style, numbers=one.numbers, say=say)
    return folded(printed, title=job.title, backwards='dir="rtl"' in job.html[:200]) if job.folded else printed
