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


LIMITS = {"least", "most"}


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A rule as readers see it: what it asks, why, and how to mend a story that breaks it."""

    code: str
    title: str
    why: str
    mend: str
    measured: str
    limit: str


def rules() -> list[Rule]:
    """Give every rule, in the order of the guide."""
    return [
        Rule(
            code=code,
            title=rule["title"],
            why=rule["why"],
            mend=rule["mend"],
            measured=rule.get("measured", ""),
            limit=_asked(rule) if LIMITS & rule.keys() else "",
        )
        for code, rule in GUIDE["rules"].items()
    ]


def _asked(rule: dict[str, Any]) -> str:
    """Give what the rule asks in figures: its remark without what was found."""
    asked = rule["says"].partition(", found ")[0]
    said = re.sub(r"\{(\w+)\}", lambda name: str(rule.get(name.group(1), "")), asked)
    return f"{said[:1].upper()}{said[1:]}."


def rule_of(code: str) -> dict[str, Any]:
    """Give limits, lists and wording of a rule."""
    rule: dict[str, Any] = GUIDE["rules"][code]
    return rule
