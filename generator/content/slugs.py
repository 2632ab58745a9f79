"""The slugs of all that can be referred to, for which no title is looked up and no sheet is made."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from generator.content.derived_sheets import derived_slugs
from generator.model import ONE_A_FILE

if TYPE_CHECKING:
    from generator.content.content import Content

VOCABULARY = {name: f"{name}s" for name in ("level", "trait", "theme", "failure_pattern")}
VOCABULARY["system_category"] = "system_categories"


def slugs_of(content: "Content") -> Mapping[str, frozenset[str]]:
    """Give the slugs of each kind: of entries, of what is in them or made of them, and of the vocabulary."""
    return {
        **{kind.id: frozenset(content.of(kind)) for kind in ONE_A_FILE},
        "worksheet": frozenset((*content.worksheets, *_derived(content))),
        "question": frozenset(content.bank),
        "principle": frozenset(content.principles.each),
        "page": frozenset(content.essays),
        **{kind: frozenset(item.id for item in getattr(content.words, field)) for kind, field in VOCABULARY.items()},
    }


def _derived(content: "Content") -> Iterable[str]:
    if "practice" in content.off:
        return ()
    return derived_slugs(content.walkthroughs.values(), content.competencies.values(), content.frameworks.values())
