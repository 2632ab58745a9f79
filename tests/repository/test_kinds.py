"""A kind of entry has all that the generator needs of it; each message names the place that lacks it."""

import pytest

from generator.content.address import FOLDERS as PATHS
from generator.content.content import LINKED_KINDS, SINGLE
from generator.model import FOLDERS, Collection
from generator.review.changes import KINDS
from tests.handbooks import tiny

every = pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.kind)
single = pytest.mark.parametrize("folder", SINGLE, ids=lambda folder: folder.kind)


@every
def test_its_pages_are_written(folder: Collection) -> None:
    entries = tiny.content().of(folder)
    assert entries, f"tests/handbook/{folder.where} must hold an example"
    made = {page.path for page in tiny.pages()}
    for slug in entries:
        path = f"{PATHS[folder.kind]}/{slug}.md"
        assert path in made, f"generator/pages/pages.py must give {path}"


@single
def test_it_can_be_linked_to(folder: Collection) -> None:
    assert folder.kind in LINKED_KINDS


@single
def test_its_changes_have_a_name(folder: Collection) -> None:
    assert folder.kind in KINDS, "generator/review/changes.py must say one and many of it"
