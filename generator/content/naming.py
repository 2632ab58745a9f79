"""Names as people type them: a slug, a title in any case, or something near one."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from rapidfuzz import fuzz, process

from generator.content.content import Content
from generator.text.issue import shown

MOST_NEAR = 3
LONGEST = 200
NEAR = 55  # per cent of the letters
SLIP = 85  # of them, and somebody mistyped a name
LEAST_SHARED = 0.3  # of what the known words typed weigh
BEGINNING = 5  # letters
NONE: Mapping[str, Sequence[str]] = {}


class NoSuchNameError(Exception):
    """Raised where nothing has the name; the message says what must be (`says`) and what is near (`near`)."""

    def __init__(self, says: str, near: Sequence[str] = ()) -> None:
        self.says, self.near = says, tuple(near)
        super().__init__(f"{says}; nearest: {', '.join(near)}" if near else says)


def slug_named(content: Content, kind: str, typed: str) -> str:
    """Give the slug of the entry (or word of the vocabulary) of this kind that has the slug, title or other name typed.

    Raises NoSuchNameError with the nearest names, or because its file has errors.
    """
    what, slug = kind.replace("_", " "), typed.strip()
    if slug not in content.names[kind] and any(
        slug == name.rpartition("/")[2] for of, name in content.unread if of == kind
    ):
        raise NoSuchNameError(
            f'the {what} "{shown(slug)}" must be whole; `handbook check` lists what is left to do in it'
        )
    return pick(what, content.names[kind], typed, content.other_names.get(kind, {}))


def pick(what: str, names: Mapping[str, str], typed: str, others: Mapping[str, Sequence[str]] = NONE) -> str:
    """Give the key of the name typed: by key, by title, or by another name that only one of them has.

    Raises NoSuchNameError with the nearest names.
    """
    wanted = _bare(typed)
    known = [(_bare(name), slug) for slug, more in others.items() for name in more]
    shared = {name for name, times in Counter(name for name, _ in dict.fromkeys(known)).items() if times > 1}
    titles = {name: slug for name, slug in known if name not in shared}
    titles |= {_bare(slug): slug for slug in names} | {_bare(title): slug for slug, title in names.items()}
    if typed.strip() in names:
        return typed.strip()
    if wanted in titles:
        return titles[wanted]
    if both := [slug for name, slug in dict.fromkeys(known) if name == wanted]:
        says = f'the {what} must be one, found "{shown(typed.strip())}", which {len(both)} are called'
        raise NoSuchNameError(says, [_said(names, slug) for slug in both[:MOST_NEAR]])
    near = _near(wanted, titles)
    choices = f"; one of {', '.join(names)}" if not near and 0 < len(names) <= LONGEST // 10 else ""
    choices = choices if names else "; the handbook has none yet"
    says = f'the {what} must exist, found "{shown(typed.strip())}"{choices}'
    raise NoSuchNameError(says, [_said(names, slug) for slug in near])


def _near(wanted: str, titles: Mapping[str, str]) -> list[str]:
    """Give what is nearly spelled so, then what shares rare words in any of its names, then what is a little alike.

    The first is a slip of the hand, the second somebody's own words; none alone finds what people mean.
    """
    alike = process.extract(wanted[:LONGEST], titles.keys(), scorer=fuzz.ratio, limit=MOST_NEAR, score_cutoff=NEAR)
    slips = [titles[name] for name, score, _ in alike if score >= SLIP]
    words: dict[str, set[str]] = {}
    for name, key in titles.items():
        words.setdefault(key, set()).update(_begins(name))
    spread = Counter(word for those in words.values() for word in those)
    typed = _begins(wanted)
    score = {key: sum(log(len(words) / spread[word]) for word in typed & those) for key, those in words.items()}
    least = LEAST_SHARED * sum(log(len(words) / spread[word]) for word in typed if word in spread)
    shared = sorted((key for key in words if score[key] > max(least, 0)), key=lambda key: (-score[key], key))
    found = [*slips, *shared[:MOST_NEAR], *(titles[name] for name, _, _ in alike)]
    return list(dict.fromkeys(found))[:MOST_NEAR]


def _begins(name: str) -> set[str]:
    """Give how each word begins, so that "migrate" finds "migration"."""
    return {word[:BEGINNING] for word in name.split()}


def _bare(typed: str) -> str:
    return " ".join(re.findall(r"\w+", typed.casefold().replace("'", "").replace("\u2019", "")))


def _said(names: Mapping[str, str], slug: str) -> str:
    return f'"{slug}"' if names[slug] == slug else f'"{slug}" ({shown(names[slug])})'
