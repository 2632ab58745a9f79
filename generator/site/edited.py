"""What an edit is about: a few entries, or more than their own words."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.content.content import Content
from generator.content.load import load_entry
from generator.model import KINDS, Kind
from generator.site.stamps import Stamps
from generator.text.issue import ContentError, Issue

FEW = 5  # entries edited at once; more are a checkout, not an edit


def entries_of(content: Content, edited: Sequence[str], now: Stamps) -> dict[str, tuple[Kind[Any], str]]:
    """Give the collection and slug of each edited file, or nothing where it is more than a few entries' own words."""
    kinds = (kind for kind in KINDS if not kind.single)
    known = {f"{kind.where}/{slug}.yaml": (kind, slug) for kind in kinds for slug in content.entries[kind.id]}
    if len(edited) > FEW or any(file not in known or file not in now for file in edited):
        return {}
    return {file: known[file] for file in edited}


def with_entries(root: Path, content: Content, entries: Mapping[str, tuple[Kind[Any], str]]) -> Content:
    """Give the content with these entries as their files hold them. Raises ContentError."""
    issues: list[Issue] = []
    for file, (kind, slug) in entries.items():
        try:
            entry = load_entry(root / file, kind, slug, file)
        except ContentError as error:
            issues += error.issues
            continue
        content = content.with_entry(kind, entry)
    if issues:
        raise ContentError(issues)
    return content
