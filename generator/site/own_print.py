"""The style sheets for paper in a handbook's own colour, with what its own/print.css adds to them."""

import shutil
from pathlib import Path

from generator.model.look import Look
from generator.site.app import COLOUR
from generator.site.lock import FOLDER as CACHE
from generator.site.own_folder import FOLDER
from generator.text.colour import tokens
from generator.text.own_path import write_file

SHEET, ALL_WEAR = "print.css", "paper.css"  # one's own, and the one that all of paper wears
DRESSED = f"{CACHE}/print"


def print_styles(root: Path, theirs: Path, look: Look) -> Path:
    """Give the folder of style sheets for paper: the generator's, or a copy of it in the handbook's own colour."""
    own = root / FOLDER / SHEET
    if not look.accent and not own.is_file():
        return theirs
    accent = tokens(look.accent)[2]["accent"] if look.accent else COLOUR
    shutil.rmtree(root / DRESSED, ignore_errors=True)
    shutil.copytree(theirs / "fonts", root / DRESSED / "fonts")
    for sheet in theirs.glob("*.css"):
        more = own.read_text(encoding="utf-8") if sheet.name == ALL_WEAR and own.is_file() else ""
        text = sheet.read_text(encoding="utf-8").replace(COLOUR, accent) + more
        write_file(root / DRESSED / sheet.name, text.encode())
    return root / DRESSED
