"""What a page weighs that is read: the heaviest of each kind of this handbook, with all that it loads, with gzip."""

from collections.abc import Iterator

from generator.site.publish import build_site
from tests.bench.ground import Ground
from tests.bench.table import Claim
from tests.site.test_weight import MOST, loaded, weight

MOST_READ = 90  # kilobytes
INDEX = "questions/index.html"  # one long page to look things up in, with a budget of its own


def claims(ground: Ground) -> Iterator[Claim]:
    """Give a claim for each kind of page."""
    site = build_site(ground.handbook("real", 0)).folder
    for kind, budget in MOST.items():
        heaviest = max(sum(map(weight, loaded(site, page))) for page in site.glob(kind))
        most = budget / 1e3 if kind == INDEX else MOST_READ
        yield Claim(
            what=f"/{kind.removesuffix('index.html')}, the heaviest", runs=(heaviest / 1e3,), unit="kB", most=most
        )
