"""The Content-Security-Policy of a built site: stated in every page, and for hosts that read them in `_headers`.

Only scripts from the site's own files run, and those inline ones that the theme's templates hold, by their hashes. An
inline script that no template holds is a refusal: to hash it would be to bless whoever brought it.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

from generator.site.seen import HASHED, NONE, Taken
from generator.site.sheaf import Sheaf

SOURCES = {
    "default-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'none'",
    "object-src": "'none'",
    "img-src": "'self' data:",
    "media-src": "'self' blob:",  # a recording of one's own voice, played back
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "style-src": "'self'",
    "script-src": "'self'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
}
NAME = "[sS][cC][rR][iI][pP][tT]"  # so that a search finds what it begins with at once, and the rest in any case
SCRIPT = re.compile(rf"<{NAME}(?P<given>[^>]*)>(?P<text>.*?)</{NAME}>", re.DOTALL)
DATA = re.compile(r"""\btype=["']?application/(?:ld\+)?json""", re.IGNORECASE)
FROM_FILE = re.compile(r"\bsrc\s*=", re.IGNORECASE)
EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
ADDRESS = r"[\w./:-]*"  # what an expression in a script of the theme may become: an address, and no quote to end it
CHARSET = re.compile(r"<(?i:meta charset=)[^>]*>")
STATED = re.compile(r"""<meta http-equiv="Content-Security-Policy"[^>]*>""")


class PolicyError(Exception):
    """Raised where a page holds an inline script that is no template's; the message names page and script."""


def secure(
    site: Path, templates: Sequence[Path], pages: Sheaf, taken: Taken = NONE, *, from_disk: bool = False
) -> dict[str, frozenset[str]]:
    """State the policy in each of these pages, and the one for the whole site in `_headers`.

    A site that is opened `from_disk` has no origin, and no host that reads headers: there its own files are the
    disk's. Given are the hashes of the scripts in each page, by its path.

    Raises PolicyError where a page holds an inline script that none of the templates holds.
    """
    known = tuple(_known(folder) for folder in templates)
    allowed: dict[str, str] = {}  # scripts that a template holds, and their hashes
    found: dict[str, frozenset[str]] = {}
    for path in pages.paths:
        html = pages.page(path)
        scripts = frozenset(inline_scripts(html))
        for script in scripts - allowed.keys():
            if not any(pattern.fullmatch(script) for patterns in known for pattern in patterns):
                begins = " ".join(script.split())[:60]
                said = f'an inline script must be one of the theme\'s templates, found "{begins}"'
                raise PolicyError(f"{pages.name(path)}: {said}")
            allowed[script] = hash_of(script)
        hashes = frozenset(allowed[script] for script in scripts)
        found[pages.name(path)] = hashes
        meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes, from_disk=from_disk)}">'
        pages.put(path, _stated(html, meta))
    if from_disk:
        return found
    everywhere = taken.marked(HASHED).union(*found.values())
    lines = {"Content-Security-Policy": f"{policy(everywhere)}; frame-ancestors 'none'", **HEADERS}
    text = "/*\n" + "".join(f"  {name}: {value}\n" for name, value in lines.items())
    (site / "_headers").write_text(text, encoding="utf-8")
    return found


def policy(hashes: Iterable[str], *, from_disk: bool = False) -> str:
    """Give the policy for a page whose inline scripts have these hashes."""
    sources = {**SOURCES, "script-src": " ".join([SOURCES["script-src"], *sorted(hashes)])}
    own = "'self' file:" if from_disk else "'self'"
    return "; ".join(f"{name} {value}".replace("'self'", own) for name, value in sources.items())


def inline_scripts(html: str) -> Iterator[str]:
    """Give the text of every inline script that a browser would run."""
    for found in SCRIPT.finditer(html):
        if not FROM_FILE.search(found["given"]) and not DATA.search(found["given"]):
            yield found["text"]


@cache
def _known(folder: Path) -> tuple[re.Pattern[str], ...]:
    """Give a pattern for each inline script of the templates in the folder; an expression in it may be an address."""
    patterns = []
    for path in sorted(folder.rglob("*.html")):
        for script in inline_scripts(path.read_text(encoding="utf-8")):
            fixed = map(re.escape, EXPRESSION.split(script))
            patterns.append(re.compile(ADDRESS.join(fixed), re.DOTALL))
    return tuple(patterns)


def _stated(html: str, meta: str) -> str:
    if STATED.search(html):
        return STATED.sub(lambda _: meta, html, count=1)
    found = CHARSET.search(html)
    if not found:
        return html.replace("<head>", f"<head>{meta}", 1)
    return html[: found.end()] + meta + html[found.end() :]


def hash_of(script: str) -> str:
    """Give the hash of an inline script, as a policy names it."""
    digest = hashlib.sha256(script.replace("\r\n", "\n").encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
