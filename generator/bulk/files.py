"""The text of a new entry's file."""

from collections.abc import Mapping
from typing import Any

from generator.model import QUESTIONS
from generator.text.scalar import mapping

SCHEMA = "# yaml-language-server: $schema={}schemas/{}.schema.json"


def entry_text(kind: str, data: Mapping[str, Any]) -> str:
    """Give the text of an entry's file."""
    up = "../" * (3 if kind == QUESTIONS.id else 2)  # to the project's folder
    return "\n".join([SCHEMA.format(up, kind), *mapping(data, exact=True)]) + "\n"
