"""The links to entries in a maintainer's Markdown: `[words](kind:slug)`, and nothing that stands in code."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

LINK = re.compile(r"\]\(([a-z]+):([a-z0-9-]+(?:/[a-z0-9-]+)?)\)")
LIKE_ONE = re.compile(
    r"\]\([ \t]*<?(?P<target>[A-Za-z]+:[^\s)>]*)>?[^)\n]*\)|^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?P<defined>[A-Za-z]+:[^\s>]*)",
    re.MULTILINE,
)
CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?^ {0,3}(?P=fence)[`~]*[ \t]*$|.*\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)
ABROAD = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, kw_only=True)
class EssayLink:
    """A link that may lead to an entry: where it is (from 1), its target, and whether it is written as it must be."""

    line: int
    column: int
    target: str
    plain: bool


def essay_links(text: str) -> Iterator[EssayLink]:
    """Give every link that leads to an entry, or means to."""
    bare = CODE.sub(lambda code: re.sub(r"[^\n]", " ", code.group()), text)
    for found in LIKE_ONE.finditer(bare):
        name = "target" if found["target"] else "defined"
        if found[name].partition(":")[0].casefold() in ABROAD:
            continue
        at = found.start(name)
        yield EssayLink(
            line=bare.count("\n", 0, at) + 1,
            column=at - bare.rfind("\n", 0, at),
            target=found[name],
            plain=LINK.fullmatch(found.group()) is not None,
        )


def led(text: str, lead: Callable[[str, str], str]) -> str:
    """Give the Markdown with the address that `lead` gives for each kind and slug; code is left as it is."""
    out, at = [], 0
    for code in CODE.finditer(text):
        out += [LINK.sub(lambda link: f"]({lead(link[1], link[2])})", text[at : code.start()]), code.group()]
        at = code.end()
    return "".join([*out, LINK.sub(lambda link: f"]({lead(link[1], link[2])})", text[at:])])
