"""How streams of a PDF are packed: at the usual level."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

LEVEL = 6


def packed(drawn: bytes) -> bytes:
    """Give the drawing of a page packed."""
    return zlib.compress(drawn, LEVEL)


@contextmanager
def packed_fast() -> Iterator[None]:
    """Have pydyf pack at the usual level: its highest takes as long as all the rest, for a hundredth of the size."""
    import pydyf  # noqa: PLC0415 - optional

    fast = SimpleNamespace(compressobj=lambda **_: zlib.compressobj(LEVEL))
    pydyf.zlib = fast
    try:
        yield
    finally:
        pydyf.zlib = zlib
