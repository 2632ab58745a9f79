"""The pictures that a chat shows beside a link: hung into a finished site, whichever engine has built it.

A picture is kept under the digest of all that it comes from, so that of a page that did not change none is drawn again.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from generator.exports.sketch import Sketch
from generator.site.lock import FOLDER as CACHE
from generator.site.lock import alone
from generator.text.own_path import own, write_file

FOLDER = "pictures"
STORE = f"{CACHE}/{FOLDER}"


def hang_pictures(root: Path, site: Path, sketches: Mapping[str, Sketch], fonts: Path) -> int:
    """Give each page of the site (by its path under build/docs) its picture, and say how many had to be drawn.

    The project's store then holds these pictures and no others.
    """
    if not sketches:
        return 0
    from generator.exports import picture  # noqa: PLC0415 - with all that draws

    drawn, tools = 0, _tools(fonts)
    with alone(root, FOLDER):
        store = own(root, root / STORE)
        store.mkdir(parents=True, exist_ok=True)
        kept = set()
        for path, sketch in sketches.items():
            file = store / f"{_digest(tools, sketch)}.png"
            if not file.is_file():
                write_file(file, picture.picture(sketch, fonts))
                drawn += 1
            kept.add(file.name)
            place = site / picture_of(path)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
        for file in store.iterdir():
            if file.name not in kept:
                file.unlink()
    return drawn


def picture_of(path: str) -> str:
    """Give the place in the site of the picture of the page at this path under build/docs: named by its address."""
    address = path.removesuffix(".md").removesuffix("index").strip("/")
    return f"{FOLDER}/{address or 'index'}.png"


def _tools(fonts: Path) -> bytes:
    """Give a digest of what draws: the library, the modules, the letters."""
    from generator.exports import canvas, lettering, picture  # noqa: PLC0415 - the same

    digest = hashlib.sha256(picture.DRAWN_WITH.encode())
    modules = (Path(str(module.__file__)) for module in (canvas, lettering, picture))
    for path in (*modules, *sorted(fonts.glob("*.woff2"))):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.digest()


def _digest(tools: bytes, sketch: Sketch) -> str:
    return hashlib.sha256(tools + json.dumps([type(sketch.figure).__name__, asdict(sketch)]).encode()).hexdigest()
