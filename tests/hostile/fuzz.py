"""Mutate real entries for as long as you like: `nice python -m tests.hostile.fuzz --minutes 10 --jobs 2`.

Each mutation changes the bytes of an entry and goes down the real road: parsed, validated, checked against the rules of
a whole handbook. What is accepted is rendered as its fields stand, and now and then as whole pages, and what comes out
is read as a browser would. Mutations follow a seed, so that a finding can be repeated; a finding is written to
.cache/fuzz. With atheris installed (it has no wheel for every system and is in no lock file), `--guided` lets the
branches that an input reaches choose the next one.
"""

import argparse
import dataclasses
import hashlib
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from generator.content.content import Content
from generator.content.entry import Entry
from generator.content.load import as_entry
from generator.model import KINDS, Kind, Words
from generator.model.schema_walk import walk_fields
from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.rules.every import broken_rules
from generator.rules.style_rules import style_warnings
from generator.site.pipeline import templates_of
from generator.site.sanitizer import sanitize
from generator.text.issue import ContentError
from generator.text.prose_markdown import escape, markdown
from generator.text.source import parse_source
from tests.handbooks import tiny
from tests.readers.page import read, to_html
from tests.tools import pace
from tests.tools.pace import SECOND

FINDINGS = tiny.ROOT / ".cache/fuzz"
SUBSET = frozenset({"p", "ul", "ol", "li", "em", "strong", "code", "a"})
GIVEN = frozenset({"href", "rel"})
ADDRESS = re.compile(r"https://[^\s\"<>]+|\.\./[a-z]+/[a-z0-9/-]+\.md")
WHOLE_EVERY = 100  # of the accepted ones, how many apart the whole handbook is rendered
RULES_EVERY = 10
SEED = 8
BITS = (
    *(
        b"\x00",
        b"\xff",
        b"\xc0\xaf",
        b"\xed\xa0\x80",
        b"\xe2\x80\xae",
        b"\xe2\x80\x8d",
        b"\xef\xbb\xbf",
        b"\r",
        b"\r\n",
    ),
    *(b"\n", b"\t", b"  ", b": ", b"- ", b"? ", b"[", b"]", b"{", b"}", b"&a ", b"*a", b"<<: ", b"!!x ", b"'", b'"'),
    *(
        b"|",
        b">",
        b"|-\n",
        b"#",
        b" # ",
        b"%",
        b"@",
        b"`",
        b"---\n",
        b"...\n",
        b"~",
        b"null",
        b"true",
        b"1",
        b"1e9",
        b"-1",
    ),
    *(
        b"\\",
        b"\\u202e",
        b"\\ud800",
        b"\\0",
        b"\\x00",
        b"\\N",
        b"<script>alert(1)</script>",
        b"<img src=x onerror=alert(1)>",
    ),
    *(
        b"</article>",
        b"<!--",
        b"-->",
        b"<![",
        b"]]>",
        b"<?",
        b"&lt;",
        b"&#x3c;",
        b"{: onclick=x }",
        b"{{ x }}",
        b"{% x %}",
    ),
    *(
        b'--8<-- ".env"',
        b"[a](javascript:alert(1))",
        b"[a](https://a.bc/?d=e&f)",
        b"](",
        b"![",
        b"[^1]",
        b"*[a]: b",
        b"**",
    ),
    *(
        b"*",
        b"_",
        b"``",
        b"```\n",
        b"    ",
        b"1. ",
        b"# ",
        b"===",
        b"| a | b |",
        b"!!! a",
        b"$$",
        b"==",
        b"~~",
        b"^",
        b"klzzwxh:1",
    ),
    *("é".encode(), "ß".encode(), "\u05d0".encode(), "\u0600".encode(), "👩\u200d💻".encode(), "\U000e0041".encode()),
)


@dataclass(frozen=True)
class Seed:
    """A real entry, and the handbook that it belongs to."""

    kind: Kind
    slug: str
    raw: bytes
    tiny: bool


@dataclass
class Figures:
    """What a run met."""

    mutations: int = 0
    refused: int = 0
    accepted: int = 0
    whole: int = 0
    uncaught: list[str] = field(default_factory=list)
    unsafe: list[str] = field(default_factory=list)
    slowest: float = 0.0
    slowest_page: float = 0.0
    memory: int = 0  # megabytes, at most, of one process
    kinds: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Figures") -> None:
        """Take the other's figures in."""
        for name in ("mutations", "refused", "accepted", "whole", "uncaught", "unsafe", "kinds", "codes"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.slowest = max(self.slowest, other.slowest)
        self.slowest_page = max(self.slowest_page, other.slowest_page)
        self.memory = max(self.memory, other.memory)

    def __str__(self) -> str:
        kinds, codes = (
            ", ".join(f"{name} {count}" for name, count in one.most_common()) for one in (self.kinds, self.codes)
        )
        return (
            f"{self.mutations} mutations: {self.refused} refused, {self.accepted} accepted, "
            f"{self.whole} of them rendered as a whole handbook\n"
            f"{len(self.uncaught)} uncaught, {len(self.unsafe)} unsafe, slowest file {self.slowest:.3f} s, "
            f"slowest page {self.slowest_page:.3f} s, {self.memory} MB\nof: {kinds}\nrefused for: {codes}"
        )


@cache
def seeds(*, real: bool = True) -> tuple[Seed, ...]:
    """Give the entries to begin with: those of the tiny handbook, and the real ones too."""
    return tuple(
        Seed(kind=c, slug=_slug(c, path), raw=path.read_bytes(), tiny=root == tiny.TINY)
        for root in ((tiny.TINY, tiny.ROOT) if real else (tiny.TINY,))
        for c in KINDS
        for path in sorted(root.glob(c.files))
    )


def _slug(kind: Kind[Any], path: Path) -> str:
    return f"{path.parent.name}/{path.stem}" if kind.in_folders else path.stem


def mutated(raw: bytes, chance: Random) -> bytes:
    """Give the bytes with one to four changes: cut, doubled, put in, flipped, moved, or lines swapped."""
    data = bytearray(raw)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randint(0, len(data)), chance.choice((1, 2, 4, 8, 40, 200))
        piece = bytes(data[at : at + length])
        match chance.randint(0, 9):
            case 0:
                del data[at : at + length]
            case 1:
                data[at:at] = piece * chance.choice((1, 2, 20))
            case 2 | 3 | 4:
                data[at:at] = chance.choice(BITS)
            case 5:
                data[at : at + length] = chance.choice(BITS)
            case 6 if at < len(data):
                data[at] ^= 1 << chance.randint(0, 7)
            case 7:
                data[at:at] = chance.choice(BITS) * chance.choice((2, 50, 1000))
            case 8:
                other = chance.randint(0, len(data))
                data[other:other] = piece
            case _:
                lines = bytes(data).split(b"\n")
                one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
                lines[one], lines[two] = lines[two], lines[one]
                data = bytearray(b"\n".join(lines))
    return bytes(data)


def try_one(seed: Seed, raw: bytes, figures: Figures) -> Entry[Any] | None:
    """Send one mutation down the road and note what became of it; give the entry where it is accepted and new."""
    figures.mutations += 1
    began = time.process_time()
    try:
        entry = _checked(seed, raw, whole=figures.mutations % RULES_EVERY == 0)
    except ContentError as error:
        figures.refused += 1
        figures.codes[error.issues[0].code] += 1
        if wrong := [str(i) for i in error.issues if not str(i).isprintable() or i.line < 1 or i.column < 1]:
            figures.unsafe.append(_kept(raw, f"an issue that is none: {wrong[0]!r}"))
        return None
    except Exception as error:  # noqa: BLE001 - to catch what nobody thought of is what this is for
        figures.uncaught.append(_kept(raw, repr(error)))
        return None
    finally:
        figures.slowest = max(figures.slowest, pace.here(time.process_time() - began))
    figures.accepted += 1
    began = time.process_time()
    try:
        wrong = list(unsafe_fields(entry, _texts(seed)))
    except Exception as error:  # noqa: BLE001 - the same
        figures.uncaught.append(_kept(raw, repr(error)))
        return None
    figures.slowest_page = max(figures.slowest_page, pace.here(time.process_time() - began))
    figures.unsafe += [_kept(raw, said) for said in wrong]
    return entry


def _checked(seed: Seed, raw: bytes, *, whole: bool) -> Entry[Any]:
    entry = as_entry(parse_source(raw, "x.yaml"), seed.kind, seed.slug)
    if whole and seed.tiny:
        content = beside(entry, seed)
        if broken := [i for i in (*broken_rules(content), *style_warnings(content)) if i.severity == "error"]:
            raise ContentError(broken)
    return entry


@cache
def _texts(seed: Seed) -> frozenset[str]:
    entry = as_entry(parse_source(seed.raw, "x.yaml"), seed.kind, seed.slug)
    return frozenset(value for _, mark, value in walk_fields(entry.record) if isinstance(mark, Words))


def unsafe_fields(entry: Entry[Any], known: frozenset[str]) -> Iterator[str]:
    """Give what is wrong with the HTML of each text of the entry that is not among the known ones."""
    for path, mark, value in walk_fields(entry.record):
        if isinstance(mark, Words) and value not in known:
            text = escape(value) if mark.form == "text" else markdown(value, lambda kind, slug: f"../{kind}/{slug}.md")
            allowed = frozenset({"p"}) if mark.form == "text" else SUBSET
            for said in unsafe(text, allowed):
                yield f"{'.'.join(map(str, path))}: {said}"


def unsafe(text: str, allowed: frozenset[str] = SUBSET) -> Iterator[str]:
    """Give what a browser would find in this Markdown besides the subset."""
    seen = read(to_html(text))
    yield from (f"odd: {odd!r}" for odd in seen.odd)
    yield from (f"element {tag}" for tag, _ in seen.tags if tag not in allowed)
    yield from (f"attribute {name}" for _, given in seen.tags for name in given if name not in GIVEN)
    yield from (f"address {link!r}" for link in seen.links if not ADDRESS.fullmatch(link))


def beside(entry: Entry[Any], seed: Seed) -> Content:
    """Give the tiny handbook with the entry in the place of the one that it came from."""
    content = tiny.content()
    if not seed.kind.single:
        return content.with_entry(seed.kind, entry)
    return dataclasses.replace(content, **{seed.kind.folder: entry})


def unsafe_pages(content: Content) -> Iterator[str]:
    """Give what is wrong with any page of this handbook."""
    for page in build_pages(content, renderer(content, templates_of(tiny.TINY) / "pages")):
        html = to_html(page.text)
        if refused := sanitize(html).refused:
            yield f"{page.path}: the second wall leaves out {refused!r}"
        seen = read(html)
        yield from (f"{page.path}: odd {odd!r}" for odd in seen.odd)
        yield from (f"{page.path}: the id {name!r} again" for name, times in Counter(seen.ids).items() if times > 1)


def run(minutes: float, start: int, most: int = 0, *, real: bool = True) -> Figures:
    """Try mutations until the time is over, or so many of them."""
    figures, chance = Figures(), Random(start)  # noqa: S311 - chance that can be repeated
    listed = seeds(real=real)
    weights = [1 / (400 + len(seed.raw)) for seed in listed]
    until = time.monotonic() + minutes * 60
    whole = 0
    while time.monotonic() < until and (not most or figures.mutations < most):
        seed = chance.choices(listed, weights)[0]
        raw = mutated(seed.raw, chance)
        figures.kinds[seed.kind.id] += 1
        entry = try_one(seed, raw, figures)
        if entry is None or not seed.tiny:
            continue
        whole += 1
        if whole % WHOLE_EVERY == 0:
            _whole(entry, seed, figures)
    figures.memory = memory()
    return figures


def memory() -> int:
    """Give the most megabytes that this process had, where the system says."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - which Windows has not

    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


def _whole(entry: Entry[Any], seed: Seed, figures: Figures) -> None:
    raw = entry.source.text.encode()
    try:
        content = beside(entry, seed)
        if not [issue for issue in broken_rules(content) if issue.severity == "error"]:
            figures.whole += 1
            figures.unsafe += [_kept(raw, said) for said in unsafe_pages(content)]
    except Exception as error:  # noqa: BLE001 - the same
        figures.uncaught.append(_kept(raw, repr(error)))


def _kept(raw: bytes, said: str) -> str:
    FINDINGS.mkdir(parents=True, exist_ok=True)
    path = FINDINGS / f"{hashlib.sha256(raw).hexdigest()[:12]}.yaml"
    path.write_bytes(raw)
    return f"{path.relative_to(tiny.ROOT)}: {said[:300]}"


def guided(minutes: float) -> int:
    """Let atheris choose the inputs; it ends the process itself, and by a crash where it finds something."""
    import atheris  # type: ignore[import-not-found]  # noqa: PLC0415 - only where somebody has put it there

    listed, figures = seeds(real=False), Figures()

    def one(data: bytes) -> None:
        found = len(figures.uncaught) + len(figures.unsafe)
        try_one(listed[data[0] % len(listed)] if data else listed[0], data[1:], figures)
        if len(figures.uncaught) + len(figures.unsafe) > found:
            raise AssertionError([*figures.uncaught, *figures.unsafe])

    corpus = FINDINGS / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for at, seed in enumerate(listed):
        (corpus / f"seed-{at}").write_bytes(bytes([at]) + seed.raw)
    atheris.instrument_all()
    atheris.Setup([sys.argv[0], f"-max_total_time={int(minutes * 60)}", "-max_len=8000", str(corpus)], one)
    atheris.Fuzz()
    return 0


def main(arguments: list[str]) -> int:
    """Run, print the figures, and give 1 where something was uncaught, unsafe or slow."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--guided", action="store_true", help="let atheris choose the mutations")
    asked = parser.parse_args(arguments)
    if asked.guided:
        return guided(asked.minutes)
    figures = Figures()
    with ProcessPoolExecutor(asked.jobs) as pool:
        for one in pool.map(run, [asked.minutes] * asked.jobs, range(asked.seed, asked.seed + asked.jobs)):
            figures.add(one)
    print(figures)
    for said in (*figures.uncaught, *figures.unsafe):
        print(said)
    return int(bool(figures.uncaught or figures.unsafe) or figures.slowest >= SECOND)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
