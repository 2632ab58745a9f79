"""Any bytes load or become issues, soon, whatever they are."""

import os
import re
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.load import as_entry, load_entry
from generator.model import KINDS, Kind
from generator.text.issue import ContentError, Issue
from generator.text.source import parse_source
from tests.handbooks import tiny
from tests.tools.anything import ANY, examples
from tests.tools.pace import SECOND, seconds

SEEDS = tuple(sorted((tiny.TINY / "content").rglob("*.yaml")))
BITS = st.sampled_from(
    [
        *(b"\x00", b"\xff", b"\t", b"\n", b"\r", b"  ", b": ", b"- ", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!x "),
        *(
            b"'",
            b'"',
            b"|",
            b">",
            b"#",
            b"%",
            b"@",
            b"`",
            b"---\n",
            b"...\n",
            b"<<: ",
            b"? ",
            b"null",
            b"1",
            b"\\u202e",
        ),
        "\u202e".encode(),
    ]
)


@st.composite
def mutations(draw: st.DrawFn) -> tuple[Kind, bytes]:
    """Give the file of an entry with bytes cut, doubled or put in."""
    path = draw(st.sampled_from(SEEDS))
    collection = next(c for c in KINDS if path.relative_to(tiny.TINY).match(c.files))
    data = path.read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        at, length = draw(st.integers(0, len(data))), draw(st.integers(0, 40))
        put = draw(st.one_of(BITS, st.binary(max_size=4), st.just(data[at : at + length] * 2)))
        data = data[:at] + put + data[at + length * draw(st.integers(0, 1)) :]
    return collection, data


def issues_of(run: Callable[[], object]) -> tuple[Issue, ...] | None:
    try:
        run()
    except ContentError as error:
        return error.issues
    return None


def loads_or_becomes_issues(run: Callable[[], object]) -> None:
    issues = issues_of(run)
    assert issues is None or issues
    for issue in issues or ():
        assert re.fullmatch(r"\S+:[1-9]\d*:[1-9]\d*: .+ \[[a-z-]+\]", str(issue))
        assert str(issue).isprintable()


@given(raw=st.one_of(st.binary(max_size=200), ANY.map(str.encode), st.lists(BITS, max_size=30).map(b"".join)))
@examples(2)
def test_any_bytes_load_or_become_issues(raw: bytes) -> None:
    for collection in KINDS:
        loads_or_becomes_issues(lambda c=collection: as_entry(parse_source(raw, "x.yaml"), c, "x"))  # type: ignore[misc]


@given(case=mutations())
@examples(2)
def test_any_mutation_of_an_entry_loads_or_becomes_issues(case: tuple[Kind, bytes]) -> None:
    collection, data = case
    loads_or_becomes_issues(lambda: as_entry(parse_source(data, "x.yaml"), collection, "x"))


@given(case=mutations())
@examples(1 / 2)
def test_any_mutation_of_a_file_loads_or_becomes_issues(case: tuple[Kind, bytes]) -> None:
    collection, data = case
    with TemporaryDirectory() as folder:
        path = Path(folder, "x.yaml")
        path.write_bytes(data)
        loads_or_becomes_issues(lambda: load_entry(path, collection, "x", "x.yaml"))


@given(case=mutations())
@examples(1 / 4)
def test_any_mutation_of_the_handbook_is_checked_without_a_crash(case: tuple[Kind, bytes]) -> None:
    collection, data = case
    with TemporaryDirectory() as folder:
        root = tiny.copy_to(Path(folder))
        min(root.glob(collection.files)).write_bytes(data)
        assert all(str(issue).isprintable() for issue in tiny.issues_of(root))


def nested(open_: str, close_: str, depth: int) -> bytes:
    return ("a: " + open_ * depth + close_ * depth + "\n").encode()


BOMB = "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
SLOW = {
    "open-brackets": b"[" * 200_000,
    "brackets": nested("[", "]", 200_000),
    "braces": nested("{a: ", "}", 50_000),
    "levels": "\n".join(" " * at + "a:" for at in range(5_000)).encode(),
    "list-levels": ("- " * 5_000 + "a\n").encode(),
    "bomb": ("a: &a [x, x]\n" + BOMB).encode(),
    "long-line": b"title: " + b"x" * 60_000,
    "long-key": b"x" * 60_000 + b": 1\n",
    "keys": b"".join(b"k%d: 1\n" % at for at in range(8_000)),
    "same-keys": b"a: 1\n" * 12_000,
    "aliases": b"a: [" + b"*b, " * 15_000 + b"]\n",
    "anchors": b"".join(b"- &a%d x\n" % at for at in range(6_000)),
    "stars": b"*" * 64 * 1024,
    "percent": b"%" * 64 * 1024,
    "colons": b"a: " * 20_000,
    "question-marks": b"? " * 30_000,
    "quotes": b'"' * 64 * 1024,
    "backslashes": b'a: "' + b"\\\\" * 30_000 + b'"\n',
    "documents": b"---\n" * 16_000,
    "tags": b"- !!a x\n" * 8_000,
    "blank-lines": b"a: >\n" + b"\n" * 60_000 + b"  b\n",
    "utf-16": ("title: " + "x" * 30_000).encode("utf-16"),
    "nul": b"\x00" * 64 * 1024,
    "bidi": ("title: " + "\u202e" * 20_000).encode(),
    "escaped-bidi": b'title: "' + b"\\u202e" * 10_000 + b'"\n',
    "bad-bytes": b"\xff" * 64 * 1024,
    "carriage-returns": b"\r" * 64 * 1024,
    "slug": b"days: " + b"a-" * 30_000 + b"\n",
    "unknown-values": b"ending: " + b"reverse " * 8_000 + b"\n",
    "items": b"title: [" + b"x, " * 20_000 + b"]\n",
}


def took(run: Callable[[], object]) -> float:
    return seconds(lambda: loads_or_becomes_issues(run))


@pytest.mark.parametrize("name", SLOW)
def test_a_file_takes_less_than_a_second_in_every_collection(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(SLOW[name])
    assert took(lambda: load_entry(path, KINDS[0], "x", "x")) < SECOND
    assert took(lambda: parse_source(SLOW[name], "x")) < SECOND
    try:
        source = parse_source(SLOW[name], "x")
    except ContentError:
        return
    for collection in KINDS:
        assert took(lambda c=collection: as_entry(source, c, "x")) < SECOND  # type: ignore[misc]


LARGE = {
    "keys": b"".join(b"k%d: 1\n" % at for at in range(26_000)),
    "near-keys": b"".join(b"questons%d: 1\n" % at for at in range(15_000)),
    "same-keys": b"a: 1\n" * 50_000,
    "aliases": b"a: [" + b"*b, " * 60_000 + b"]\n",
    "documents": b"---\n" * 64_000,
    "items": b"title: [" + b"x, " * 80_000 + b"]\n",
    "tags": b"- !!a x\n" * 32_000,
    "records": b"questions:\n" + b"- {a: 1}\n" * 28_000,
    "prose": b"questions:\n- intent: " + b"x " * 120_000,
    "slug": b"questions:\n- id: " + b"a-" * 120_000 + b"!\n",
}


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("kind", ["questions", "glossary"])
def test_a_large_file_takes_less_than_a_second(name: str, kind: str, tmp_path: Path) -> None:
    collection = next(c for c in KINDS if c.id == kind)
    path = tmp_path / "x.yaml"
    path.write_bytes(LARGE[name])
    assert path.stat().st_size <= collection.kilobytes * 1024
    assert took(lambda: load_entry(path, collection, "x", "x")) < SECOND


@pytest.mark.parametrize("where", ["content/plans/x.yaml", "content/pages/x.md", "content/glossary.yaml", "content/x"])
def test_a_pipe_in_the_content_does_not_make_the_check_wait(where: str, root: Path) -> None:
    (root / where).unlink(missing_ok=True)
    os.mkfifo(root / where)
    assert [line for line in tiny.printed(root) if line.startswith(where)] != []  # or it waits for ever
