"""Run by Anki's own Python: imports decks and texts into a new collection, one after the other, and prints its notes.

python anki_import.py COLLECTION FILE...  ->  {guid: {fields, type, deck, tags}}, and a count of cards, as JSON
"""

import json
import sys

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, ImportCsvRequest


def main(collection: str, *files: str) -> None:
    col = Collection(collection)
    for file in files:
        if file.endswith(".apkg"):
            col.import_anki_package(ImportAnkiPackageRequest(package_path=file, options=ImportAnkiPackageOptions()))
        else:
            col.import_csv(ImportCsvRequest(path=file, metadata=col.get_csv_metadata(file, None)))
    notes = {}
    for one in col.find_notes(""):
        note = col.get_note(one)
        kind = note.note_type()
        decks = sorted({col.decks.name(card.did) for card in note.cards()})
        notes[note.guid] = {
            "fields": note.fields,
            "type": kind and kind["name"],
            "decks": decks,
            "tags": sorted(note.tags),
        }
    print(json.dumps({"notes": notes, "cards": len(col.find_cards(""))}))
    col.close()


main(*sys.argv[1:])
