"""What one build leaves for the next, in a file under this machine's seal: any other is not heeded, which is said."""

import os
import sys
from contextlib import suppress
from pathlib import Path

from generator.text.own_path import own, write_file
from generator.text.seal import sealed, unsealed

LARGEST = 1 << 27  # bytes: what is more is not kept
NO_STORE = "HANDBOOK_NO_STORE"  # set, where all is to be made anew
NOT_HEEDED = "damaged, or not made here"


def storing() -> bool:
    """Whether this process is to take what was left, and to leave something."""
    return not os.environ.get(NO_STORE)


def left(root: Path, file: str, what: str, then: str) -> bytes | None:
    """Give what was left in the project's file as `what`; `then` is said where it is not this machine's."""
    try:
        path = own(root, root / file)
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        body = unsealed(what, path.read_bytes())
    except OSError:
        return None
    if body is None:
        sys.stderr.write(f"{root / file}: {NOT_HEEDED}; {then}.\n")
    return body


def leave(root: Path, file: str, what: str, body: bytes) -> None:
    """Leave this for the next build. A disk that refuses costs no more."""
    with suppress(OSError):
        path = own(root, root / file)
        if len(body) < LARGEST:
            write_file(path, sealed(what, body))
        else:
            path.unlink(missing_ok=True)
