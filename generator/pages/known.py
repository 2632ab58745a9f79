"""Pages that are known from before: by what was read for a page, it need not be made again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import wraps
from typing import Any, ParamSpec

from generator.content.reads import Reads, reading, worked_out
from generator.pages.page import PageSpec

P = ParamSpec("P")
Wanted = tuple[PageSpec, PageSpec | None, PageSpec | None, Callable[[], bytes]]  # a page between two, what makes it
Texts = Callable[[Sequence[Wanted]], Sequence[bytes]]
Known = Callable[[Reads], Texts]  # by what all pages were read for


def anew(_shared: Reads) -> Texts:
    """Know nothing of earlier pages."""
    return lambda wanted: [make() for *_, make in wanted]


class Later(Mapping[str, Any]):
    """What the template of an entry prints, worked out when somebody asks: of a page that is taken, nobody does."""

    def __init__(self, slug: str, make: Callable[[], Mapping[str, Any]]) -> None:
        self.slug, self._make = slug, make

    @worked_out
    def _values(self) -> Mapping[str, Any]:
        return self._make()

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - what the template prints
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def alone(make: Callable[P, PageSpec]) -> Callable[P, PageSpec]:
    """Have a function that gives a page, of what it is given alone, say with the page what it has read."""

    @wraps(make)
    def made(*given: P.args, **named: P.kwargs) -> PageSpec:
        with reading() as reads:
            spec = make(*given, **named)
        return replace(spec, reads=reads)

    return made
