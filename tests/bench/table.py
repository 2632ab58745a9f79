"""The table of `make bench`: what was measured, how often, its limit, and whether that is kept."""

import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

OK, OVER, TOLD = "ok", "OVER", ""
BEGIN, END = "<!-- {name}, written by the bench -->", "<!-- end of {name} -->"
HEAD = ("what", "median", "lowest to highest", "limit", "")


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What one figure is of, the figure of each run, and its limit; without a limit it is told, and no more.

    One that could not be measured says `why`; where it has a limit, that counts as a breach.
    """

    what: str
    runs: tuple[float, ...] = ()
    unit: str = ""
    most: float | None = None
    least: float | None = None
    why: str = ""

    @property
    def figure(self) -> float:
        """Give the run in the middle."""
        return median(self.runs)

    @property
    def limited(self) -> bool:
        """Whether there is a limit to it."""
        return self.most is not None or self.least is not None

    @property
    def kept(self) -> bool:
        """Whether it is within its limit."""
        if not self.limited or not self.runs:
            return not self.limited
        above = self.most is not None and self.figure > self.most
        return not above and (self.least is None or self.figure >= self.least)

    @property
    def limit(self) -> str:
        """Give its limit in words."""
        said = [
            f"{how} {shown(limit)}"
            for how, limit in (("at most", self.most), ("at least", self.least))
            if limit is not None
        ]
        return ", ".join(said)

    @property
    def cells(self) -> tuple[str, ...]:
        """Give its cells, in the order of the head."""
        verdict = (OK if self.kept else OVER) if self.limited else TOLD
        if not self.runs:
            return self.what, f"not measured: {self.why}" if self.why or self.limited else "", "", self.limit, verdict
        spread = f"{shown(min(self.runs))} to {shown(max(self.runs))} of {len(self.runs)}" if self.runs[1:] else "once"
        return self.what, f"{shown(self.figure)} {self.unit}".strip(), spread, self.limit, verdict


def shown(figure: float) -> str:
    """Give a figure as it is read: three digits, whole from a hundred."""
    return f"{figure:,.0f}" if abs(figure) >= 100 or figure == int(figure) else f"{figure:.3g}"


def head(words: str) -> str:
    """Give the line above a table: what was asked for, and the machine, with what it had to do already."""
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{words}; {now}, {os.cpu_count()} cores, Python {platform.python_version()}{load} at the start"


def line(claim: Claim) -> str:
    """Give a claim as a line of a terminal."""
    what, figure, spread, limit, verdict = claim.cells
    return f"{what:<72} {figure:>10}  {spread:<22} {limit:<14} {verdict}".rstrip()


def markdown(above: str, claims: Iterable[Claim]) -> str:
    """Give the table as Markdown, under its head."""
    rows = [HEAD, ("---", *("---:",) * 3, "---"), *(claim.cells for claim in claims)]
    return "\n".join([f"{above}.", "", *(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in rows)])


def write(page: Path, name: str, text: str) -> None:
    """Put the table of this name into the page, in the place of the one before or at the end."""
    begin, end = (mark.format(name=name) for mark in (BEGIN, END))
    before, found, after = page.read_text(encoding="utf-8").partition(begin)
    rest = after.partition(end)[2] if found else "\n"
    before = before if found else f"{before.rstrip()}\n\n## {name.capitalize()}\n\n"
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{rest}", encoding="utf-8")


def breached(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Give those that are not kept."""
    return (claim for claim in claims if not claim.kept)
