"""What makes a finished site an app on a phone: its manifest, its icons, and the worker that keeps it for a journey.

The worker (`templates/scripts/worker`) is told what the build knows of each file, so that it keeps nothing else: a
page that a hotel's network puts in another's place has another print. The same site gives the same worker.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.exports.download_list import FOLDER as DOWNLOADS
from generator.exports.inks import PAPER
from generator.site.icons import SIDES, icons, kept_icons
from generator.site.listing import files_of
from generator.site.pictures import FOLDER as PICTURES
from generator.text.language import ENGLISH, Language
from generator.text.own_path import write_file

MANIFEST, WORKER, UNKEPT = "manifest.json", "worker.js", "without-network.html"
CODE, FAREWELL = "assets/worker.js", "assets/worker-farewell.js"  # as `make scripts` bundles them
COLOUR = "#0a5361"  # where the handbook names none: that of its links
ICONS = "icons"
ROOM = 24  # letters below an icon
MOST = 15_000_000  # bytes kept unasked; a phone has room for it, and a reader reads no more in a week
PRINT = 16  # letters of a digest: two files of one site are not mistaken for each other
ASKED = ("index.html", UNKEPT, "practise/", "plans/", "search/start.js")  # what is there without having been read
FRAME = ("assets/",)
NEVER = (  # what no page asks for, and what stands for a page
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/worker",
    f"{PICTURES}/",
    f"{ICONS}/",
    "404.html",
    MANIFEST,
    WORKER,
    "_headers",
)
LEFT_OUT = frozenset({".map", ".gz", ".xml", ".txt", ".md"})
NOTHING: Mapping[str, str] = {}
HEADERS = f"/{WORKER}\n  Cache-Control: no-cache\n"


@dataclass(frozen=True, kw_only=True)
class App:
    """What a phone calls the site, what it says of it, its colour, and the language of both."""

    name: str
    says: str
    colour: str
    language: Language = ENGLISH


def make_app(
    site: Path, app: App, *, keeps: bool = True, known: Mapping[str, str] = NOTHING, root: Path | None = None
) -> None:
    """Write manifest, icons and worker into the finished site: all of its other files must be as they will be served.

    One that no longer `keeps` has a worker that takes leave: it forgets what it kept, and is gone. The digests of some
    files are `known`; the icons of a project at `root` are drawn once.
    """
    for side, drawn in (kept_icons(root, app.colour) if root else icons(app.colour)).items():
        write_file(site / f"{ICONS}/{side}.png", drawn)
    write_file(site / MANIFEST, _manifest(app).encode())
    code, farewell = site / CODE, site / FAREWELL
    text = f"self.handbookBuild={_known(site, known)};\n{_text(code)}" if keeps else _text(farewell)
    for part in (code, farewell):
        part.unlink(missing_ok=True)
    write_file(site / WORKER, text.encode())
    with (site / "_headers").open("a", encoding="utf-8") as headers:
        headers.write(HEADERS)


def _manifest(app: App) -> str:
    whole = {
        "name": app.name,
        "short_name": app.name if len(app.name) <= ROOM else app.name.rsplit(maxsplit=1)[-1].capitalize(),
        "description": app.says,
        "lang": app.language.code,
        "dir": app.language.direction,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": f"{ICONS}/{side}.png", "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
            for side in SIDES[1:]
            for purpose in ("any", "maskable")
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _known(site: Path, digests: Mapping[str, str]) -> str:
    """Give what the worker knows of the build: version, print and size of each file, and what is always kept."""
    files = {path: _printed(site / path, digests.get(path)) for path in sorted(_served(site))}
    version = _print(json.dumps(files).encode())
    always = [path for path in files if path.startswith((*ASKED, *FRAME))]
    return json.dumps({"version": version, "most": MOST, "always": always, "files": files}, separators=(",", ":"))


def _served(site: Path) -> Iterator[str]:
    for name in files_of(site):
        ending = os.path.splitext(name)[1]  # noqa: PTH122 - asked of thousands
        if ending in LEFT_OUT or name.startswith(NEVER):
            continue
        if not name.startswith(f"{DOWNLOADS}/") or ending == ".html":
            yield name


def _printed(path: Path, digest: str | None) -> tuple[str, int]:
    """Give print and size of a file."""
    if digest:
        return digest[:PRINT], path.stat().st_size
    data = path.read_bytes()
    return _print(data), len(data)


def _print(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:PRINT]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
