"""What stands around content/ as it is judged before anything of it is read: mkdocs.yml, own/, strangers."""

from collections.abc import Iterator
from pathlib import Path

from generator.site.kept import DOCS, DOWNLOADS
from generator.site.own_folder import folder_issues
from generator.site.settings import settings_issues
from generator.site.strangers import strangers
from generator.text.issue import Issue

SITE = "site"


def around_alone(root: Path, language: str = "") -> Iterator[Issue]:
    """Give every issue of mkdocs.yml (of a handbook in this language, if it is known), own/, and of stray files."""
    yield from settings_issues(root, language)
    yield from folder_issues(root)
    yield from strangers(root, DOCS, beside=DOWNLOADS)
    yield from strangers(root, SITE)
