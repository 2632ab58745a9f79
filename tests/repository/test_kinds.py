"""A kind of entry has all that the generator needs of it; each message names the place that lacks it."""

import pytest

from generator.model import ENTRY_KINDS, KINDS, QUESTION_BANKS, Kind
from tests.handbooks import tiny

every = pytest.mark.parametrize("kind", ENTRY_KINDS, ids=lambda kind: kind.id)


@every
def test_every_example_of_it_has_a_page_that_its_index_leads_to(kind: Kind) -> None:
    entries = tiny.content().of(kind)
    assert entries, f"tests/handbook/{kind.where} must hold an example"
    made = {page.path: page.text for page in tiny.pages()}
    paths = [f"{kind.folder}/{slug}.md" for slug in entries]
    assert [path for path in paths if path not in made] == []
    index = made[f"{kind.folder}/index.md"]
    assert [path for path in paths if path.removeprefix(f"{kind.folder}/") not in index] == []


@every
def test_the_new_handbook_and_the_skeletons_know_it(kind: Kind) -> None:
    wanted = [f"templates/new/{kind.holds if kind is QUESTION_BANKS else kind.id}.yaml", f"templates/init/{kind.where}"]
    assert [path for path in wanted if not (tiny.ROOT / path).exists()] == []


def test_no_two_kinds_share_an_id_or_files() -> None:
    ids = [kind.id for kind in KINDS] + [kind.holds for kind in KINDS if kind.holds and kind is not QUESTION_BANKS]
    assert sorted(set(ids)) == sorted(ids)
    assert len({kind.files for kind in KINDS}) == len(KINDS)
