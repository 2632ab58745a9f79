"""One of the sheets that a set is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Member:
    """A run of pages of a set: the id where it begins, its title, and whether it is wanted by itself."""

    begins: str
    title: str
    wanted: bool = True
