"""A seal: by it this machine knows again what it made; whoever can only put files into a project cannot make one."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

GIVEN = "HANDBOOK_SEAL"  # the key of this process and of those it starts, where no file can keep one
LENGTH = 64
OTHERS = 0o077  # who may read a file that git hands out: ours is for one


def seal(data: bytes) -> str:
    """Give the seal of these bytes: the same on this machine each time, and on no other."""
    return hmac.new(_key().encode(), data, hashlib.sha256).hexdigest()


def is_sealed(data: bytes, given: object) -> bool:
    """Whether this machine sealed these bytes so."""
    return isinstance(given, str) and hmac.compare_digest(seal(data).encode(), given.encode("utf-8", "replace"))


def sealed(what: str, body: bytes) -> bytes:
    """Give the body below its seal as what it is: the seal of one thing is none of another."""
    return f"{seal(_as(what, body))}\n".encode() + body


def unsealed(what: str, data: bytes) -> bytes | None:
    """Give the body, if this machine sealed it as that."""
    mark, _, body = data.partition(b"\n")
    return body if is_sealed(_as(what, body), mark.decode("ascii", "replace")) else None


def _as(what: str, body: bytes) -> bytes:
    return what.encode() + b"\0" + body


def _key() -> str:
    if GIVEN not in os.environ:
        try:
            os.environ[GIVEN] = kept_key(_own_folder() / "handbook")
        except (OSError, RuntimeError):  # nobody's home, or none to write in
            os.environ[GIVEN] = secrets.token_hex()
    return os.environ[GIVEN]


def _own_folder() -> Path:
    """Give the folder where the system keeps what is one user's own."""
    named = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_STATE_HOME")
    return Path(named) if named else Path.home() / ".local/state"


def _found(path: Path) -> str:
    """Give the key in the file; nothing where it is none, or one that others could have put there."""
    if not path.is_file() or path.is_symlink() or (os.name == "posix" and path.stat().st_mode & OTHERS):
        return ""
    found = path.read_text(encoding="ascii", errors="replace")
    return found if len(found) == LENGTH else ""


def kept_key(folder: Path) -> str:
    """Give the key kept in the folder, made at the first call; one that others could have put there is none."""
    path = folder / "seal.key"
    if found := _found(path):
        return found
    from filelock import FileLock  # noqa: PLC0415 - slow to load, and needed once on a machine

    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "seal.lock"):
        if found := _found(path):
            return found
        path.unlink(missing_ok=True)
        made = secrets.token_hex(LENGTH // 2)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(made)
        return made
