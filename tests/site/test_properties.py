"""Any folder comes to hold exactly the pages."""

from pathlib import Path
from string import ascii_lowercase
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from generator.site.write import KEPT, write_folder

NAMES = st.text(ascii_lowercase, min_size=1, max_size=3)
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(lambda names: "/".join(names) + ".md")
PAGES = st.dictionaries(PATHS, st.text(st.characters(exclude_categories=("Cs",)), max_size=20), max_size=8)


def found_in(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@given(before=PAGES, after=PAGES, strays=st.lists(PATHS, max_size=3), empty=st.lists(NAMES, max_size=2))
def test_any_folder_comes_to_hold_exactly_the_pages(
    before: dict[str, str], after: dict[str, str], strays: list[str], empty: list[str]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name, "docs")
        write_folder(folder, before)
        (folder / KEPT).write_text("*\n")
        for stray in strays:
            (folder / stray).with_suffix("").mkdir(parents=True, exist_ok=True)
            ((folder / stray).with_suffix("") / "stray.txt").write_text("stray")
        for path in empty:
            (folder / path).mkdir(exist_ok=True)
        done = write_folder(folder, after)
        wanted = {path: text.encode() for path, text in after.items()}
        assert found_in(folder) == {**wanted, KEPT: b"*\n"}
        assert all(any(p.iterdir()) for p in folder.rglob("*") if p.is_dir())
        assert done.written == sum(before.get(path) != text for path, text in after.items())
        assert write_folder(folder, after).written == 0
