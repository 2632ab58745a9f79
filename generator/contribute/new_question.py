"""One question more in the bank: put at the end of its competency's file, with a TODO for all that is left."""

import re
from pathlib import Path

from generator.content.content import Content
from generator.contribute.skeleton import SkeletonError
from generator.model import LONGEST_SLUG, SLUG, TEXT_LIMIT
from generator.text.characters import hostile
from generator.text.issue import shown
from generator.text.own_path import own, write_file
from generator.text.scalar import one_line
from generator.text.slug import slug_of

SKELETON = """
  - id: {slug}
    ask: {ask}
    kind: trunk
    levels: [{levels}]
    intent: >-
      TODO what the interviewer wants to learn, and why from you
    good_answer:
      - TODO something that a good answer holds
      - TODO something else
    trap: >-
      TODO the answer that sounds right and is not
"""


def write_question(root: Path, content: Content, competency: str, ask: str, slug: str = "") -> tuple[Path, str]:
    """Write the question and give its file and its id. Raises SkeletonError where it cannot be."""
    if len(ask) > TEXT_LIMIT or next(hostile(ask), None):
        raise SkeletonError(f'a question must be 1 to {TEXT_LIMIT} visible characters, found "{shown(ask)}"')
    name = slug or slug_of(ask, 40)
    if not re.fullmatch(SLUG, name, re.ASCII) or len(name) > LONGEST_SLUG:
        raise SkeletonError(f'an id must be lower-case letters, digits and single hyphens, found "{shown(name)}"')
    path = own(root, root / "content/questions" / f"{competency}.yaml")
    before = path.read_text(encoding="utf-8").rstrip("\n") if path.exists() else "questions:"
    if name in content.bank or re.search(rf"^[ -]*id: {name}$", before, re.MULTILINE):
        raise SkeletonError(f"{name} is asked already; name another id: handbook new question my-id --question ...")
    levels = ", ".join(level.id for level in content.words.levels)
    write_file(path, (before + SKELETON.format(slug=name, ask=one_line(ask), levels=levels)).encode())
    return path, name
