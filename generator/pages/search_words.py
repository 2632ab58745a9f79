"""Words as the search compares them: small letters, no accents, what a hyphen parts also joined, none that say nothing.

`templates/scripts/search/words.js` does the same to what a reader types; a test holds both to it.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

LONGEST = 40
APOSTROPHES = re.compile("['\u2019\u02bc]")
ONE_ON_ONE = re.compile(r"\b(?:1|one)\s*(?::|x|[- ]?(?:on|to|2)[- ]?|-)\s*(?:1s?|ones?)\b")
JOINED = re.compile(r"[^\W_]+(?:[-\u2010\u2011/][^\W_]+)+")
JOINING = re.compile(r"[-\u2010\u2011/]")
PART = re.compile(r"[^\W_]+")
ASCII_PARTS = bytes(at if chr(at).isalnum() and at < 128 else ord(" ") for at in range(256))  # noqa: PLR2004

SILENT = frozenset(  # they are in every sentence, so nobody finds anything by them
    """a an the of to in on at for and or but so is are was were be been being am do does did doing you your yours i me
    my mine we our it its this that these those with as by from have has had how what when who whom which there here if
    then than will would can could should shall may might must not no into about them they their he she his her him s t
    d ll re ve im youre dont didnt whats ive""".split()  # noqa: SIM905 - read as words
)
FAINT = frozenset(  # they are how a question is asked, not what it is about; alone they are looked for like any other
    """tell time times describe example examples give share talk walk through someone somebody something some any
    anything ever most last one first just only really very still yet more other another person people thing things
    situation moment get got getting make made go going want need say said take took keep like know use used way let
    interviewer interviewers interview question questions answer job work company deal dealing handle handling manage
    managing cope""".split()  # noqa: SIM905 - read as words
)


def folded(text: str) -> str:
    """Give the text in small letters without accents and apostrophes, each way to write "1:1" as one word."""
    flat = text.casefold()
    if not flat.isascii():
        apart = unicodedata.normalize("NFKD", APOSTROPHES.sub("", flat))
        flat = "".join(char for char in apart if unicodedata.category(char) != "Mn")
    return ONE_ON_ONE.sub("1on1", flat.replace("'", ""))


def words(text: str) -> set[str]:
    """Give the words that say something; of what a hyphen joins the parts and the whole as one word."""
    flat = folded(text)
    ascii_ = flat.isascii()  # then bytes are faster than the pattern
    found = set(flat.encode().translate(ASCII_PARTS).decode().split() if ascii_ else PART.findall(flat))
    if "-" in flat or "/" in flat or not ascii_:
        found.update(JOINING.sub("", joined) for joined in JOINED.findall(flat))
    found -= SILENT
    return found if max(map(len, found), default=0) <= LONGEST else {word[:LONGEST] for word in found}


def parts(text: str) -> list[str]:
    """Give every word in turn, what a hyphen joins as several."""
    return [part[:LONGEST] for part in PART.findall(folded(text))]


def name_words(name: str) -> Iterator[tuple[str, bool]]:
    """Give each word of a name, then each two neighbours as one word, marked: "lay offs" is found by "layoffs"."""
    found = parts(name)
    yield from ((word, False) for word in dict.fromkeys(found) if word not in SILENT)
    yield from ((one + other, True) for one, other in pairwise(found) if len(one + other) <= LONGEST)


def heft(word: str) -> int:
    """Give how much a word weighs in a name."""
    return 1 if word in FAINT else 4
