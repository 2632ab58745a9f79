"""A site from nothing, with nothing changed and with one story edited: ours, and what other engines take for the same.

All engines run by turns, so that each ratio is of runs beside each other. What is made from nothing is held against
MkDocs by the clock, for ours has two processes where they help, and what both take of the processor stands beside it;
the rest is of the processor's seconds, which depend less on what else the machine does. What keeps nothing between
builds is built from nothing only. The search's index is part of all that ours does; no other but Hugo makes one here.
"""

import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.pages.search_index import FOLDER
from generator.site.pipeline import SITE
from tests.bench.cost import Cost
from tests.bench.ground import EDITED, Ground, clear, generator, write_in
from tests.bench.peers import HUGO, MKDOCS, PEERS, SAID, MissingError, Peer
from tests.bench.table import Claim

COMMAND = ("site", "--no-downloads")
OURS = "ours"
WAYS = ("from nothing", "nothing changed", "one story edited")
MOST_OF_MKDOCS, MOST_UNCHANGED, MOST_EDITED, MOST_OF_HUGO = 1.0, 0.05, 0.10, 1.0
ENDED = "the runs were ended before"
KEEPING = {OURS, *(peer.name for peer in PEERS if peer.again)}
Costs = dict[tuple[str, str], list[Cost]]


def claims(ground: Ground) -> Iterator[Claim]:
    """Give what ours takes beside its limits, then what each engine takes."""
    ours = ground.handbook("builds/ours", ground.stories)
    found: Costs = defaultdict(list)
    absent: dict[str, str] = {}
    roots: dict[str, Path] = {}
    for at in range(ground.runs):
        try:
            one_run(ours, at, roots, found, absent)
        except KeyboardInterrupt:
            break
        print(f"Run {at + 1} of {ground.runs} is done; Ctrl-C tells what there is.", file=sys.stderr)
    yield from limits(f"{ground.stories:,} stories", found, absent)
    yield from told(found, absent)


def one_run(ours: Path, at: int, roots: dict[str, Path], found: Costs, absent: dict[str, str]) -> None:
    """Build with every engine that is there; one that cannot be had, or breaks off, is absent from then on."""
    our_run(ours, f"Zebra{at}", found)
    for peer in PEERS:
        if peer.name in absent:
            continue
        try:
            peer.installed()
            roots[peer.name] = roots.get(peer.name) or laid(ours, peer)
            peer_run(roots[peer.name], peer, f"Zebra{at}", found, thrice=not at)
        except (MissingError, AssertionError) as error:
            absent[peer.name] = " ".join(str(error).split())[-SAID:]
            print(f"{peer.says}: {absent[peer.name]}", file=sys.stderr)


def our_run(root: Path, word: str, found: Costs) -> None:
    """Build from nothing, once more, and with a word in a story, which the page and the search must show."""
    clear(root)
    for way in WAYS:
        if way == WAYS[2]:
            write_in(root, word)
        found[OURS, way].append(generator(root, *COMMAND))
    site = root / SITE
    assert word in (site / "stories" / EDITED / "index.html").read_text(encoding="utf-8"), "the page must show the edit"
    index = (path.read_text(encoding="utf-8").casefold() for path in (site / FOLDER).rglob("*") if path.is_file())
    assert any(word.casefold() in text for text in index), "the search must know the edit"


def peer_run(root: Path, peer: Peer, word: str, found: Costs, *, thrice: bool) -> None:
    """Build a peer's site from nothing; the first time, where it keeps anything, also once more, and with an edit."""
    found[peer.name, WAYS[0]].append(peer.build(root, anew=True))
    if not thrice or not peer.again:
        return
    found[peer.name, WAYS[1]].append(peer.build(root, anew=False))
    peer.write_in(root, word)
    found[peer.name, WAYS[2]].append(peer.build(root, anew=False))
    assert peer.shows(root, word), f"{peer.says} must show the edit"


def laid(ours: Path, peer: Peer) -> Path:
    """Give the peer's project, made of what ours has built."""
    root = ours.with_name(peer.name)
    shutil.copytree(ours, root, ignore=lambda here, _: {SITE, ".cache"} if Path(here) == ours else set())
    peer.lay(root)
    return root


def limits(here: str, found: Costs, absent: dict[str, str]) -> Iterator[Claim]:
    """Give the claims that have limits."""
    whole, again, edit = (found[OURS, way] for way in WAYS)
    mkdocs, hugo = (found[peer.name, WAYS[0]] for peer in (MKDOCS, HUGO))
    why, no_hugo = absent.get(MKDOCS.name, ENDED), absent.get(HUGO.name, ENDED)
    what = f"{here}, from nothing, to MkDocs"
    yield Claim(what=what, runs=ratios(whole, mkdocs), why=why)
    yield Claim(what=f"{what}, by the clock", runs=by_clock(whole, mkdocs), most=MOST_OF_MKDOCS, why=why)
    yield Claim(
        what=f"{here}, nothing changed, to from nothing", runs=ratios(again, whole), most=MOST_UNCHANGED, why=ENDED
    )
    yield Claim(
        what=f"{here}, one story edited, to from nothing", runs=ratios(edit, whole), most=MOST_EDITED, why=ENDED
    )
    what = f"{here}, one story edited, to all with Hugo"
    yield Claim(what=what, runs=ratios(edit, hugo), most=MOST_OF_HUGO, why=no_hugo)
    yield Claim(what=f"{what}, by the clock", runs=by_clock(edit, hugo), most=MOST_OF_HUGO, why=no_hugo)


def ratios(ours: Sequence[Cost], theirs: Sequence[Cost]) -> tuple[float, ...]:
    """Give for each run what ours took of the processor, to theirs."""
    return tuple(one.processor / other.processor for one, other in zip(ours, theirs, strict=False))


def by_clock(ours: Sequence[Cost], theirs: Sequence[Cost]) -> tuple[float, ...]:
    """Give for each run how long ours took, to theirs."""
    return tuple(one.clock / other.clock for one, other in zip(ours, theirs, strict=False))


def told(found: Costs, absent: dict[str, str]) -> Iterator[Claim]:
    """Give what each engine takes, by the processor and by the clock, and the memory; or why it is not there."""
    for name, says in ((OURS, "Ours"), *((peer.name, peer.says) for peer in PEERS)):
        if name in absent or not found[name, WAYS[0]]:
            yield Claim(what=says, why=absent.get(name, ENDED))
            continue
        for way in WAYS:
            runs = found[name, way]
            if not runs:
                why = ENDED if name in KEEPING else "it keeps nothing, so each is a build from nothing"
                yield Claim(what=f"{says}: {way}", why=why)
                continue
            yield Claim(what=f"{says}: {way}", runs=tuple(run.processor for run in runs), unit="s")
            yield Claim(what=f"{says}: {way}, by the clock", runs=tuple(run.clock for run in runs), unit="s")
        yield Claim(what=f"{says}: memory", runs=tuple(run.memory for run in found[name, WAYS[0]]), unit="MB")
