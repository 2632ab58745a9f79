"""The start of an entry: a commented file in the right place, whose remaining work `handbook check` lists."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.content.file_names import RESERVED
from generator.model import ENTRY_KINDS, LONGEST_SLUG, QUESTION_BANKS, SLUG
from generator.text.issue import UsageError, did_you_mean, shown
from generator.text.own_path import own
from generator.text.scalar import one_line
from generator.text.slug import hyphened

EMPTY: Mapping[str, str | Sequence[str]] = {}


BEGUN = tuple(kind for kind in ENTRY_KINDS if kind is not QUESTION_BANKS)  # of that, one question is begun


class SkeletonError(UsageError):
    """Raised where no skeleton can be written; the message says why and what to do."""


def place_of(root: Path, kind: str, slug: str) -> Path:
    """Give the path of a new entry. Raises SkeletonError where it cannot be, or is there already."""
    if not re.fullmatch(SLUG, slug, re.ASCII) or slug in RESERVED or len(slug) > LONGEST_SLUG:
        tidy = hyphened(slug)
        hint = f' Try "{tidy}".' if tidy and tidy not in RESERVED else ""
        raise SkeletonError(
            f'a slug must be lower-case letters, digits and single hyphens, found "{shown(slug)}".{hint}'
        )
    found = next((k for k in BEGUN if k.id == kind), None)
    if found is None:
        kinds = [k.id for k in BEGUN]
        raise SkeletonError(
            f'a kind must be one of {", ".join(kinds)}, found "{shown(kind)}"{did_you_mean(kind, kinds)}'
        )
    path = root / found.where / f"{slug}.yaml"
    if path.exists() or path.is_symlink():
        raise SkeletonError(f"{path} exists already; choose another slug, or edit that file.")
    return path


def skeleton(kind: str, templates: Path, today: date, values: Mapping[str, str | Sequence[str]] = EMPTY) -> str:
    """Give the text of the skeleton with these values filled in; what is not given stays to be written.

    Raises SkeletonError for a value of a field that the kind does not have.
    """
    text = (templates / f"{kind}.yaml").read_text(encoding="utf-8")
    text = text.replace("{month}", f"{today:%Y-%m}").replace("{today}", f"{today:%Y-%m-%d}")
    for key, value in values.items():
        written = one_line(value) if isinstance(value, str) else f"[{', '.join(map(one_line, value))}]"
        if not (found := re.search(rf"^ *{key}:", text, re.MULTILINE)):
            raise SkeletonError(f'"{key}" must be a field of what is begun, found none in {kind}; leave --{key} out')
        head, sign, rest = text[: found.start()], found.group(), text[found.end() :]
        rest = rest[rest.find("\n") :]
        text = f"{head}{sign} {written}{rest}"
    return text


def write_skeleton(root: Path, kind: str, slug: str, text: str) -> Path:
    """Write a new entry and give its path. Raises SkeletonError rather than overwrite a file."""
    path = place_of(root, kind, slug)
    own(root, path).parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    return path
