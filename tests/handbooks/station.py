"""The German handbook for ward managers that tests build: the same generator, another language and another role."""

import shutil
from functools import cache
from pathlib import Path

from generator.content.content import Content
from generator.site.pipeline import DOCS, check
from tests.handbooks.tiny import ROOT, TESTS

STATION = TESTS / "handbooks/stationsleitung"
UP = "../../../"  # from its folder to the project's, in its mkdocs.yml


@cache
def content() -> Content:
    """Give the content of the German handbook."""
    return check(STATION).content


def copy_to(root: Path) -> Path:
    """Give a copy of the German handbook's sources at `root`, which the generator of this project builds."""
    shutil.copytree(STATION / "content", root / "content")
    config = (STATION / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(config.replace(UP, f"{ROOT}/"), encoding="utf-8")
    (root / DOCS).mkdir(parents=True)
    return root
