"""Other engines over the same records as the handbook's search, side by side, on the same phone.

Each engine is told which of a record's words are its names and what each part counts; docs/search.md says what came of
it. The real handbook is searched, and a generated one.
"""

import asyncio
import gc
import json
import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from html import escape
from pathlib import Path
from statistics import median

from pagefind.index import IndexConfig, PagefindIndex
from playwright.sync_api import Browser, Error, sync_playwright

from generator.content.content import Content
from generator.pages.search_index import FOLDER, index_files
from generator.pages.search_records import SearchRecord, search_records
from generator.pages.search_texts import PARTS
from generator.pages.search_words import SILENT
from generator.site.cache import Cache
from generator.site.pipeline import valid
from generator.site.policy import SOURCES
from tests.bench.ground import Ground
from tests.bench.searching import TIMES, phone, sent, serving
from tests.bench.table import Claim
from tests.browser.conftest import QUIET
from tests.handbooks import large, project
from tests.readers.search import FIRST, leads_to, mistyped, searches
from tests.tools import chromium, node, scripts

ASKED = ("deadline", "missed release deadline")
HERE = Path(__file__).with_name("search_engines")
ASSETS = scripts.SITE / "assets"
MORE = ("", "'wasm-unsafe-eval'", "'unsafe-eval'")  # what the script-src of the handbook's policy may have to hold
MOST = 20  # lost searches that are named
NAME = 10  # what a name counts for Pagefind, whose scale ends there


@dataclass(frozen=True, kw_only=True)
class Cost:
    """Seconds of the processor: for the whole index, and for the index after one record was edited."""

    index: float
    again: float


@dataclass(frozen=True, kw_only=True)
class Searched:
    """What a search costs a phone: kilobytes, requests and seconds until the first results stand there."""

    sent: float
    requests: int
    seconds: float


Write = Callable[[Path, Content, Sequence[SearchRecord], Sequence[SearchRecord]], Cost]


def ours(folder: Path, content: Content, records: Sequence[SearchRecord], edited: Sequence[SearchRecord]) -> Cost:
    """Write the handbook's own index into a folder beside its page."""
    shutil.copy(ASSETS / "search.js", folder)
    taken = []
    for those in (records, edited):
        gc.collect()
        began = time.process_time()
        with Cache(folder.with_name("cache"), "0" * 64) as recall:
            files = index_files(those, content, recall)
        taken.append(time.process_time() - began)
    (folder / FOLDER).mkdir()
    for path, text in files.items():
        (folder / path).write_text(text, encoding="utf-8")
    return Cost(index=taken[0], again=taken[1])


def pagefind(folder: Path, _: Content, records: Sequence[SearchRecord], edited: Sequence[SearchRecord]) -> Cost:
    """Have Pagefind index the records as pages: a heading, other names as weighty, each part by what it counts."""

    async def write(those: Sequence[SearchRecord]) -> None:
        async with PagefindIndex(config=IndexConfig(output_path=str(folder / "pagefind"))) as index:
            for record in those:
                weighed: list[tuple[float, str]] = [(NAME, name) for name in record.names]
                weighed += [(PARTS[part][1] / PARTS[0][1] * 2, text) for part, text in record.texts]
                body = "".join(f'<p data-pagefind-weight="{weight:g}">{escape(text)}</p>' for weight, text in weighed)
                head = f'<html lang="en"><body><h1 data-pagefind-weight="{NAME}">{escape(record.title)}</h1>'
                await index.add_html_file(content=f"{head}{body}</body></html>", url=f"/{record.path}")

    taken = []
    for those in (records, edited):
        began = _of_children()
        with ThreadPoolExecutor(1) as beside:  # a loop of its own: the browser's is at work in this thread
            beside.submit(asyncio.run, write(those)).result()
        taken.append(_of_children() - began)
    return Cost(index=taken[0], again=taken[1])


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def minisearch(folder: Path, _: Content, records: Sequence[SearchRecord], edited: Sequence[SearchRecord]) -> Cost:
    """Have MiniSearch index the records by field, and bundle it with the page's script."""
    work = folder.with_name("work")
    shutil.copytree(HERE, work)
    done = scripts.npm("ci", "--silent", "--prefix", str(work))
    assert done.returncode == 0, done.stdout + done.stderr
    given = {"silent": sorted(SILENT), "records": [*map(_fields, records, range(len(records)))]}
    given["edited"] = next(
        _fields(after, at) for at, (before, after) in enumerate(zip(records, edited, strict=True)) if before != after
    )
    command = [node.program(), "--no-warnings", "minisearch_index.js"]
    said = subprocess.run(command, cwd=work, input=json.dumps(given), capture_output=True, text=True, check=True).stdout
    shutil.copy(work / "index.js", folder)
    bundled = folder / "engine.js"
    scripts.run(
        str(scripts.tools() / "esbuild"), str(work / "minisearch.js"), "--bundle", "--minify", f"--outfile={bundled}"
    )
    index, again = json.loads(said)
    return Cost(index=index, again=again)


def _fields(record: SearchRecord, at: int) -> dict[str, object]:
    parts = {f"part{of}": " ".join(text for part, text in record.texts if part == of) for of in range(len(PARTS))}
    return {**asdict(record), "id": at, "names": " ".join(record.names), "texts": None, **parts}


ENGINES: dict[str, Write] = {"ours": ours, "pagefind": pagefind, "minisearch": minisearch}


def cost_of(browser: Browser, folder: Path, words: str) -> Searched:
    """Give what a first search for these words costs a phone: the median of some."""
    found = []
    with serving(folder) as url:
        for _ in range(TIMES):
            context, page, asked = phone(browser)
            page.goto(url, wait_until="networkidle")
            asked.clear()
            seconds = page.evaluate("words => run(words)", words)["seconds"]
            weight = sum(len(sent(folder / path.lstrip("/"))) for path in asked) / 1e3
            found.append(Searched(sent=weight, requests=len(asked), seconds=seconds))
            context.close()
    return replace(found[0], seconds=median(one.seconds for one in found))


def lost(browser: Browser, folder: Path, asked: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Give each of these searches that has none of its targets among the first results."""
    with serving(folder) as url:
        page = browser.new_page()
        page.goto(url)
        missed = []
        for words, targets in asked:
            first = page.evaluate("words => run(words)", words)["addresses"][:FIRST]
            if not any(leads_to(address, target) for address in first for target in targets):
                missed.append(words)
        page.close()
    return missed


def works(browser: Browser, url: str) -> bool:
    """Whether a page at this address finds anything."""
    page = browser.new_page()
    page.goto(url)
    try:
        found = bool(page.evaluate("words => run(words)", ASKED[0])["addresses"])
    except Error:
        found = False
    page.close()
    return found


def wanted(browser: Browser, folder: Path) -> str:
    """Give what the handbook's policy must hold besides, for the engine to run."""
    for more in MORE:
        sources = {**SOURCES, "script-src": f"{SOURCES['script-src']} {more}".strip()}
        with serving(folder, "; ".join(f"{name} {source}" for name, source in sources.items())) as url:
            if works(browser, url):
                return more or "nothing"
    return "more than evaluation"


def claims(ground: Ground) -> Iterator[Claim]:
    """Give what each engine costs, and of the real handbook what it finds."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium.ensure()), args=QUIET)
        for stories in (0, ground.stories):
            yield from of(browser, ground.folder / str(stories), stories)
        browser.close()


def of(browser: Browser, folder: Path, stories: int) -> Iterator[Claim]:
    """Give what each engine costs with a handbook of so many stories, 0 for the real one."""
    content = valid((large.handbook if stories else _real)(folder / "handbook", stories))
    records = sorted(search_records(content), key=lambda record: (-record.times, record.kind))
    at = next(at for at, record in enumerate(records) if record.kind == "story")
    edited = [*records]
    edited[at] = replace(records[at], texts=(*records[at].texts, (0, "zebra")))
    for name, write in ENGINES.items():
        site = folder / name / "site"
        site.mkdir(parents=True)
        for path in (HERE / "index.html", HERE / "run.js", ASSETS / "handbook.js"):
            shutil.copy(path, site)
        (site / "silent.js").write_text(f"globalThis.silent={json.dumps(sorted(SILENT))};\n", encoding="utf-8")
        shutil.copy(HERE / f"{name}.js", site / "engine.js")
        cost, here = write(site, content, records, edited), f"{name}, {stories or len(content.stories):,} stories"
        yield Claim(what=f"{here}: index", runs=(cost.index,), unit="s")
        yield Claim(what=f"{here}: index after an edit", runs=(cost.again,), unit="s")
        for words in ASKED:
            one = cost_of(browser, site, words)
            yield Claim(what=f"{here}: {words}, {one.requests} requests", runs=(one.sent,), unit="kB")
            yield Claim(what=f"{here}: {words}", runs=(one.seconds,), unit="s")
        if not stories:
            yield from found_by(browser, site, here)


def found_by(browser: Browser, site: Path, here: str) -> Iterator[Claim]:
    """Give of how many searches the engine finds what is meant, and what it needs besides."""
    for what, asked in (("searches", searches()), ("mistyped searches", mistyped())):
        missed = lost(browser, site, asked)
        named = f", lost: {', '.join(missed[:MOST])}" if missed else ""
        yield Claim(what=f"{here}: of {len(asked)} {what}{named}", runs=(len(asked) - len(missed),), unit="found")
    disk = "works" if works(browser, (site / "index.html").as_uri()) else "does not work"
    yield Claim(what=f"{here}: from a disk it {disk}; the policy must also hold {wanted(browser, site)}")


def _real(folder: Path, _: int) -> Path:
    return project.copy_to(folder)
