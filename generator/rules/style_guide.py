"""The guide on how a story is told: limits, word lists and wording, as `style_guide.json` has them.

The story bank in the browser reads the same file, so that both say the same.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GUIDE: dict[str, Any] = json.loads(Path(__file__).with_name("style_guide.json").read_text(encoding="utf-8"))
WORD = re.compile(GUIDE["word"].replace(r"[\p{L}\p{N}]", r"[^\W_]"))


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule as readers see it: what it asks, why, and how to mend a story that breaks it."""

    code: str
    title: str
    why: str
    mend: str


def rules() -> list[Rule]:
    """Give every rule, in the order of the guide."""
    return [
        Rule(code=code, title=rule["title"], why=rule["why"], mend=rule["mend"])
        for code, rule in GUIDE["rules"].items()
    ]


def rule_of(code: str) -> dict[str, Any]:
    """Give limits, lists and wording of a rule."""
    rule: dict[str, Any] = GUIDE["rules"][code]
    return rule
