"""Names as people type them: a slug, a title in any case, or something near one."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from generator.content import Content
from generator.issue import shown
from generator.model.record import hyphened

MOST_NEAR = 3
LONGEST = 200
NEAR = 0.55


class NoSuchNameError(Exception):
    """Raised where nothing has the name; the message says what must be (`says`) and what is near (`near`)."""

    def __init__(self, says: str, near: Sequence[str] = ()) -> None:
        self.says, self.near = says, tuple(near)
        super().__init__(f"{says}; nearest: {', '.join(near)}" if near else says)


def slug_named(content: Content, kind: str, typed: str) -> str:
    """Give the slug of the entry (or word of the vocabulary) of this kind that has the slug or the title typed.

    Raises NoSuchNameError with the nearest names.
    """
    return pick(kind.replace("_", " "), content.names[kind], typed)


def pick(what: str, names: Mapping[str, str], typed: str) -> str:
    """Give the key of the name typed, by key or by title. Raises NoSuchNameError with the nearest names."""
    wanted = _bare(typed)
    titles = {_bare(slug): slug for slug in names} | {_bare(title): slug for slug, title in names.items()}
    if typed.strip() in names:
        return typed.strip()
    if wanted in titles:
        return titles[wanted]
    near = _near(wanted, titles)
    choices = f"; one of {', '.join(names)}" if not near and len(names) <= LONGEST // 10 else ""
    says = f'the {what} must exist, found "{shown(typed.strip())}"{choices}'
    raise NoSuchNameError(says, [_said(names, slug) for slug in near])


def slug_of(title: str, longest: int) -> str:
    """Give a slug made from the title, cut between words."""
    words = hyphened(title.replace("'", "").replace("\u2019", ""))
    return words if len(words) <= longest else words[: longest + 1].rpartition("-")[0] or words[:longest]


def _near(wanted: str, titles: Mapping[str, str]) -> list[str]:
    found = [titles[key] for key in get_close_matches(wanted[:LONGEST], titles, n=MOST_NEAR * 2, cutoff=NEAR)]
    words = set(wanted.split())
    shared = sorted(titles, key=lambda key: (-len(words & set(key.split())), key)) if len(words) > 1 else []
    found += [titles[key] for key in shared if len(words & set(key.split())) > 1]
    return list(dict.fromkeys(found))[:MOST_NEAR]


def _bare(typed: str) -> str:
    return " ".join(re.findall(r"\w+", typed.casefold().replace("'", "").replace("\u2019", "")))


def _said(names: Mapping[str, str], slug: str) -> str:
    return f'"{slug}"' if names[slug] == slug else f'"{slug}" ({shown(names[slug])})'
