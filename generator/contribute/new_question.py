"""One question more in the bank: a file of its own, so that two people who add one each do not meet."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.content.content import Content
from generator.content.file_names import RESERVED
from generator.contribute.skeleton import SkeletonError, skeleton
from generator.model import LONGEST_SLUG, QUESTIONS, SLUG, TEXT_LIMIT
from generator.text.characters import hostile
from generator.text.issue import shown
from generator.text.own_path import own
from generator.text.slug import slug_of

NAMED_WITH = 40  # letters at most of a name that is made from the words
UNDATED = date.min  # a question has no day


@dataclass(frozen=True, kw_only=True)
class NewQuestion:
    """What is asked, the slug of its competency, and its id, where one was given."""

    competency: str
    ask: str
    slug: str = ""


def write_question(root: Path, content: Content, new: NewQuestion, templates: Path) -> Path:
    """Write the question, with a TODO for all that is left, and give its file. Raises SkeletonError."""
    ask = new.ask
    if len(ask) > TEXT_LIMIT or next(hostile(ask), None):
        raise SkeletonError(f'a question must be 1 to {TEXT_LIMIT} visible characters, found "{shown(ask)}"')
    name = new.slug or slug_of(ask, NAMED_WITH)
    if not re.fullmatch(SLUG, name, re.ASCII) or name in RESERVED or len(name) > LONGEST_SLUG:
        raise SkeletonError(f'an id must be lower-case letters, digits and single hyphens, found "{shown(name)}"')
    bank = root / QUESTIONS.where
    path = bank / new.competency / f"{name}.yaml"
    if name in content.bank or path.is_symlink() or any(bank.glob(f"*/{name}.yaml")):
        raise SkeletonError(f"{name} is asked already; name another id: handbook new question my-id --question ...")
    levels = [level.id for level in content.words.levels]
    text = skeleton(QUESTIONS.id, templates, UNDATED, {"ask": ask, "levels": levels})
    own(root, path).parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    return path
