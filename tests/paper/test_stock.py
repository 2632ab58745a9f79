from pathlib import Path

import pytest

from generator.paper.stock import FOLDER, Stock, fetcher
from generator.site.pipeline import templates_of
from tests.handbooks import tiny


def made(stock: Stock, made_of: bytes, thing: bytes) -> bytes:
    return stock.kept("a.thing", made_of, lambda: thing)


@pytest.fixture
def stock(tmp_path: Path) -> Stock:
    it = Stock()
    it.keep_on(tmp_path / "shelves")
    return it


def test_what_is_kept_is_made_once_and_anew_where_what_it_depends_on_has_changed(stock: Stock, tmp_path: Path) -> None:
    assert made(stock, b"one", b"first") == b"first"
    assert made(stock, b"one", b"second") == b"first"
    assert made(stock, b"other", b"third") == b"third"
    assert made(stock, b"other", b"fourth") == b"third"
    assert len(list((tmp_path / "shelves" / FOLDER).iterdir())) == 1, "what was replaced must not stay"


def test_what_somebody_else_put_there_is_not_taken(stock: Stock, tmp_path: Path) -> None:
    made(stock, b"one", b"first")
    (kept,) = (tmp_path / "shelves" / FOLDER).iterdir()
    kept.write_bytes(kept.read_bytes().replace(b"first", b"other"))
    assert made(stock, b"one", b"anew") == b"anew"
    kept.unlink()
    kept.symlink_to(tmp_path / "elsewhere")
    assert made(stock, b"one", b"again") == b"again"
    assert not (tmp_path / "elsewhere").exists()


def test_without_a_folder_everything_is_made() -> None:
    assert made(Stock(), b"one", b"first") == b"first"
    assert made(Stock(), b"one", b"second") == b"second"


def test_a_face_is_given_as_weasyprint_would_unpack_it(tmp_path: Path) -> None:
    fonts = templates_of(tiny.TINY) / "print/fonts"
    packed = min(fonts.glob("*.woff2"))
    face = fetcher()(packed.resolve().as_uri()).read()
    assert face[:4] in {b"\0\1\0\0", b"OTTO"}
    damaged = tmp_path / "damaged.woff2"
    damaged.write_bytes(b"wOF2" + packed.read_bytes()[4:90])
    assert fetcher()(damaged.as_uri()).read() == damaged.read_bytes(), "WeasyPrint says what is wrong with it"
