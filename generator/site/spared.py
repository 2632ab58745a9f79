"""The pages of the published site that would come out the same: taken from it as they are, and not made again.

A page follows from its Markdown and from the look, which is what all pages see. It is taken where both are as they
were, and no file has come or gone that it may lead to; what the engine checks of its links it checks all the same.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.site.hard_links import empty, take
from generator.site.kept import DOCS, FOLDER
from generator.site.listing import below, digest, digest_of, facts_of
from generator.site.page_record import Facts, Last, Links, Page, digests_of, last_of, written
from generator.site.seen import HTML, Taken
from generator.text.own_path import own, write_file
from generator.text.seal import sealed, unsealed

FRESH = ".cache/fresh"  # where a site is built, before it takes the place of the last
MOST = 40  # files that have come or gone; more are another handbook
SEARCH = "search/"  # each edit renames many of its files: a page that names their folder may lead to one
Pages = Mapping[str, tuple[bytes, Sequence[str]]]
Asks = tuple[Collection[str], Links]  # what a page can be asked for, and what it asks for
Place = tuple[str, Callable[[str, str, Mapping[str, str]], None]]  # another folder that they are in, and what puts them
CHANGED = "Made anew, for the published site has them not as they were built"
SeenIn = Callable[[str], frozenset[str]]  # the marks of a finished page
NOTHING: Mapping[str, str] = {}
WHAT = "the pages of a published site"


@dataclass(frozen=True, kw_only=True)
class Spared:
    """What is spared of a build: pages by the path of their Markdown, the look of all, what was damaged."""

    look: str
    texts: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    damaged: Sequence[str] = ()
    marks: Mapping[str, int] = field(default_factory=dict)  # that are in the pages, and in how many of them
    edited: Mapping[str, Page] = field(default_factory=dict)  # as they were, of which nothing but their text is another

    @property
    def taken(self) -> Taken:
        """Which pages of the site are taken, and what they hold."""
        return Taken(pages=frozenset(filter(_is_html, self.digests)), marks=frozenset(self.marks))

    @property
    def asks(self) -> Mapping[str, Asks]:
        """What the engine must know of each page."""
        return {path: (page.anchors, page.links) for path, page in self.pages.items()}

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each file, by its path in the site."""
        return digests_of(self.pages)


def folder_of(root: Path, site: Path) -> str:
    """Give the folder that takes the place of the site built here; nothing where it is built in its place."""
    before = f"{(root / FRESH).resolve()}-"
    return str(site.resolve()).removeprefix(before) if str(site.resolve()).startswith(before) else ""


def spare(  # noqa: PLR0913, PLR0917 - of the engine, and of what has been made
    root: Path,
    fresh: Path,
    look: str,
    made: Pages,
    seen_in: SeenIn,
    known: Mapping[str, str] = NOTHING,
    place: Place | None = None,
) -> Spared:
    """Put into the fresh site what can be taken of the published one, or of that in another `place`.

    Of each page, `made` is its text and its files. The digests of some of the texts are `known`. A file that was
    changed since it was built is made anew. Raises OSError.
    """
    docs, (folder, put) = root / DOCS, place or (folder_of(root, fresh), take)
    texts = {path: known.get(path) or digest(text) for path, (text, _) in made.items()}
    last = _last(root, folder)
    moved = set(_paths(docs)) ^ set(last.paths)
    names = {SEARCH if path.startswith(SEARCH) else path.rpartition("/")[2] for path in moved}
    if last.look != look or len(names) > MOST:
        empty(f"{fresh}")
        return Spared(look=look, texts=texts)
    searches, others = SEARCH in names, names - {SEARCH}
    pages, edited = dict[str, Page](), dict[str, Page]()
    damaged: list[str] = []
    for path, (text, files) in made.items():
        page = last.pages.get(path)
        if page is None or set(page.files) != set(files) or (searches and page.searches) or _may_lead_to(others, text):
            continue
        if page.text != texts[path]:
            edited[path] = page
            continue
        now = _facts(f"{root}/{folder}", page)
        maybe = [(file, was) for file, was in page.files.items() if not now[file] or now[file] != page.facts.get(file)]
        changed = [file for file, was in maybe if digest_of(f"{root}/{folder}/{file}") != was]
        damaged += changed
        if not changed:
            pages[path] = replace(page, facts=now) if maybe else page
    put(f"{root}/{folder}", f"{fresh}", digests_of(pages))
    marks = _marks(root / folder, last, pages, seen_in)
    return Spared(look=look, texts=texts, pages=pages, damaged=damaged, marks=marks, edited=edited)


def _marks(site: Path, last: Last, pages: Mapping[str, Page], seen_in: SeenIn) -> Counter[str]:
    """Give the marks of the pages that are taken: those of all, without those of the others, as far as these are whole.

    Where one is not, all that are taken are read.
    """
    marks, gone = Counter(last.marks), {path: page for path, page in last.pages.items() if path not in pages}
    for file, made in digests_of(gone).items() if marks else ():
        if _is_html(file):
            if digest_of(f"{site}/{file}") != made:
                taken = map(site.joinpath, filter(_is_html, digests_of(pages)))
                return Counter(chain.from_iterable(seen_in(page.read_text(encoding="utf-8")) for page in taken))
            marks.subtract(seen_in((site / file).read_text(encoding="utf-8")))
    return +marks


def _facts(site: str, page: Page) -> dict[str, Facts]:
    return {file: facts_of(f"{site}/{file}", settled=True) for file in page.files}


def _is_html(file: str) -> bool:
    return file.endswith(HTML)


def remember(
    root: Path, fresh: Path, spared: Spared, made: Mapping[str, Page], marks: Mapping[str, Iterable[str]]
) -> None:
    """Write down what came of each page, beside the fresh site. A disk that refuses costs no more.

    The `marks` are of each file that was made, of a page or of none; each once.
    """
    there = Counter(spared.marks)
    for file in filter(_is_html, digests_of({path: page for path, page in made.items() if path not in spared.pages})):
        there.update(marks[file])
    pages = dict(_noted(f"{fresh}", spared, made))
    found = Last(look=spared.look, spared=len(spared.pages), paths=_paths(root / DOCS), pages=pages, marks=there)
    with suppress(OSError):
        write_file(own(root, _beside(fresh)), sealed(WHAT, written(found)))


def _noted(fresh: str, spared: Spared, made: Mapping[str, Page]) -> Iterator[tuple[str, Page]]:
    """Give each page with what the disk says of its files; nothing of one that was saved since it was taken."""
    for path, page in made.items():
        now = _facts(fresh, page)
        if path in spared.pages:
            now = {file: one if _of_saving(one) == _of_saving(page.facts[file]) else () for file, one in now.items()}
        yield path, replace(page, facts=now)


def _of_saving(facts: Facts) -> Facts:
    """Give what does not change where a file gets a second name."""
    return (facts[0], *facts[2:]) if facts else ()


def clear(root: Path, fresh: Path) -> None:
    """Remove what a build that was killed has written down."""
    own(root, _beside(fresh)).unlink(missing_ok=True)


def settle(root: Path, folder: str, fresh: Path) -> Last:
    """Know from now on the pages of the fresh site, which has taken the place of the last, and give them.

    Of a site of which nothing is written down, no page is known.
    """
    with suppress(OSError):
        record, beside = own(root, _record(root, folder)), own(root, _beside(fresh))
        record.unlink(missing_ok=True)
        if beside.is_file():
            record.parent.mkdir(parents=True, exist_ok=True)
            beside.replace(record)
    return _last(root, folder)


def page_of(text: bytes, files: Mapping[str, str], anchors: Iterable[str], links: Links) -> Page:
    """Give a page of this text as it stands in the finished site, where these `files` of it have these digests."""
    return Page(
        text=digest(text),
        files=files,
        anchors=sorted(anchors),
        links=links,
        searches=_may_lead_to({SEARCH}, text),
    )


def made_of(
    files_of: Mapping[str, Sequence[str]],
    texts: Mapping[str, bytes],
    spared: Spared,
    files: Any,  # noqa: ANN401 - MkDocs' files, or a fork's
    digests: Mapping[str, str],
) -> Iterator[tuple[str, Page]]:
    """Give what came of each page, by the path of its Markdown; the digests are of the files of those made now."""
    for path, names in files_of.items():
        file = files.get_file_from_path(path)
        if path in spared.pages:
            yield path, spared.pages[path]
        elif file.dest_uri == names[0] and file.page.links_to_anchors is not None:
            links = {to.src_uri: places for to, places in file.page.links_to_anchors.items()}
            made, anchors = {name: digests.get(name, "") for name in names}, file.page.present_anchor_ids
            yield path, page_of(texts[path], made, anchors, links)


def _may_lead_to(names: Collection[str], data: bytes) -> bool:
    """Whether a page names one of these files in any way that Markdown knows."""
    if not names:
        return False
    plain = unescape(unquote(text := data.decode())).replace("\\", "")
    return any(name in text or name in plain for name in names)


def _last(root: Path, folder: str) -> Last:
    """Give what is known of the published pages, if this machine wrote it down."""
    file = _record(root, folder)
    try:
        body = unsealed(WHAT, own(root, file).read_bytes()) if folder and file.is_file() else None
        return last_of(body) if body is not None else Last()
    except OSError:
        return Last()


def _paths(docs: Path) -> list[str]:
    """Give the path of every file that a page may lead to."""
    return sorted(below(docs))


def _record(root: Path, folder: str) -> Path:
    return root / FOLDER / f"{Path(folder).name}-pages"


def _beside(fresh: Path) -> Path:
    return fresh.with_name(f"{fresh.name}-pages")
