"""What takes longer to make than to read, kept on disk for all processes: faces unpacked, and how many pages there are.

Each thing has one place, where what was made of something else is replaced; all is below this machine's seal.
"""

import hashlib
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from generator.text.own_path import own, write_file
from generator.text.seal import sealed, unsealed

FOLDER = "stock"  # on the shelves
PACKED = ".woff2"


class Stock:
    """Gives what is kept, or makes it; without a folder, everything is made."""

    def __init__(self) -> None:
        """Begin without a folder."""
        self._folder: Path | None = None

    def keep_on(self, shelves: Path) -> None:
        """Keep things on these shelves from now on."""
        self._folder = own(shelves.parent, shelves / FOLDER)

    def kept(self, name: str, made_of: bytes, make: Callable[[], bytes]) -> bytes:
        """Give what `make` gives; `made_of` is all that it depends on."""
        found = self.left(name, made_of)
        if found is None:
            found = make()
            self.leave(name, made_of, found)
        return found

    def left(self, name: str, made_of: bytes) -> bytes | None:
        """Give what was left there, if it was made of this."""
        path = self._folder / name if self._folder else None
        is_there = path and path.is_file() and not path.is_symlink()
        return unsealed(_what(name, made_of), path.read_bytes()) if path and is_there else None

    def leave(self, name: str, made_of: bytes, thing: bytes) -> None:
        """Leave it in the place of what was there, if there is a folder."""
        if self._folder:
            write_file(self._folder / name, sealed(_what(name, made_of), thing))


def _what(name: str, made_of: bytes) -> str:
    return f"{name} {hashlib.sha256(made_of).hexdigest()}"


STOCK = Stock()  # of this process


def fetcher() -> Any:  # noqa: ANN401 - WeasyPrint's fetcher
    """Give what fetches files for WeasyPrint: faces unpacked, as it would unpack them."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: PLC0415 - optional

    class Fetcher(URLFetcher):  # type: ignore[misc]
        """Fetches files, and nothing from elsewhere."""

        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401
            response = super().fetch(url, headers)
            if not url.endswith(PACKED):
                return response
            face = _unpacked(url, response.read())
            return URLFetcherResponse(response.url, face, response.headers, response.status)

    return Fetcher(allowed_protocols=("file",), fail_on_errors=True)


def _unpacked(url: str, face: bytes) -> bytes:
    """Give the face unpacked; where that fails, WeasyPrint says so of the face as it is."""
    from brotli import error as unsqueezable  # noqa: PLC0415 - optional
    from fontTools import version  # noqa: PLC0415
    from fontTools.ttLib import TTLibError, woff2  # noqa: PLC0415

    def unpack() -> bytes:
        out = BytesIO()
        woff2.decompress(BytesIO(face), out)
        return out.getvalue()

    try:
        return STOCK.kept(f"{hashlib.sha256(url.encode()).hexdigest()}.face", version.encode() + b"\0" + face, unpack)
    except (TTLibError, unsqueezable, struct.error, ValueError, LookupError, AssertionError):  # of a damaged face
        return face
