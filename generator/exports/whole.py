"""A file that is there whole, or not at all."""

import os
import tempfile
from pathlib import Path


def replace_whole(path: Path, data: bytes) -> None:
    """Make the file hold these bytes: whoever looks meanwhile, or after an interruption, finds the old ones.

    Raises OSError where the disk refuses.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
