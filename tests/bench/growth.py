"""How a build grows with the number of stories: time, bytes and memory, and what the heaviest page weighs."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.site.pipeline import SITE
from tests.bench.builds import COMMAND
from tests.bench.cost import Cost
from tests.bench.ground import Ground, clear, generator
from tests.bench.table import Claim
from tests.site.test_weight import loaded, weight

MOST_GROWTH = 1.15  # of a story's share, from the fewest stories to the most
MOST_MEMORY = 2_000  # megabytes
MOST_HEAVIER = 1.5
HEAVIEST = 20  # pages, by their own bytes, of which the heaviest with all its files is sought
SMALL = 1_000  # stories of the smallest handbook that says how it grows


@dataclass(frozen=True, kw_only=True)
class Grown:
    """A handbook of some size, built from nothing so many times: the costs, all bytes, its heaviest page's."""

    stories: int
    costs: tuple[Cost, ...]
    written: int
    heaviest: int


def claims(ground: Ground) -> Iterator[Claim]:
    """Give each larger handbook beside the smallest: a story's share of the time and the bytes, memory, the weight."""
    few = grown(ground, ground.stories, ground.runs)
    yield from told(few)
    for stories in ground.larger:
        many = grown(ground, stories, 1)  # it takes so long that what else the machine does evens out
        yield from limits(few, many)
        yield from told(many)


def grown(ground: Ground, stories: int, runs: int) -> Grown:
    """Build a handbook of this size from nothing, so many times."""
    root = ground.handbook(f"growth/{stories}", stories)
    costs = []
    for _ in range(runs):
        clear(root)
        costs.append(generator(root, *COMMAND))
    site = root / SITE
    written = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    return Grown(stories=stories, costs=tuple(costs), written=written, heaviest=heaviest(site))


def heaviest(site: Path) -> int:
    """Give the bytes, with gzip, of the page that weighs most with all that it loads."""
    largest = sorted(site.rglob("*.html"), key=lambda path: path.stat().st_size)[-HEAVIEST:]
    return max(sum(map(weight, loaded(site, page))) for page in largest)


def limits(few: Grown, many: Grown) -> Iterator[Claim]:
    """Give the claims of the larger."""
    here, times = f"{many.stories:,} stories to {few.stories:,}", many.stories / few.stories
    middle = sorted(cost.processor for cost in few.costs)[len(few.costs) // 2]
    time = tuple(cost.processor / middle / times for cost in many.costs)
    yield Claim(what=f"{here}, time a story", runs=time, most=MOST_GROWTH)
    yield Claim(what=f"{here}, bytes a story", runs=(many.written / few.written / times,), most=MOST_GROWTH)
    memory = tuple(cost.memory for cost in many.costs)
    yield Claim(what=f"{many.stories:,} stories, memory", runs=memory, unit="MB", most=MOST_MEMORY)
    yield Claim(what=f"{here}, the heaviest page", runs=(many.heaviest / few.heaviest,), most=MOST_HEAVIER)


def told(found: Grown) -> Iterator[Claim]:
    """Give what the handbook takes."""
    here = f"{found.stories:,} stories"
    yield Claim(what=f"{here}, from nothing", runs=tuple(cost.processor for cost in found.costs), unit="s")
    yield Claim(what=f"{here}, from nothing, by the clock", runs=tuple(cost.clock for cost in found.costs), unit="s")
    yield Claim(what=f"{here}, memory", runs=tuple(cost.memory for cost in found.costs), unit="MB")
    yield Claim(what=f"{here}, the site", runs=(found.written / 1e6,), unit="MB")
    yield Claim(what=f"{here}, the heaviest page with all it loads", runs=(found.heaviest / 1e3,), unit="kB")
