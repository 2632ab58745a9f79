"""Which names a style sheet may find in a site: those that its pages hold, and every one that its scripts could write.

A name that is here may be on no page; one that is not here is on none, and no script of the site puts it there.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property
from sys import intern

ELEMENT = re.compile(r"[a-z][\w-]*", re.IGNORECASE)
ATTRIBUTE = re.compile(r"""([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=]+))""", re.IGNORECASE)
SCRIPT = re.compile(r"<[sS][cC][rR][iI][pP][tT][^>]*>(.*?)</(?i:script)>", re.DOTALL)
COMPARED = re.compile(r"""[!=]==?\s*(?:"[\w-]*"|'[\w-]*')""")  # a text that is asked for, not written
SAID = re.compile(r"""(?<=["'`\s}=<>])[\w-]+""")  # in a script: where a text begins, or a word or tag within one
WORD = re.compile(r"[\w-]+")
IMPLIED = ("html", "head", "body", "tbody", "colgroup")  # a browser puts them where nobody wrote them
BY_HAND = ("open",)  # a reader puts it there
BEGUN, WRITTEN = "<", "!"  # how the mark of an element begins, and that of a script; no name does
JOINS = ("-", "_")  # a word that begins or ends so may be a part of a name that a script puts together


@dataclass(kw_only=True)
class Names:
    """The names of a site: elements, attributes with their values, and the words of its scripts."""

    elements: set[str] = field(default_factory=lambda: set(IMPLIED))
    attributes: set[str] = field(default_factory=lambda: set(BY_HAND))
    values: dict[str, set[str]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """Give what a name begins with that a script puts together."""
        return tuple(sorted(word for word in self.words if word.endswith(JOINS) and word.strip("-_")))

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """Give what a name ends with that a script puts together."""
        return tuple(sorted(word for word in self.words if word.startswith(JOINS) and word.strip("-_")))

    def written(self, name: str) -> bool:
        """Whether a script could write this name: whole, or put together of its beginning or its end."""
        return name in self.words or name.startswith(self.beginnings) or name.endswith(self.endings)

    def element(self, name: str) -> bool:
        """Whether there may be an element of this name."""
        return name.lower() in self.elements or self.written(name)

    def attribute(self, name: str) -> bool:
        """Whether an element may have this attribute."""
        return name.lower() in self.attributes or self.written(name)

    def valued(self, name: str, value: str) -> bool:
        """Whether this attribute may have this value, or have it among several where it is a list of names."""
        return value in self.values.get(name, ()) or all(map(self.written, WORD.findall(value)))


def marks_of(page: str) -> frozenset[str]:
    """Give what a page holds, as HTML: its elements, attributes, their values, and the scripts that stand in it."""
    tags = {part[part.find("<") + 1 :] for part in set(page.split(">"))}
    scripts = (f"{WRITTEN}{script}" for script in SCRIPT.findall(page))
    return frozenset(scripts).union(*map(_marks, tags))


def names_of(marks: Iterable[str], words: Iterable[str] = ()) -> Names:
    """Give the names in pages with these marks, and these words of the site's scripts."""
    names, written = Names(words={*words}), set[str]()
    for mark in marks:
        name, valued, value = mark.partition("=")
        if mark[0] == BEGUN:
            names.elements.add(mark[1:])
        elif mark[0] == WRITTEN:
            written.add(mark[1:])
        elif valued:
            names.values.setdefault(name, set()).update((value, *value.split()))
        else:
            names.attributes.add(name)
    names.words |= words_of(written)
    return names


def words_of(scripts: Iterable[str]) -> set[str]:
    """Give every word that these scripts could write."""
    return {word for script in scripts for word in SAID.findall(COMPARED.sub("", script))}


@cache
def _marks(tag: str) -> frozenset[str]:
    """Give the marks of one tag as it stands between its brackets; of a piece of one, what can be read."""
    found = ELEMENT.match(tag)
    valued = (f"{name.lower()}={html.unescape(''.join(values))}" for name, *values in ATTRIBUTE.findall(tag))
    marks = (*([f"{BEGUN}{found[0].lower()}"] if found else []), *valued, *map(str.lower, WORD.findall(tag)))
    return frozenset(map(intern, marks))  # one of each, for most pages hold the same
