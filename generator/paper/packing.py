"""How a PDF is packed: streams at the usual level, and what stands in two files once for both."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

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


def pack_once(pdf: Any) -> None:  # noqa: ANN401 - pydyf's file
    """Have each object of the file but its pages hold its bytes: they are the same however often it is written."""
    from pydyf import Object  # noqa: PLC0415 - optional

    class Packed(Object):  # type: ignore[misc]
        data, compressible = b"", False

        def __init__(self, one: Object) -> None:
            super().__init__()
            self.number, self.generation, self.free = one.number, one.generation, one.free
            self.data, self.compressible = one.data, one.compressible

    pages = set(pdf.pages["Kids"][::3])
    pdf.objects = [one if one.free == "f" or one.number in pages else Packed(one) for one in pdf.objects]
