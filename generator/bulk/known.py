"""What a handbook has already, also in unfinished files: names to refer to, and what a new entry may repeat."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.content.bank_files import APART
from generator.content.content import Content
from generator.content.load import Loaded
from generator.content.naming import NoSuchNameError, pick
from generator.model import COMPETENCIES, ENTRY_KINDS, QUESTION_BANKS, QUESTIONS, STORIES, PartId
from generator.text.likeness import share, weights
from generator.text.prose import plain
from generator.text.source import Source

NEARLY = 75  # of 100: with less, the bank's own questions in nearly the same words would be one another's
FEWEST = 4  # words of a text that may be nearly another's
WORD = re.compile(r"[^\W_]+")
PARTS: tuple[PartId, ...] = ("context", "challenge", "actions", "results", "learnings")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """An entry that is there: its name in addresses, how to name its place, and what it says."""

    slug: str
    where: str
    texts: tuple[str, ...]
    told: str = ""


@dataclass(kw_only=True)
class Known:
    """Names by kind and slug; the questions and stories that stand; the last place of a question by competency."""

    names: dict[str, dict[str, str]]
    others: Mapping[str, Mapping[str, tuple[str, ...]]]
    standing: dict[str, list[Standing]]
    last: Mapping[str, int | None]
    unread: frozenset[tuple[str, str]]
    orders: int = 0  # the last place of a competency
    _weights: dict[str, dict[str, float]] = field(default_factory=dict)

    def slug(self, kind: str, typed: str) -> str:
        """Give the slug of what is called so. Raises NoSuchNameError."""
        return pick(kind.replace("_", " "), self.names.get(kind, {}), typed, self.others.get(kind, {}))

    def finds(self, kind: str, typed: str) -> str:
        """Give the slug of what is called so, or nothing."""
        try:
            return self.slug(kind, typed)
        except NoSuchNameError:
            return ""

    def same(self, shape: str, texts: tuple[str, ...], told: str) -> Standing | None:
        """Give what stands in the same words."""
        said, told = {bare(text) for text in texts}, bare(told)
        return next(
            (
                one
                for one in self.standing[shape]
                if said & {bare(text) for text in one.texts} or (told and told == bare(one.told))
            ),
            None,
        )

    def near(self, shape: str, texts: tuple[str, ...], told: str) -> tuple[Standing, int] | None:
        """Give what stands in nearly the same words, and the share (of 100) that both have."""
        here = self._weights.setdefault(shape, weights([_words(one) for one in self._all(shape)]))
        best: tuple[int, Standing] | None = None
        for text in filter(None, (*texts, told)):
            words = _words(text)
            for one in self.standing[shape] if len(words) >= FEWEST else ():
                for other in (one.told,) if text == told else one.texts:
                    if (found := share(words, _words(other), here)) >= NEARLY and (best is None or found > best[0]):
                        best = found, one
        return (best[1], best[0]) if best else None

    def _all(self, shape: str) -> list[str]:
        return [text for one in self.standing[shape] for text in (*one.texts, one.told) if text]


def known_of(loaded: Loaded, content: Content) -> Known:
    """Give what the handbook has, valid or not."""
    read: dict[str, dict[str, Source]] = {
        kind.id: {slug: entry.source for slug, entry in content.entries[kind.id].items()}
        for kind in (COMPETENCIES, QUESTION_BANKS, QUESTIONS, STORIES)
    }
    for kind, source in loaded.invalid:
        if kind.id in read:
            read[kind.id][source.file.removeprefix(f"{kind.where}/").removesuffix(".yaml")] = source
    names = {kind: dict(found) for kind, found in content.names.items()}
    for slug, source in read[COMPETENCIES.id].items():
        names["competency"].setdefault(slug, str(source.data.get("title", slug)))
    questions = [one for source in read[QUESTION_BANKS.id].values() for one in _questions(source)]
    alone = read[QUESTIONS.id].items()
    questions += (_standing(slug.rpartition("/")[2], source, source.data) for slug, source in alone)
    for one in questions:
        names["question"].setdefault(one.slug, one.texts[0] if one.texts else one.slug)
    orders = [source.data.get("order") for source in read[COMPETENCIES.id].values()]
    return Known(
        names=names,
        others={kind: {slug: tuple(more) for slug, more in of.items()} for kind, of in content.other_names.items()},
        standing={"questions": questions, "stories": [_story(slug, one) for slug, one in read[STORIES.id].items()]},
        last=_last_places(read[QUESTION_BANKS.id], read[QUESTIONS.id]),
        unread=frozenset((kind, slug) for kind, slug in content.unread if slug not in read.get(kind, {slug})),
        orders=max((order for order in orders if isinstance(order, int)), default=0),
    )


def names_of(loaded: Loaded) -> Mapping[str, Mapping[str, str]]:
    """Give the title of everything that may be named, by kind and slug, also of what is not finished.

    Of a kind that shares files of which one cannot be read, nothing is given: what it holds is not known.
    """
    if loaded.content is None:
        return {}
    names = known_of(loaded, loaded.content).names
    read = {source.file for _, source in loaded.invalid}
    for kind, slug in sorted(loaded.content.unread, key=lambda one: (one[0] != QUESTIONS.id, one)):  # a list clears all
        held = next((one.holds for one in ENTRY_KINDS if one.id == kind and one.holds), "")
        if kind == QUESTIONS.id:
            names[kind].setdefault(slug.rpartition("/")[2], slug.rpartition("/")[2])
        elif not held:
            names.setdefault(kind, {}).setdefault(slug, slug)
        elif held != QUESTION_BANKS.holds or f"{QUESTION_BANKS.where}/{slug}.yaml" not in read:
            names[held] = {}
    return names


def _questions(source: Source) -> list[Standing]:
    found = source.data.get("questions")
    items = found if isinstance(found, tuple) else ()
    return [_standing(str(one.get("id", "")), source, one) for one in items if isinstance(one, dict)]


def _standing(slug: str, source: Source, data: Mapping[str, Any]) -> Standing:
    return Standing(slug=slug, where=source.file, texts=_texts(data, "ask", "also_asked", "known_as"))


def _last_places(lists: Mapping[str, Source], files: Mapping[str, Source]) -> Mapping[str, int | None]:
    """Give for each competency the last place of a question; none where one has no place, and so is the last."""
    last: dict[str, int | None] = {slug: APART * len(_questions(source)) for slug, source in lists.items()}
    for slug, source in files.items():
        competency, order = slug.partition("/")[0], source.data.get("order")
        before = last.get(competency, 0)
        last[competency] = None if before is None or not isinstance(order, int) else max(before, order)
    return last


def _story(slug: str, source: Source) -> Standing:
    return Standing(slug=slug, where=source.file, texts=_texts(source.data, "title"), told=told_of(source.data))


def told_of(data: Mapping[str, Any]) -> str:
    """Give the words of a telling, as far as there are any."""
    told = data.get("told")
    parts = [told.get(part) for part in PARTS] if isinstance(told, dict) else []
    return " ".join(plain(part) for part in parts if isinstance(part, str) and not part.startswith("TODO"))


def _texts(data: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    found = [data.get(key) for key in keys]
    several = (text for value in found for text in (value if isinstance(value, tuple) else (value,)))
    return tuple(text for text in several if isinstance(text, str) and not text.startswith("TODO"))


def bare(text: str) -> str:
    """Give the words of a text alone, to be compared."""
    return " ".join(WORD.findall(text.casefold().replace("'", "").replace("\u2019", "")))


def _words(text: str) -> frozenset[str]:
    return frozenset(bare(text).split())
