"""What the generator is: by a digest of its code and of all that it runs with, what another one made is known."""

import hashlib
import unicodedata
from functools import cache

from generator.site.ingredients import HERE, print_of, tools

LANGUAGES = "languages"
WORDS = next((at for at in (HERE / "templates", HERE.parent / "templates") if at.is_dir()), HERE) / LANGUAGES
CODE = frozenset({".py", ".json"})


@cache
def code_print() -> str:
    """Give a digest of the generator's code and words, of Python, and of every package that is installed here."""
    code = sorted(path for path in HERE.rglob("*") if path.suffix in CODE and path.is_file())
    words = sorted(WORDS.glob("*.po"))
    made = [*tools(), unicodedata.unidata_version, *(path.name for path in words)]
    made += [print_of(str(path), path.stat()) for path in (*code, *words)]
    return hashlib.sha256("\0".join(made).encode()).hexdigest()
