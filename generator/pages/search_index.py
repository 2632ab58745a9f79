"""The index of the search: small scripts, of which a search loads the few that its words stand in.

`search/start.js` says which there are. A script of words gives, for each word, the names it is in and the entries that
use it; a script of spelling gives words alone, for a mistyped one to be compared with; a script of entries gives what
a result shows. Scripts, because a page opened from a disk may load nothing else; named after what they hold, so that
nothing old is mixed with what is new. Whatever the size of the handbook, a word lists no more than the best of its
entries, and a script stays as light.
"""

import hashlib
import json
from base64 import b32encode
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from generator.content.content import Content
from generator.content.generated_pages import COMPUTED, title_of
from generator.model import ENTRY_KINDS
from generator.pages.search_merged import Carry, Postings, made_alone
from generator.pages.search_postings import Recall, made_now, postings
from generator.pages.search_records import SearchRecord, search_records
from generator.pages.search_texts import PARTS
from generator.pages.search_words import FAINT, SILENT
from generator.text.language import _
from generator.text.typography import typeset

FOLDER = "search"
START = f"{FOLDER}/start.js"
ENTRIES = 8  # in one script
HEAVY = 9_000  # characters of one script of words, unless a single word has more
PRINT = 4  # letters: of a million scripts that were changed, one keeps its name
SPELLED = 8_000  # words that a mistyped one is compared with: those of names, then those used most


def search_files(content: Content, recall: Recall = made_now, carry: Carry = made_alone) -> dict[str, str]:
    """Give path and text of every script of the index.

    What was made of the same records before, `recall` may give, and `carry` what was made of all the last time.
    """
    records = search_records(content)
    order = sorted(range(len(records)), key=lambda at: (-records[at].times, records[at].kind))
    return index_files([records[at] for at in order], content, recall, carry)


def index_files(
    records: Sequence[SearchRecord], content: Content, recall: Recall = made_now, carry: Carry = made_alone
) -> dict[str, str]:
    """Give the scripts for these records, the likeliest first."""
    found = postings(records, recall, carry)
    parted, spelled = list(_parted(found)), list(_spelled(found))
    shown = [[_shown(record) for record in records[at : at + ENTRIES]] for at in range(0, len(records), ENTRIES)]
    files: dict[str, str] = {}
    indexes = [*(kind.folder for kind in ENTRY_KINDS if kind.index), *(["glossary"] if content.glossary else [])]
    start = {
        "parts": [[_(name), weight] for name, weight in PARTS],
        "silent": " ".join(sorted(SILENT)),
        "faint": " ".join(sorted(FAINT)),
        "kinds": [[kind, times, len(list(those)), _(kind)] for (kind, times), those in groupby(records, _kind)],
        "starts": " ".join(begin for begin, _ in parted),
        "words": _put(files, "w", (part for _, part in parted)),
        "each": ENTRIES,
        "entries": _put(files, "e", shown),
        "letters": " ".join(those[0][0] for those in spelled),
        "spelling": _put(files, "s", (" ".join(those) for those in spelled)),
        "indexes": [[title_of(content, name), COMPUTED[name].path] for name in indexes],
    }
    files[START] = _script("start", _json(start))
    return files


def _parted(found: Postings) -> Iterator[tuple[str, dict[str, tuple[list[int], list[int]]]]]:
    """Give the words in scripts of about equal weight, each with the letters it begins at.

    Words that begin alike stay together, so that the forms of a word are in one script.
    """
    part: dict[str, tuple[list[int], list[int]]] = {}
    weight, begins = 0, ""
    for letters, those in _groups(list(found), found, 3):
        heavy = sum(_weight(word, found) for word in those)
        if part and weight + heavy > HEAVY:
            yield begins, part
            part, weight, begins = {}, 0, letters
        part |= {word: found[word] for word in those}
        weight += heavy
    if part:
        yield begins, part


def _groups(those: Sequence[str], found: Postings, letters: int) -> Iterator[tuple[str, list[str]]]:
    for begin, group in groupby(those, key=lambda word: word[:letters]):
        members = list(group)
        if len(begin) == letters and len(members) > 1 and sum(_weight(word, found) for word in members) > HEAVY:
            yield from _groups(members, found, letters + 1)
        else:
            yield begin, members


def _spelled(found: Postings) -> Iterator[list[str]]:
    """Give the words that a mistyped one is compared with; those that begin with the same letter stay together."""
    written = (word for word in found if not word.isdigit() and (found[word][1] or not all(_joined(found[word][0]))))
    likeliest = sorted(written, key=lambda word: (not found[word][0], -len(found[word][1]), word))[:SPELLED]
    part: list[str] = []
    for _letter, group in groupby(sorted(likeliest), key=lambda word: word[0]):
        those = list(group)
        if part and sum(map(len, part)) + sum(map(len, those)) > HEAVY:
            yield part
            part = []
        part += those
    if part:
        yield part


def _joined(names: Sequence[int]) -> Iterator[int]:
    return (name % 2 for name in names[1::2])


def _weight(word: str, found: Postings) -> int:
    names, using = found[word]
    return len(word) + 8 + 3 * len(names) + 3 * len(using)


def _kind(record: SearchRecord) -> tuple[str, int]:
    return record.kind, record.times


def _shown(record: SearchRecord) -> list[Any]:
    return [typeset(record.title), record.path, typeset(record.summary), *map(typeset, record.names)]


def _put(files: dict[str, str], kind: str, scripts: Iterable[object]) -> str:
    """Add the scripts of a kind, each named by its number and a print of what it holds, and give their prints."""
    prints = []
    for at, data in enumerate(scripts):
        text = _json(data)
        prints.append(b32encode(hashlib.sha256(text.encode()).digest()).decode().lower()[:PRINT])
        name = f"{kind}{at}-{prints[-1]}"
        files[f"{FOLDER}/{name}.js"] = _script(name, text)
    return "".join(prints)


def _script(name: str, text: str) -> str:
    return f'(globalThis.handbookSearch??={{}})["{name}"]={text};\n'


def _json(data: object) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
