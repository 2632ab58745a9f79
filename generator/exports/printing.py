"""Print jobs carried out: by several processes at once, and only where something that a PDF depends on has changed."""

import gc
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from generator.exports.download_list import Listed, add_to_list, bytes_of, kilobytes, made_here, read_list
from generator.exports.pdfs import PrintJob
from generator.pages.page import Download
from generator.pages.render import counted
from generator.paper import binding, pdf
from generator.paper.booklet import folded
from generator.paper.member import Member
from generator.paper.numbering import UnstablePageNumbersError
from generator.paper.shelf import Shelf, swept
from generator.paper.stock import STOCK
from generator.text.own_path import write_file

SHELVES, BOOKS = "pieces", "books"  # beside the folder of all documents, and among them those of bound books
FEW = 4  # pieces and documents: they are made sooner than other processes are ready for them
STEP_OF_PROGRESS = re.compile(r"Page (\d+00)")


@dataclass(frozen=True, kw_only=True)
class _Waiting:
    """A job whose file must be made, and the digest of what it depends on."""

    job: PrintJob
    digest: str


@dataclass(frozen=True, kw_only=True, eq=False)
class _Unit:
    """What is laid out once: a job, the runs of its pages that are files as well, and what of all that must be made."""

    laid_out: PrintJob
    runs: tuple[PrintJob, ...]
    waiting: tuple[_Waiting, ...]
    shelves: Path

    @property
    def shelf(self) -> Shelf:
        """The pieces of a bound book that are there."""
        return Shelf(self.shelves / BOOKS, self.laid_out.layout, self.laid_out.style)

    def left_out(self, why: Exception) -> str:
        """Say that nothing is made of it; where it is many files, the name of what they are made from is enough."""
        files = [one.job.file for one in self.waiting]
        named = self.laid_out.file if self.runs else " and ".join(files)
        return f"{named} {'is' if self.runs or len(files) == 1 else 'are'} left out: {why}"


def print_jobs(
    jobs: Sequence[PrintJob], folder: Path, edition: date, say: pdf.Say, *, shelves: Path
) -> tuple[list[Listed], int]:
    """Make each job's file in the folder, unless it is there and nothing has changed; give all, and how many are new.

    What cannot be set is left out, which is said. The pieces of bound books are kept on `shelves`.
    Raises NoPdfError where this machine cannot print.
    """
    STOCK.keep_on(shelves)
    known, sound = read_list(folder), {item.download.file for item in made_here(folder)}
    made: dict[str, Listed] = {}
    waiting: list[_Waiting] = []
    for job in jobs:
        digest, old = pdf.fingerprint(job.html, job.style), known.get(job.file)
        if old and old.digest == digest and job.file in sound:
            told = replace(old.download, group=job.group, title=job.title, paper=job.paper)
            made[job.file] = replace(old, download=told)
        else:
            waiting.append(_Waiting(job=job, digest=digest))
    if waiting:
        say(f"{counted(len(waiting), 'PDF')} to print:")
    units = _units(waiting, jobs, shelves)
    for at, (one, printed) in enumerate(_all_printed(units, say), 1):
        file = one.job.file
        write_file(folder / file, printed.data)
        made[file] = _listed(one, printed, edition)
        add_to_list(folder, [made[file]])  # at once: an interrupted run throws nothing away that is finished
        say(f"[{at}/{len(waiting)}] {file}: {printed.pages} pages, {len(printed.data) // 1024} kB")
    if any(unit.laid_out.bound for unit in units):
        swept(shelves)
    there = [made[job.file] for job in jobs if job.file in made]
    return there, sum(one.job.file in made for one in waiting)


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
    return Listed(download=download, digest=one.digest, bytes=bytes_of(printed.data))


def _units(waiting: Sequence[_Waiting], jobs: Sequence[PrintJob], shelves: Path) -> list[_Unit]:
    """Put together what is laid out together: a set, and the files of its pages that must be made."""
    units: dict[str, list[_Waiting]] = {}
    for one in waiting:
        units.setdefault(_layout(one.job), []).append(one)
    whole = {_layout(job): job for job in jobs if not job.begins}
    runs: dict[str, dict[str, PrintJob]] = {}
    for job in jobs:
        if job.begins:
            runs.setdefault(_layout(job), {}).setdefault(job.begins, job)
    return [
        _Unit(laid_out=whole[layout], runs=tuple(runs.get(layout, {}).values()), waiting=tuple(wanted), shelves=shelves)
        for layout, wanted in units.items()
    ]


def _layout(job: PrintJob) -> str:
    return job.layout or job.file


def _all_printed(units: Sequence[_Unit], say: pdf.Say) -> Iterator[tuple[_Waiting, pdf.Printed]]:
    pieces = {unit: binding.unset(unit.laid_out.html, unit.shelf) if unit.laid_out.bound else {} for unit in units}
    to_do = {path for unset in pieces.values() for path in unset}
    workers = min(processors(), len(to_do) + len(units)) if len(to_do) + len(units) > FEW else 1
    if workers <= 1:
        for unit in units:
            try:
                yield from _print(unit)
            except UnstablePageNumbersError as unstable:
                say(unit.left_out(unstable))
        return
    with _pool(workers, units[0].shelves) as pool:
        yield from _printed_by(pool, pieces, say)


def _printed_by(
    pool: ProcessPoolExecutor, pieces: Mapping[_Unit, Mapping[Path, tuple[str, int]]], say: pdf.Say
) -> Iterator[tuple[_Waiting, pdf.Printed]]:
    """Set the pieces of all units, each once whatever units wait for it, and print each when it has all of its own."""
    asked: dict[Path, Future[Any]] = {}
    setting: dict[Future[Any], list[_Unit]] = {}
    for unit, unset in pieces.items():
        for path, piece in unset.items():
            asked[path] = asked.get(path) or pool.submit(unit.shelf.set, *piece)
            setting.setdefault(asked[path], []).append(unit)
    printing: dict[Future[Any], _Unit] = {
        pool.submit(_print_all, one): one for one, unset in pieces.items() if not unset
    }
    while setting or printing:
        for done in wait([*setting, *printing], return_when=FIRST_COMPLETED).done:
            waited = setting.pop(done, [])
            for unit in waited or [printing[done]]:
                _complain(done.exception(), unit, pool, say)
            for unit in waited:
                if not any(unit in others for others in setting.values()):  # that was its last piece
                    printing[pool.submit(_print_all, unit)] = unit
            if not waited:
                del printing[done]
                yield from () if done.exception() else done.result()


def _complain(error: BaseException | None, unit: _Unit, pool: ProcessPoolExecutor, say: pdf.Say) -> None:
    if isinstance(error, UnstablePageNumbersError):
        say(unit.left_out(error))
    elif error:
        say(f"{unit.laid_out.file} could not be printed: {error}")  # now, not when the last one ends
        pool.shutdown(wait=False, cancel_futures=True)
        raise error


def _pool(workers: int, shelves: Path) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("spawn"), _at_work, (shelves,))


def _at_work(shelves: Path) -> None:
    """Let Python look for garbage less often: hundreds of thousands of boxes live until a document is written."""
    STOCK.keep_on(shelves)
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


def processors(quota: Path = Path("/sys/fs/cgroup/cpu.max")) -> int:
    """Give how many processors this process may use: those it is bound to, and no more than its container allows."""
    bound = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        allowed, period = map(int, quota.read_text(encoding="ascii").split())
    except (OSError, ValueError):  # no container, or one without a limit: "max 100000"
        return bound
    return max(1, min(bound, -(-allowed // period)))


def _print_all(unit: _Unit) -> list[tuple[_Waiting, pdf.Printed]]:
    return list(_print(unit))


def _print(unit: _Unit) -> Iterator[tuple[_Waiting, pdf.Printed]]:
    job = unit.laid_out

    def say(words: str) -> None:
        step = STEP_OF_PROGRESS.fullmatch(words)
        if step:
            sys.stderr.write(f"    {_layout(job)}: page {step.group(1)}\n")

    if job.bound:
        yield from zip(
            unit.waiting, binding.bound_on(job.html, unit.shelf, [one.job.on for one in unit.waiting]), strict=True
        )
        return
    if not unit.runs:
        printed = pdf.make_pdf(job.html, job.style, say=say)
        backwards = 'dir="rtl"' in job.html[:200]
        for one in unit.waiting:
            title = one.job.title
            yield one, folded(printed, title=title, backwards=backwards) if one.job.folded else printed
        return
    wanted = {(one.job.begins, one.job.on): one for one in unit.waiting}
    papers = sorted({one.job.on for one in unit.waiting})
    begun = {one.job.begins for one in unit.waiting}
    parts = [Member(begins=one.begins, title=one.title, wanted=one.begins in begun) for one in unit.runs]
    made = pdf.make_set(job.html, job.style, parts, papers, say=say)
    order = [(begins, paper) for begins in [*(one.begins for one in parts if one.wanted), ""] for paper in papers]
    for key, printed in zip(order, made, strict=True):
        if key in wanted:
            yield wanted[key], printed
