"""The guide on how a story is told: limits, word lists and wording, as `style_guide.json` has them.

The story bank in the browser reads the same file, so that both say the same.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.text.language import _, current, filled

GUIDE: dict[str, Any] = json.loads(Path(__file__).with_name("style_guide.json").read_text(encoding="utf-8"))
WORD = re.compile(GUIDE["word"].replace(r"[\p{L}\p{N}]", r"[^\W_]"))


LIMITS = {"least", "most"}
READ = ("title", "why", "mend", "measured")


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
            **{name: _(rule[name]) if name in rule else "" for name in READ},
            limit=_limit(rule) if LIMITS & rule.keys() else "",
        )
        for code, rule in GUIDE["rules"].items()
    ]


def spoken_guide() -> dict[str, Any]:
    """Give the guide with what it says to readers in the language that is spoken now."""
    said = {
        code: {name: current().say(value) if name in {*READ, "says"} else value for name, value in rule.items()}
        for code, rule in GUIDE["rules"].items()
    }
    return {**GUIDE, "rules": said}


def messages() -> Iterator[str]:
    """Give all that the guide says to readers."""
    for rule in GUIDE["rules"].values():
        yield from (rule[name] for name in (*READ, "says") if name in rule)
        if LIMITS & rule.keys():
            yield _asked(rule)


def _asked(rule: dict[str, Any]) -> str:
    """Give what the rule asks: its remark without what was found."""
    return str(rule["says"]).partition(", found ")[0]


def _limit(rule: dict[str, Any]) -> str:
    """Give what the rule asks in figures."""
    said = filled(current().say(_asked(rule)), defaultdict(str, rule))
    return f"{said[:1].upper()}{said[1:]}."


def rule_of(code: str) -> dict[str, Any]:
    """Give limits, lists and wording of a rule."""
    rule: dict[str, Any] = GUIDE["rules"][code]
    return rule
