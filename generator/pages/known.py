"""Pages that are known from before: by what was read for a page, it need not be made again."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import ParamSpec

from generator.content.reads import Reads, reading
from generator.pages.page import PageSpec

P = ParamSpec("P")
TextOf = Callable[[PageSpec, PageSpec | None, PageSpec | None, Callable[[], str]], str]
Known = Callable[[Reads], TextOf]  # by what all pages were read for: a page between two, or what makes it


def anew(_shared: Reads) -> TextOf:
    """Know nothing of earlier pages."""
    return lambda _spec, _before, _after, make: make()


def alone(make: Callable[P, PageSpec]) -> Callable[P, PageSpec]:
    """Have a function that gives a page, of what it is given alone, say with the page what it has read."""

    @wraps(make)
    def made(*given: P.args, **named: P.kwargs) -> PageSpec:
        with reading() as reads:
            spec = make(*given, **named)
        return replace(spec, reads=reads)

    return made
