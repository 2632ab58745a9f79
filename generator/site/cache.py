"""What was worked out, kept on disk by a key that says what it follows from; a build without it gives the same."""

import hashlib
import inspect
import json
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, Self

from generator.text.own_path import write_file
from generator.text.seal import seal

HEAD = re.compile(rb"([0-9a-f]{64}) ([0-9a-f]{64})\n")
REST = 60  # seconds that a file nobody asked for is left: another build may just have written it


class Cache:
    """A folder of results, each as JSON: exactly those that were asked for while it was last open, and what is new.

    What is damaged, or cannot be read or written, is made anew and named on stderr; what other code made is made anew.
    """

    def __init__(self, folder: Path, made_by: str) -> None:
        self._folder, self._made_by = folder, made_by
        self._asked: set[str] = set()
        self._damaged = 0
        self._refused = "it is a link" if folder.is_symlink() else ""

    def __call__(self, key: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever JSON can hold
        """Give what is kept under the key, or else what is made now, which is kept from now on."""
        path = self._path(key)
        self._asked.add(path.name)
        found = None if self._refused else self._read(path)
        if found is None:
            found = make()
            self._write(path, found)
        return found

    def hold(self, keys: Iterable[str]) -> None:
        """Have what is kept under these keys stay, as far as it is whole."""
        for key in keys if not self._refused else ():
            path = self._path(key)
            self._asked.add(path.name)
            self._body(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Say what was wrong with it, and forget what nobody asked for."""
        if self._damaged:
            _say(f"{self._folder}: {self._damaged} damaged; what they held is made anew.")
        if self._refused:
            _say(f"{self._folder}: not used ({self._refused}); the next build makes anew what it would hold.")
        elif kind is None:
            self._forget()

    def _path(self, key: str) -> Path:
        return self._folder / f"{hashlib.sha256(key.encode()).hexdigest()}.json"

    def _read(self, path: Path) -> Any:  # noqa: ANN401 - the same
        body = self._body(path)
        return None if body is None else json.loads(body)

    def _body(self, path: Path) -> bytes | None:
        try:
            data = b"" if path.is_symlink() else path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError:
            data = b""
        head = HEAD.match(data)
        if head and head[1].decode() != self._made_by:
            return None
        if not head or hashlib.sha256(body := data[head.end() :]).hexdigest() != head[2].decode():
            self._damaged += 1
            return None
        return body

    def _write(self, path: Path, found: object) -> None:
        if self._refused:
            return
        body = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
        try:
            write_file(path, f"{self._made_by} {hashlib.sha256(body).hexdigest()}\n".encode() + body)
        except OSError as error:
            self._refused = error.strerror or "it cannot be written"

    def _forget(self) -> None:
        for path in self._folder.glob("*"):
            try:
                if path.name not in self._asked and time.time() - path.lstat().st_mtime > REST:
                    path.unlink()
            except OSError:
                continue  # another build was faster, or it is a folder of somebody's


def print_of(*modules: ModuleType) -> str:
    """Give a print of what the code of these modules makes here: of their source, and of the Python that runs it.

    It is sealed, so that nobody else can put into the folder what would be taken for made.
    """
    made_by = [sys.version, unicodedata.unidata_version, *map(_source, modules)]
    return seal("\0".join(made_by).encode())


def _source(module: ModuleType) -> str:
    try:
        return inspect.getsource(module)
    except OSError:
        return str(time.time_ns())  # installed without its source: nothing that is kept can be known to be its


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")
