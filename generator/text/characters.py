"""The characters a text may hold: UTF-8, and none that hides, reorders or is none at all."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from generator.text.issue import ContentError, Issue

MANY = 20
ZEROS = 3  # every second byte is a zero where Latin letters take two; a third of all may be, at the least


OTHERS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}


JOINERS = "\u200c\u200d"


SUSPECT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
    r"|[\ufffe\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff]"
)

HARMLESS = bytes([*b"\t\n", *range(0x20, 0x7F)])  # the characters that one byte is, but for those of `SUSPECT`


def decode(raw: bytes, file: str) -> str:
    """Give the bytes as text (UTF-8, a byte-order mark and CRLF are fine). Raises ContentError naming the place."""
    if wide := _wide(raw):
        said = f'the file must be UTF-8, found {wide}; save the file as "UTF-8"'
        raise ContentError([Issue(file=file, message=said, code="encoding")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", errors="replace")
        cause = next((f"{name}, which begins with " for sign, name in OTHERS.items() if raw.startswith(sign)), "")
        found = f'found {cause}the byte 0x{raw[error.start]:02X}; save the file as "UTF-8"'
        raise ContentError(
            [
                Issue(
                    file=file,
                    line=before.count("\n") + 1,
                    column=len(before) - before.rfind("\n"),
                    message=f"the file must be UTF-8, {found}",
                    code="encoding",
                )
            ]
        ) from None
    return text.replace("\r\n", "\n")


def legible(raw: bytes) -> str:
    """Give the bytes as text for somebody to look at, in whatever encoding they are."""
    wide = _wide(raw)
    if not wide:
        return raw.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    order = "" if raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) else "-le" if raw[1:2] == b"\0" else "-be"
    return raw.decode(f"{wide[:6]}{order}", errors="replace").replace("\r\n", "\n")


def _wide(raw: bytes) -> str:
    """Give the name of the encoding with two bytes a letter that the bytes are in, by its mark or by its zeros."""
    head = raw[:400]
    if head.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    zeros = [head[at::2].count(0) * ZEROS > len(head) for at in (0, 1)]
    return "UTF-16 without its mark" if any(zeros) and not all(zeros) else ""


def is_hostile(text: str) -> bool:
    """Whether a character stands in the text that could hide or reorder it, or is none at all; joiners count."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, HARMLESS)  # of most texts, little or nothing is left
    return bool(rest) and SUSPECT.search(rest.decode("utf-8", "surrogatepass")) is not None


def hostile(text: str) -> Iterator[tuple[int, str]]:
    """Give index and code point of each character that could hide or reorder text, or is none at all.

    Zero-width joiners pass where a script or an emoji needs them: between two characters that are neither ASCII nor
    a space.
    """
    if not is_hostile(text):
        return
    for match in SUSPECT.finditer(text):
        at, char = match.start(), match.group()
        if char in JOINERS and _joins(text, at):
            continue
        yield (
            at,
            f"U+{ord(char):04X}" + (f" ({name.lower()})" if (name := unicodedata.name(char, "")) else ""),
        )


def _joins(text: str, at: int) -> bool:
    around = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return len(around) == len(JOINERS) and all(not c.isascii() and unicodedata.category(c)[0] in "LMS" for c in around)


def forbidden_characters(text: str, file: str) -> Iterator[Issue]:
    """Give an issue for each of the first characters that no text may hold."""
    for index, found in islice(hostile(text), MANY):
        line = text.count("\n", 0, index) + 1
        column = index - text.rfind("\n", 0, index)
        yield refused(file, line, column, found)


def refused(file: str, line: int, column: int, found: str) -> Issue:
    """Give the issue of a character that was found there."""
    message = f"a text must hold visible characters only, found {found}; delete it or type the visible character"
    return Issue(file=file, line=line, column=column, message=message, code="character")
