"""The road as far as build/docs: content/ is read and checked, its pages rendered, build/docs holds exactly them."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from generator.content.content import Content
from generator.content.entry import Entry
from generator.content.generated_pages import COMPUTED
from generator.content.moves import followed
from generator.content.remembered import Remembered
from generator.content.sections import OFF
from generator.content.shown import shown
from generator.exports.download_list import FOLDER, keep_made, listed
from generator.exports.feed import FEED, feed
from generator.exports.llms import llms_txt
from generator.exports.sketch import Sketch, sketch_of
from generator.pages.found_by import found_by
from generator.pages.known import Known
from generator.pages.language_script import PATH as WORDS
from generator.pages.language_script import language_script
from generator.pages.page import Link
from generator.pages.pages import build_pages
from generator.pages.practice import MOVES, practice_files
from generator.pages.render import renderer
from generator.pages.search_records import SEARCHED
from generator.pages.sections import sections
from generator.site.app import COLOUR, App
from generator.site.compiled import KeptTemplates
from generator.site.examine import DOCS, SITE, Checked, Examined, around, check, examine, reads_of, valid
from generator.site.generations import one_generation
from generator.site.kept import recall
from generator.site.kept_markdown import KeptMarkdown
from generator.site.kept_rows import texts_before
from generator.site.kept_search import searched
from generator.site.lock import FOLDER as CACHE
from generator.site.lock import alone
from generator.site.own import Own, own_of
from generator.site.own_folder import own_templates
from generator.site.strangers import note, note_before, strangers
from generator.site.worker import Give, Worker, behind, meanwhile, now, processes
from generator.site.write import Written, write_folder
from generator.text.issue import ContentError
from generator.text.language import Language, speaking
from generator.text.own_path import own
from generator.text.typography import typeset

__all__ = ["DOCS", "SITE", "Checked", "Examined", "around", "check", "examine", "valid"]  # asked for here, too
HERE = Path(__file__).resolve().parents[1]
MANY = 300  # entries


@dataclass(frozen=True, kw_only=True)
class Built:
    """What a build made, and what a finished site still wants: as an app, and with an address each page's picture."""

    pages: int
    entries: int
    written: int
    removed: int
    sections: Mapping[str, Sequence[Link]]
    feed: str
    language: Language
    words: str  # the script that says them
    moves: str  # the script with the names that entries had before, where there are any
    sketches: Mapping[str, Sketch]
    app: App
    own: Own
    tabs: Sequence[Link]  # of pages that ask for one of their own
    off: frozenset[str]  # the paths of computed pages that this handbook does without
    texts: Mapping[str, bytes] = field(default_factory=dict, repr=False)  # of the pages, by their paths
    digests: Mapping[str, str] = field(default_factory=dict, repr=False)  # of some of these texts
    before: Mapping[str, str] = field(default_factory=dict, repr=False)  # of those with rows, where they were others


@dataclass(frozen=True, kw_only=True)
class Made:
    """The text of every file by its path, and what to say of them before they are written."""

    files: Mapping[str, str | bytes]
    built: Built


def build(root: Path, site_url: str = "", *, store: bool = False) -> Built:
    """Make build/docs of the project at `root` hold exactly the pages of its content.

    A site with an address has a feed of new stories, too. With the `store`, a page that would come out the same is not
    made again. Raises ContentError before anything is touched where the content has errors.
    """
    with one_generation():
        return build_whole(root, site_url, store=store)[1]


def build_whole(
    root: Path, site_url: str, *, store: bool, remembered: Remembered | None = None
) -> tuple[Content, Built]:
    """Give also the content, of which some may be `remembered`; otherwise as `build`."""
    if store:
        recall(root)
    kept, reads = (KeptMarkdown(root), reads_of(root)) if store else (None, None)
    try:
        content = valid(root, remembered=remembered, kept=reads)
        made = make(root, content, site_url, kept=kept)
    finally:
        if reads:
            reads.keep()
    before = texts_before(root / DOCS, made.files, kept.anew) if kept else {}
    taken = kept.digests.keys() - {*kept.anew} if kept else frozenset[str]()
    done = write_docs(root, made.files, there=taken)
    if kept:
        (behind if made.built.entries >= MANY else now)(kept.remember)
    texts = {path: data for path, data in made.files.items() if isinstance(data, bytes) and path.endswith(".md")}
    digests = kept.digests if kept else {}
    built = replace(made.built, written=done.written, removed=done.removed, texts=texts, digests=digests, before=before)
    return content, built


def make(  # noqa: PLR0913 - each says what need not be made
    root: Path,
    content: Content,
    site_url: str,
    *,
    only: frozenset[str] | None = None,
    kept: KeptMarkdown | None = None,
    known: Known | None = None,
) -> Made:
    """Give every file of build/docs, by its path; or `only` pages of these files or paths, unless they are known."""
    for folder in (CACHE, DOCS):
        own(root, root / folder)
    content = shown(content)
    with speaking(content.language):
        downloads = listed(root / DOCS)
        content = kept.follow(content, downloads) if kept else content
        compiled = KeptTemplates(root, "pages", content.language.code) if kept else None
        render = renderer(content, *layers(root, "pages"), compiled=compiled)
        laid = own_of(root, content)
        aside = meanwhile(partial(_made_aside, root, content)) if kept and _is_large(content) else None
        pages = build_pages(content, render, downloads, only=only, known=kept.known if kept else known)
        if compiled:
            compiled.keep()
        news = feed(content, site_url)
        files: dict[str, str | bytes] = {page.path: page.data for page in pages}
        if only is None:
            files |= laid.files
            files |= (aside and _given_aside(content, aside)) or _beside_pages(root, content, store=bool(kept))
            files |= {"llms.txt": llms_txt(content, pages, downloads, site_url)}
            files |= {FEED: news} if news else {}
        built = Built(
            pages=len(pages),
            entries=content.entry_count,
            written=0,
            removed=0,
            sections=sections(content),
            feed=FEED if news else "",
            language=content.language,
            words=WORDS if content.language.messages else "",
            moves=MOVES if followed(content) else "",
            sketches={page.path: sketch_of(content, page.spec) for page in pages} if site_url else {},
            app=_app(content),
            own=laid,
            tabs=[Link(title=essay.title, path=essay.path) for essay in content.essays.values() if essay.tab],
            off=frozenset(COMPUTED[name].path for section in content.off for name in OFF[section]),
        )
        return Made(files=files, built=built)


def _beside_pages(root: Path, content: Content, *, store: bool) -> Mapping[str, str]:
    """Give the files of the search, of the practice and of the language, which ask nothing of the pages."""
    files = {**language_script(content.language), **found_by(content), **practice_files(content)}
    return {**searched(root, content, store=store), **files}


def _made_aside(root: Path, content: Content, give: Give) -> None:
    """Give these files, and what was worked out for the search of entries alone, which another process keeps."""
    before = [one.said.get(SEARCHED) for one in _entries(content)]
    files = _beside_pages(root, content, store=True)
    now = enumerate(one.said.get(SEARCHED) for one in _entries(content))
    give((files, {at: said for at, said in now if said is not before[at]}))


def _given_aside(content: Content, aside: Worker) -> Mapping[str, str] | None:
    """Give the files that another process has made, and keep what it has worked out; None where it has failed."""
    given: tuple[Mapping[str, str], Mapping[int, Any]] | None = aside.given()
    if given is None:
        return None
    files, said = given
    for at, entry in enumerate(_entries(content)):
        if at in said:
            entry.said[SEARCHED] = said[at]
    return files


def _entries(content: Content) -> Iterator[Entry[Any]]:
    return (one for of in content.entries.values() for one in of.values())


def _is_large(content: Content) -> bool:
    """Whether another process can be of help with all that is not pages."""
    return content.entry_count >= MANY and processes() > 1


def _app(content: Content) -> App:
    words = content.words
    return App(
        name=typeset(words.title),
        says=typeset(words.summary),
        colour=words.colour or words.look.accent or COLOUR,
        language=content.language,
    )


def write_docs(
    root: Path, files: Mapping[str, str | bytes], *, there: Container[str] = (), whole: bool = True
) -> Written:
    """Make build/docs hold these files, of which some are `there` as they are; and, of the `whole`, no others.

    Raises ContentError before it deletes what somebody put there.
    """
    with alone(root, "docs"):
        if whole:
            keep_made(own(root, root / DOCS / FOLDER))
        if whole and (found := tuple(strangers(root, DOCS, beside=FOLDER))):
            raise ContentError(found)
        if whole:
            note_before(root, DOCS, files)
        done = write_folder(own(root, root / DOCS), files, beside=frozenset({FOLDER}), there=there, whole=whole)
        if whole:
            note(root, DOCS, files)
        return done


def layers(root: Path, room: str) -> tuple[Path, ...]:
    """Give the folders of a room's templates in the order in which they are asked: one's own, the generator's."""
    return (*own_templates(root, room), templates_of(root) / room)


def looks_around(root: Path, custom: str | None) -> bool:
    """Whether there are templates of one's own for the site, which may look at any page; `custom` are the theme's."""
    ours = templates_of(root) / "site"
    return bool(own_templates(root, "site")) or Path(custom or ours).resolve() != ours.resolve()


def templates_of(root: Path) -> Path:
    """Give the project's own templates, or those that come with the generator."""
    places = (root / "templates", HERE / "templates", HERE.parent / "templates")
    return next(place for place in places if (place / "pages").is_dir())
