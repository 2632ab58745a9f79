"""Names of files and addresses from any title: Latin letters, digits and single hyphens, with no letter dropped.

Marks fall (ü is u), and letters of other alphabets are written in Latin as `letters.json` has it, which the browser
reads, too. A letter that stands nowhere there cannot be guessed: somebody has to name the slug.
"""

import json
import re
import unicodedata
from pathlib import Path

LETTERS: dict[str, str] = json.loads(Path(__file__).with_name("letters.json").read_text(encoding="utf-8"))
JOINED = re.compile("['\u2019\u02bc]")


def hyphened(text: str) -> str:
    """Give the text as a slug: lower-case letters, digits and single hyphens; empty where it has none of them."""
    return re.sub(r"[^a-z0-9]+", "-", latin(text)).strip("-")


def latin(text: str) -> str:
    """Give the text in lower case, its letters in Latin as far as they are known."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if unicodedata.category(sign) != "Mn")
    return "".join(LETTERS.get(sign, sign) for sign in JOINED.sub("", bare))


def unwritten(text: str) -> str:
    """Give the letters of the text that no slug can hold, each once; none where all of it can be written."""
    return "".join(dict.fromkeys(sign for sign in latin(text) if sign.isalpha() and not sign.isascii()))


def slug_of(title: str, longest: int) -> str:
    """Give a slug made from the title, cut between words; empty where a letter of it cannot be written in Latin."""
    words = "" if unwritten(title) else hyphened(title)
    return words if len(words) <= longest else words[: longest + 1].rpartition("-")[0] or words[:longest]
