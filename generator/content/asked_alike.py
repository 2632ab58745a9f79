"""Questions that ask the same in nearly the same words: found by their rarest words, in no square of time."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from math import log

from generator.content.questions import Bank, BankQuestion

WORD = re.compile(r"\w+(?:-\w+)*")
SIGNS = re.compile(r"[<>{}\[\]()=\\|*_`#@&%:/]")
SENTENCE = 4  # words
ALIKE = 80  # per cent of what the words of two questions weigh; different questions of a large bank stay below 66
RAREST = 3  # words of a question by which others are looked for


def _is_a_sentence(said: str) -> bool:
    """Whether it is asked in words: of signs and code, and of a word or two, no likeness can be measured."""
    return len(WORD.findall(said)) >= SENTENCE and not SIGNS.search(said)


@dataclass(frozen=True, kw_only=True)
class AskedAlike:
    """A question of the bank, and how like another it is: 100 asks the same in the same words."""

    question: BankQuestion
    likeness: int


class Asked:
    """Every way in which every question is asked, to find those that are like one another."""

    def __init__(self, bank: Bank, filling: Collection[str] = ()) -> None:
        """`filling` are the words of the language that ask and tell nothing, such as "do", "you", "think"."""
        self._filling = frozenset(filling)
        self._ways = [(q, self._words(said)) for q in bank.values() for said in (q.record.ask, *q.record.also_asked)]
        spread = Counter(word for _, words in self._ways for word in words)
        self._most = log(len(self._ways) + 1)
        self._weight: Mapping[str, float] = {word: log((len(self._ways) + 1) / count) for word, count in spread.items()}
        self._weights = [self._weigh(words) for _, words in self._ways]
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for at, (_, words) in enumerate(self._ways):
            for word in words:
                self._by_word[word].append(at)

    def like(self, said: str, least: int = ALIKE) -> list[AskedAlike]:
        """Give the questions that ask nearly this, the nearest first."""
        words = self._words(said)
        mine, rarest = self._weigh(words), sorted(words, key=lambda word: (-self._weigh({word}), word))[:RAREST]
        best: dict[str, AskedAlike] = {}
        for at in {at for word in rarest for at in self._by_word.get(word, ())}:
            (question, others), theirs = self._ways[at], self._weights[at]
            if 100 * min(mine, theirs) < (least - 1) * max(mine, theirs):
                continue  # one says so much more that they cannot be alike
            both = self._weigh(words & others)
            likeness = round(100 * both / ((mine + theirs - both) or 1))
            if likeness >= least and (question.slug not in best or best[question.slug].likeness < likeness):
                best[question.slug] = AskedAlike(question=question, likeness=likeness)
        return sorted(best.values(), key=lambda one: (-one.likeness, one.question.slug))

    def twice(self) -> Iterator[tuple[BankQuestion, AskedAlike]]:
        """Give each question that is asked already by one before it in the bank, and is none of its twins."""
        seen: set[str] = set()
        asked = {question.slug: question for question, _ in self._ways}
        for slug, question in asked.items():
            ways = (question.record.ask, *question.record.also_asked)
            found = (
                one for said in ways if _is_a_sentence(said) for one in self.like(said) if one.question.slug in seen
            )
            twins = {*question.record.twins}
            for one in (one for one in found if _is_a_sentence(one.question.record.ask)):
                if one.question.slug not in twins and slug not in one.question.record.twins:
                    yield question, one
                    break
            seen.add(slug)

    def _words(self, said: str) -> frozenset[str]:
        words = frozenset(WORD.findall(said.casefold().replace("\u2019", "").replace("'", "")))
        return words - self._filling or words

    def _weigh(self, words: Collection[str]) -> float:
        return sum(self._weight.get(word, self._most) for word in words)
