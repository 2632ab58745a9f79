"""The cards: each known by the first name of what it asks about, the same in deck and text, and never doubled."""

import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from generator.exports import anki
from generator.site.pipeline import check
from tests.handbooks import tiny

EDITION = datetime(2026, 11, 21, tzinfo=UTC)
LATER = datetime(2027, 3, 1, tzinfo=UTC)
ANKI = os.environ.get("ANKI", "")  # the Python that has it; `make anki` gives one
real_anki = pytest.mark.skipif(not ANKI, reason="`make anki` installs it: AGPL, apart from all else")


def notes(package: bytes, folder: Path) -> dict[str, tuple[str, str]]:
    """Give fields and tags of each note of an Anki package by its guid."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        database = folder / "collection.anki2"
        database.write_bytes(archive.read("collection.anki2"))
    connection = sqlite3.connect(database)
    try:
        rows = connection.execute("select guid, flds, tags from notes").fetchall()
    finally:
        connection.close()
    return {guid: (fields, tags) for guid, fields, tags in rows}


def test_the_deck_has_a_note_for_every_card_and_each_its_own_guid(tmp_path: Path) -> None:
    cards = list(anki.cards(tiny.content()))
    found = notes(anki.deck(tiny.content(), EDITION), tmp_path)
    assert len(found) == len(cards) == len({card.id for card in cards})
    assert {fields for fields, _ in found.values()} == {f"{card.front}\x1f{card.back}" for card in cards}
    asked = {card.id for card in cards if card.id.startswith("question:")}
    assert asked == {f"question:{slug}" for slug in tiny.content().bank}


def test_a_later_edition_with_changed_words_keeps_every_guid(root: Path, tmp_path: Path) -> None:
    before = notes(anki.deck(check(root).content, EDITION), tmp_path)
    question = next(iter(check(root).content.bank.values()))
    ask = question.record.ask
    path = root / question.file
    path.write_text(path.read_text(encoding="utf-8").replace(ask, "Asked in quite other words?"), encoding="utf-8")
    after = notes(anki.deck(check(root).content, LATER), tmp_path)
    assert set(after) == set(before)
    assert sum(after[guid] != before[guid] for guid in before) >= 1


def test_the_text_deck_reads_back_as_the_same_cards() -> None:
    lines = anki.deck_text(tiny.content()).splitlines()
    assert lines[:6] == [
        "#separator:tab",
        "#html:true",
        f"#notetype:{tiny.content().words.title}",
        "#guid column:1",
        "#deck column:2",
        "#tags column:5",
    ]
    rows = list(csv.reader(lines[6:], delimiter="\t"))
    assert [(row[2], row[3]) for row in rows] == [(card.front, card.back) for card in anki.cards(tiny.content())]


def test_no_card_holds_a_script_or_a_dead_link() -> None:
    for card in anki.cards(tiny.content()):
        assert not re.search(r"<script|href=\"#|javascript:", card.front + card.back)


def replaced(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def test_a_reworded_red_flag_term_or_question_keeps_its_card(root: Path) -> None:
    before = {card.id: card for card in anki.cards(check(root).content)}
    reword(root)
    after = {card.id: card for card in anki.cards(check(root).content)}
    assert set(before) == set(after)
    changed = {found.partition(":")[0] for found in before if before[found].front != after[found].front}
    assert {"red-flag", "term", "question"} <= changed


def reword(root: Path) -> None:
    """Give a red flag, a term and a question other words."""
    sign = "- sign: Everything was a priority"
    replaced(
        root,
        "content/competencies/choosing-what-to-build.yaml",
        sign,
        f"- sign: All of it came first\n    formerly: [{sign.partition(': ')[2]}]",
    )
    replaced(root, "content/glossary.yaml", "{term: RICE,", "{term: RICE score, formerly: [RICE],")
    questions = "content/questions/choosing-what-to-build.yaml"
    replaced(root, questions, "ask: What is the hardest bet you made?", "ask: Which bet was hard for you?")


def test_every_output_has_the_same_bytes_twice() -> None:
    assert anki.deck(tiny.content(), EDITION) == anki.deck(tiny.content(), EDITION)


# the real Anki


def written(folder: Path, root: Path, when: datetime) -> tuple[Path, Path]:
    """Write deck and text of the project, and give their places."""
    content = check(root).content
    folder.mkdir()
    (folder / "cards.apkg").write_bytes(anki.deck(content, when))
    (folder / "cards.txt").write_text(anki.deck_text(content), encoding="utf-8")
    return folder / "cards.apkg", folder / "cards.txt"


def imported(folder: Path, *files: Path) -> dict[str, Any]:
    """Give what Anki holds after it imported these files, in this order."""
    script = Path(__file__).with_name("anki_import.py")
    run = subprocess.run(
        [ANKI, str(script), str(folder / "own.anki2"), *map(str, files)], check=True, capture_output=True, text=True
    )
    (folder / "own.anki2").unlink()
    return dict(json.loads(run.stdout))


@real_anki
@pytest.mark.parametrize("second", ["deck", "text"])
def test_anki_takes_an_edited_edition_as_changes_of_the_same_notes(second: str, root: Path, tmp_path: Path) -> None:
    deck, _ = written(tmp_path / "first", root, EDITION)
    first = imported(tmp_path, deck)
    assert len(first["notes"]) == first["cards"] == len(list(anki.cards(check(root).content)))
    reword(root)
    new_deck, new_text = written(tmp_path / "second", root, LATER)
    both = imported(tmp_path, deck, new_deck if second == "deck" else new_text)
    assert both["notes"].keys() == first["notes"].keys()
    assert both["cards"] == first["cards"]
    assert sum(both["notes"][guid] != first["notes"][guid] for guid in first["notes"]) >= 3
    assert {guid: note["fields"] for guid, note in both["notes"].items()} == {
        anki.guid(card): [card.front, card.back] for card in anki.cards(check(root).content)
    }
    assert {note["type"] for note in both["notes"].values()} == {check(root).content.words.title}


@real_anki
def test_anki_takes_the_deck_after_the_text_after_the_deck(root: Path, tmp_path: Path) -> None:
    deck, text = written(tmp_path / "first", root, EDITION)
    assert imported(tmp_path, deck, text, deck) == imported(tmp_path, deck)
