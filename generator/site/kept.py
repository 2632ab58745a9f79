"""What is known of a published site: what it was made of and the digest of each of its files, by this machine's seal.

By that, a site that would come out the same is known for made, and one that was changed since is made anew.
"""

import json
import marshal
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.site.ingredients import Prints, go_on, ingredients, prints, read_so_far
from generator.site.sealed_file import leave, left
from generator.text.own_path import own, write_file
from generator.text.seal import sealed, unsealed

FOLDER = ".cache/kept"
DOCS, DOWNLOADS = "build/docs", "downloads"
NOTHING: Prints = {}
SHOWN = 3  # files that are named
WHAT = "a published site"
FILES, READ = f"{FOLDER}/files", "the digests of files"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A published site as it was left: what made it of what, its files, and what was said of the wishes for it."""

    engine: str
    made_of: str
    named: Sequence[str]  # what its configuration names of the project's files
    said: Sequence[str]
    taken: Prints = field(repr=False)  # the downloads that there were
    site: Prints = field(repr=False, default_factory=dict)
    docs: Prints = field(repr=False, default_factory=dict)
    pages: int = 0
    all_taken: bool = False  # whether they are all that can be made of the same


@dataclass(frozen=True, kw_only=True)
class Found:
    """What is kept of a site that would come out the same, or None and what is to be said of that, if anything."""

    kept: Kept | None = None
    said: str = ""


def find(root: Path, folder: str, engine: str, *, downloads: bool) -> Found:
    """Give what is kept of the project's site in this folder, if it is whole and would come out the same.

    With `downloads`, only where nothing is to be made of them either.
    """
    try:
        recall(root)
        kept = last(root, folder)
        if kept is None:
            there = (file := _file(root, folder)).is_file()
            return Found(said=f"{file}: not of this machine, or damaged; it is not heeded." if there else "")
        if kept.engine != engine or kept.made_of != made_of(root, folder, engine, kept.named):
            return Found()
        if changed := _differing(kept.site, prints(own(root, root / folder))):
            return Found(said=f"{folder}/ is not as it was built ({some(changed)}): it must be made anew.")
        docs = own(root, root / DOCS)
        whole = kept.docs == docs_of(root) and kept.taken == prints(docs / DOWNLOADS)
    except OSError:
        return Found()  # whoever builds it says it in his own words
    return Found(kept=kept) if whole and (kept.all_taken or not downloads) else Found()


def last(root: Path, folder: str) -> Kept | None:
    """Give what was kept of the site in the folder, if this machine did. Raises OSError where it cannot be read."""
    file = own(root, _file(root, folder))
    body = unsealed(WHAT, file.read_bytes()) if file.is_file() else None
    try:
        return Kept(**json.loads(body)) if body is not None else None
    except (TypeError, ValueError):  # of another version of the generator
        return None


def begun(root: Path, folder: str, engine: str, named: Sequence[str], said: Sequence[str]) -> Kept | None:
    """Give what is known before the site is built; None where a file of it cannot be read, which the build says."""
    try:
        made, taken = made_of(root, folder, engine, named), prints(root / DOCS / DOWNLOADS)
    except OSError:
        return None
    return Kept(engine=engine, made_of=made, named=named, said=said, taken=taken)


def ended(root: Path, folder: str, before: Kept | None, known: Prints = NOTHING, texts: Prints = NOTHING) -> None:
    """Know the site that was built of that from now on; of none, know nothing. A disk that refuses costs no more.

    The digests of some of its files are `known`, and those of some `texts` that it was built of.
    """
    with suppress(OSError):
        own(root, _file(root, folder)).unlink(missing_ok=True)
        if before:
            read = read_so_far()  # before all that was built is read
            site, docs = prints(root / folder, known=known), docs_of(root, known=texts)
            _keep(root, folder, replace(before, site=site, docs=docs))
            leave(root, FILES, READ, marshal.dumps(read))


def recall(root: Path) -> None:
    """Know what the last build has read of the files that a site is made of, so that no other is read to know it."""
    if body := left(root, FILES, READ, "each is read anew"):
        with suppress(EOFError, ValueError, TypeError):  # of another version of the generator
            go_on(marshal.loads(body))  # noqa: S302 - this machine sealed it


def complete(root: Path, folder: str, before: Kept) -> None:
    """Know also that no download is to be made, unless the handbook was edited since `before` they were looked at."""
    now = last(root, folder)
    if now and now.made_of == before.made_of == made_of(root, folder, before.engine, before.named):
        _keep(root, folder, replace(now, all_taken=True))


def made_of(root: Path, folder: str, engine: str, named: Sequence[str]) -> str:
    """Give the digest of what the site in this folder is made of. Raises OSError."""
    return ingredients(root, (folder, engine), named)


def docs_of(root: Path, known: Prints = NOTHING) -> Prints:
    """Give the digests of the pages that the site was built of, of which some are `known`."""
    return prints(root / DOCS, beside=(DOWNLOADS,), known=known)


def _keep(root: Path, folder: str, kept: Kept) -> None:
    body = json.dumps(vars(kept)).encode()
    write_file(own(root, _file(root, folder)), sealed(WHAT, body))


def _file(root: Path, folder: str) -> Path:
    return root / FOLDER / f"{folder}.json"


def _differing(one: Prints, other: Prints) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def some(names: Sequence[str]) -> str:
    """Give the first of the names, and how many there are beside them."""
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(name or "the folder itself" for name in names[:SHOWN]) + more
