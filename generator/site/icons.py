"""The icons of a site that is an app: drawn once, and kept until their colour changes, or what draws them."""

import marshal
from pathlib import Path

from generator.site.code import code_print
from generator.site.kept import FOLDER
from generator.site.sealed_file import leave, left, storing

FILE, WHAT = f"{FOLDER}/icons", "the icons of a site"
SIDES = (180, 192, 512)  # pixels; Apple's phones take the first, the others ask for the rest


def kept_icons(root: Path, colour: str) -> dict[int, bytes]:
    """Give the icons by their sides, as an earlier build of the project has drawn them, or drawn now."""
    made_by = f"{code_print()} {colour}"
    if not storing():
        return icons(colour)
    if body := left(root, FILE, WHAT, "they are drawn anew"):
        known, found = marshal.loads(body)  # noqa: S302 - this machine sealed it
        if known == made_by:
            return dict(found)
    drawn = icons(colour)
    leave(root, FILE, WHAT, marshal.dumps((made_by, drawn)))
    return drawn


def icons(colour: str) -> dict[int, bytes]:
    """Give the icons by their sides."""
    from generator.exports.icon import icon  # noqa: PLC0415 - with all that draws

    return {side: icon(side, colour) for side in SIDES}
