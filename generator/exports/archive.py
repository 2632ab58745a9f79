"""Zip archives whose bytes depend on nothing but their members."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date

FIRST_YEAR = 1980


def packed(members: Iterable[tuple[str, bytes]], edition: date, *, stored: frozenset[str] = frozenset()) -> bytes:
    """Give a zip of the members in the order given, dated as the edition; those in `stored` are not compressed."""
    when = (max(edition.year, FIRST_YEAR), edition.month, edition.day, 0, 0, 0)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name, when)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archive.writestr(info, data)
    return out.getvalue()
