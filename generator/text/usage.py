"""What is usual in one language: its quotation marks, its words for "I", figures and months, how fast it is spoken.

One file for each language in `languages/`, which the rules, the printer's quotes and the reviews read; a language
without a file, or without one of the lists, is told so by whoever needs it.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("languages")


@lru_cache(maxsize=64)
def usage_of(code: str) -> Mapping[str, Any]:
    """Give what is known of the language (BCP 47), or of the one without its country or script; nothing of others."""
    while code:
        path = FOLDER / f"{code}.json"
        if path.is_file():
            found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
            return found
        code = code.rpartition("-")[0]
    return {}
