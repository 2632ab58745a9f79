"""Every page of a finished site once more, as Markdown that stands by itself, where its source stood."""

import re
from pathlib import Path

from generator.exports.llms import page_as_markdown
from generator.text.own_path import write_file

MOVED = re.compile(r"\A---\n(?:(?!---\n).*\n)*?moved: ")


def write_markdown(docs: Path, site: Path, site_url: str) -> int:
    """Write the Markdown of each page of `docs` that is not only a sign to another, and give their number."""
    count = 0
    for path in sorted(docs.rglob("*.md")):
        text, where = path.read_text(encoding="utf-8"), path.relative_to(docs).as_posix()
        if not MOVED.match(text):
            write_file(site / where, page_as_markdown(text, where, site_url).encode())
            count += 1
    return count
