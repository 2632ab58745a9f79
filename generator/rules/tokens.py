"""Words and sentences of any language, found by the signs that the guide names; the browser finds the same.

Where blanks part the words, a word is letters, digits and what joins them. Of a script without blanks it is as many
characters as one word has on average, or each character by itself in a language that is counted so.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from string import ascii_letters
from typing import Any

JOINERS = "'\u2019-"
GAP = " \u2026 "  # what stands in a list between words that others may part
GAP_WORDS = 8
RECENT = 256  # texts whose words are remembered
DIGIT = re.compile(r"\d")
LATIN = ascii_letters.encode()
STOPS, WIDE_STOPS = ".!?\u061f\u06d4\u0964", "\u3002\uff01\uff1f\uff61"


@cache
def _marks() -> str:
    """Give the marks that stand on letters (the categories M), as the inside of a character class."""
    points = (n for n in (*range(0x300, 0x20000), *range(0xE0100, 0xE01F0)) if unicodedata.category(chr(n))[0] == "M")
    runs: list[list[int]] = []
    for point in points:
        if runs and point == runs[-1][1] + 1:
            runs[-1][1] = point
        else:
            runs.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in runs)


class Tokens:
    """How one guide finds words and sentences."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        signs = data.get("joiners", JOINERS)
        self._joins, joiners = "".join(filter(str.isascii, signs)), f"[{_class(signs)}]"
        one_each = data.get("count") == "characters"
        unspaced = [(each["letters"], 1 if one_each else each["together"]) for each in data["unspaced"]]
        others = "".join(letters for letters, _ in unspaced)
        run = rf"(?![{others}])[\p{{L}}\p{{N}}](?:(?![{others}])[\p{{L}}\p{{N}}\p{{M}}])*"
        single = "".join(rf"|(?:[{letters}]\p{{M}}*){{1,{most}}}" for letters, most in unspaced)
        self.pattern = f"{run}(?:{joiners}{run})*{single}"  # as the browser reads it
        self._joiners, self._unspaced = joiners, unspaced
        self._plain: set[str] = set()  # characters met that are neither odd nor marks
        speech = data["speech"]
        opens, closes = (f"{speech[side]}{speech['within'][at]}" for at, side in enumerate(("opens", "closes")))
        self.quotes = f"\"'{opens}{closes}"
        self.double = f'"{speech["opens"]}'
        self._others, self._opens, self._closes, self._alphabet = others, opens, closes, data["alphabet"]
        self.words = lru_cache(RECENT)(self._words)  # many rules ask for the words of the same text, one after another
        self.low = lru_cache(RECENT)(self._low)
        self.sentences = lru_cache(RECENT)(self._sentences)

    @cached_property
    def _blanks(self) -> bytes:
        """Each sign of ASCII, or a blank for one that is in no word."""
        return bytes(at if chr(at).isalnum() or chr(at) in self._joins else ord(" ") for at in range(256))

    @cached_property
    def _loose(self) -> Sequence[str]:
        """Joiners that join nothing: beside a blank, or beside each other."""
        return [f"{one}{other}" for one in f" {self._joins}" for other in f" {self._joins}" if f"{one}{other}" != "  "]

    @cached_property
    def _plain_word(self) -> re.Pattern[str]:
        return re.compile(rf"\w+(?:{self._joiners}\w+)*")

    @cached_property
    def _odd(self) -> re.Pattern[str]:
        return re.compile(f"[_{self._others}]")

    @cached_property
    def end(self) -> re.Pattern[str]:
        """What ends a sentence, and the blanks behind it."""
        closing = f"[\"'{self._closes})]*"
        opening = f"[\"'{self._opens}(]*"
        return re.compile(
            rf"[{STOPS}]{closing}(?P<gap>\s+)(?={opening}(?P<next>\S))|[{WIDE_STOPS}]{closing}(?P<wide>\s*)(?=\S)"
        )

    @cached_property
    def _has_latin(self) -> bool:
        return all(map(self.letters.fullmatch, LATIN.decode()))

    @cached_property
    def letters(self) -> re.Pattern[str]:
        """Runs of the language's letters."""
        return re.compile(f"[{self._alphabet}]+")

    def _words(self, text: str) -> Sequence[str]:
        """Give the words of a plain text."""
        if text.isascii() and "_" not in text:
            parted = f" {text.encode().translate(self._blanks).decode()} "
            for loose in self._loose:
                if loose in parted:
                    break
            else:
                return parted.split()  # several times faster than the pattern, which finds the same
        return self._pattern(text).findall(text)

    def _low(self, text: str) -> Sequence[str]:
        """Give the words, whatever their case and their apostrophes."""
        if text.isascii():
            return self._words(text.lower())
        return " ".join(self.words(text)).casefold().replace("\u2019", "'").split()

    def _pattern(self, text: str) -> re.Pattern[str]:
        """Give what finds the words of this text; almost none has marks on letters, which are slow to look for."""
        if text.isascii():
            return self._any_word if "_" in text else self._plain_word
        unknown = {*text} - self._plain
        if unknown:
            self._plain |= {c for c in unknown if not self._odd.match(c) and unicodedata.category(c)[0] != "M"}
        return self._any_word if unknown - self._plain else self._plain_word

    @cached_property
    def _any_word(self) -> re.Pattern[str]:
        others, marks = "".join(letters for letters, _ in self._unspaced), _marks()
        run = rf"[^\W_{others}]+(?:[{marks}]+[^\W_{others}]*)*"
        single = "".join(rf"|(?:[{letters}][{marks}]*){{1,{most}}}" for letters, most in self._unspaced)
        return re.compile(f"{run}(?:{self._joiners}{run})*{single}")

    def _sentences(self, text: str) -> Sequence[str]:
        """Give the sentences of a plain text: each ends where a blank and no small letter follow its full stop."""
        found, at = [], 0
        for end in self.end.finditer(text):
            if (following := end["next"]) is None or not following.islower():
                found.append(text[at : end.end() - len(end["gap"] or end["wide"] or "")])
                at = end.end()
        return [one for one in [*found, text[at:]] if one.strip()]

    def is_foreign(self, text: str) -> bool:
        """Whether most letters of the text are none of the language's."""
        if self._has_latin and 2 * len(text.encode(errors="replace").translate(None, LATIN)) <= len(text):
            return False  # half of them are letters from a to z, which need not be found one by one
        known = sum(map(len, self.letters.findall(text)))
        return 2 * known < len(text) and 2 * known < sum(map(str.isalpha, text))

    def has_quotation(self, text: str) -> bool:
        """Whether a double quotation mark stands in the text, and not within a word."""
        for sign in self.double:
            if sign in text:
                break
        else:
            return False
        rest = self._pattern(text).sub("", text)
        return any(sign in rest for sign in self.double)


def _class(signs: str) -> str:
    """Give the signs as the inside of a character class."""
    return "".join(f"\\{sign}" if sign in "\\]^-" else sign for sign in signs)


class Wanted:
    """A list of words to look for: "so", an ending as "-kräfte", a phrase, or one that others may part ("um … zu")."""

    def __init__(self, entries: Iterable[str], tokens: Tokens) -> None:
        entries = list(entries)
        self.endings = tuple("".join(tokens.low(entry[1:])) for entry in entries if entry.startswith("-"))
        said = [[" ".join(tokens.low(piece)) for piece in entry.split(GAP)] for entry in entries if entry[:1] != "-"]
        self.phrases = [f" {pieces[0]} " for pieces in said if len(pieces) == 1]
        self.single = frozenset(phrase.strip() for phrase in self.phrases)
        parted = [rf"(?: \S+){{0,{GAP_WORDS}}} ".join(map(re.escape, pieces)) for pieces in said if len(pieces) > 1]
        self.parted = re.compile("|".join(f"(?: {one} )" for one in parted)) if parted else None

    def has(self, word: str) -> bool:
        """Whether the word (in lower case) is in the list, or ends as one that may."""
        return word in self.single or (bool(self.endings) and word.endswith(self.endings))

    def misses(self, words: Iterable[str]) -> bool:
        """Whether none of the words can be in the list; where words may end so, that is not known at once."""
        return not self.endings and self.single.isdisjoint(words)

    def count(self, words: Iterable[str]) -> int:
        """Give how many of the words are in the list, or end as one that may."""
        return sum(map(self.has if self.endings else self.single.__contains__, words))

    def among(self, word: str) -> bool:
        """Whether the word or one of its pieces is in the list."""
        return self.has(word) or ("-" in word and any(map(self.has, word.split("-"))))

    def within(self, low: Sequence[str]) -> bool:
        """Whether one of the list stands among these words."""
        said = f" {' '.join(low)} "
        return any(phrase in said for phrase in self.phrases) or bool(self.parted and self.parted.search(said))


def has_digit(word: str) -> bool:
    """Whether a digit of any script stands in the word."""
    return DIGIT.search(word) is not None
