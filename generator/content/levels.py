"""Levels as a row says them: neighbours as a span, from the lowest to the highest."""

from collections.abc import Iterable
from itertools import groupby

from generator.content.content import Content
from generator.text.language import _

SPAN = 3  # so many neighbours are said by the first and the last of them


def levels_in_words(content: Content, ids: Iterable[str]) -> str:
    """Give the names of these levels, lowest first; of neighbours the first and the last: Tech lead to Director."""
    wanted, names = set(ids), []
    for asked, run in groupby(content.words.levels, key=lambda level: level.id in wanted):
        of_run = [level.name for level in run] if asked else []
        if len(of_run) < SPAN:
            names += of_run
        else:
            names.append(_("{begins} to {ends}", begins=of_run[0], ends=of_run[-1]))
    return ", ".join(names)
