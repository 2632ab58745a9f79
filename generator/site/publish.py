"""The published folder: an engine builds it beside the last good one, and a whole new site takes its place."""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from generator.site.around import SITE
from generator.site.engine_process import EngineProcess
from generator.site.engines import ENGINES, REFUSED, Engine, EngineError, engine_of, with_hooks
from generator.site.kept import begun, ended
from generator.site.listing import files_of
from generator.site.lock import FOLDER as CACHE
from generator.site.lock import BusyError, alone
from generator.site.sealed_file import NOT_HEEDED
from generator.site.settings_named import named_in
from generator.site.spared import CHANGED, FRESH, clear, settle
from generator.site.strangers import note, note_before
from generator.site.worker import behind, now
from generator.text.issue import FailedError
from generator.text.own_path import own

OLD = f"{CACHE}/old"
BEFORE = f"{CACHE}/before"  # the site before the last: the next is built in it, for most of its folders stay
MANY = 1_000  # files, whose removal takes a while
KEPT = "the last good site is kept"
SERVED, OFFLINE = ("mkdocs.yml", SITE), ("mkdocs-offline.yml", "site-offline")  # what it is made by, and where
FOLDERS = dict((SERVED, OFFLINE))


class SiteError(FailedError):
    """Raised where the engine refuses; what it said is the message. The last good site is untouched."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """A built site: where it is, how many HTML pages it holds, and how many of them were there already."""

    folder: Path
    pages: int
    spared: int = 0
    digests: Mapping[str, str] = field(default_factory=dict, repr=False)  # of files of its pages
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)  # the digests of what they are made of


def build_site(  # noqa: PLR0913 - each has a word of the command
    root: Path,
    *,
    offline: bool = False,
    engine: str = "mkdocs",
    store: bool = True,
    said: Sequence[str] = (),
    process: EngineProcess | None = None,
) -> Site:
    """Build the project's pages into site/ and give what was built. Raises SiteError and keeps the last good site.

    Offline, they go into site-offline/, and open from the disk. With the `store`, what they are made of is kept, by
    which `find` knows a site that would come out the same, and with it what was `said` of its settings. The engine's
    `process` may have been begun before.
    """
    config, folder = OFFLINE if offline else SERVED
    site = root / folder
    if site.is_symlink():
        raise SiteError(f"{folder}/ must be an ordinary folder, found a link to {site.readlink()}; remove the link")
    try:
        with alone(root, folder):
            named = named_in(root, config) if store else None
            before = None if named is None else begun(root, folder, engine, named, said)
            process = process or EngineProcess(engine_of(engine), root, store=store)
            make = partial(_made, root, config, process, spare=store)
            built = _built(root, site, make, spare=store and process.engine is ENGINES["mkdocs"])
            ended(root, folder, before and replace(before, pages=built.pages), built.digests, built.texts)
            return built
    except (BusyError, EngineError) as error:
        raise SiteError(str(error)) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise SiteError(f"{where}the site could not be written ({error.strerror}); {KEPT}") from None


def build_within(root: Path, config: str, make: Callable[[Path], bool]) -> None:
    """Have `make` write the site of this configuration where it is told, as `build_site` has MkDocs do.

    It says whether it had nothing to warn of: of another site no page is known, for what is taken of it would not be
    warned of again. `find` finds none, for other words may have been given than the command gives. Raises BusyError,
    OSError and whatever `make` does, and keeps the last good site.
    """
    folder = FOLDERS[config]

    def made(fresh: Path) -> None:
        if not make(fresh):
            clear(root, fresh)

    with alone(root, folder):
        _built(root, own(root, root / folder), made, spare=True)
        ended(root, folder, None)


def is_published(root: Path, config: Path, site: Path) -> bool:
    """Whether this configuration makes, in this place, a site of which can be known what it is made of."""
    here = config.parent == site.parent.resolve() == root and FOLDERS.get(config.name) == site.name
    return here and named_in(root, config.name) is not None


def _built(root: Path, site: Path, make: Callable[[Path], object], *, spare: bool) -> Site:
    fresh, old = own(root, root / f"{FRESH}-{site.name}"), own(root, root / f"{OLD}-{site.name}")
    if old.is_dir() and not site.exists():
        old.rename(site)  # the last run was killed between its two renames
    before = own(root, root / f"{BEFORE}-{site.name}")
    _clear(fresh)
    _clear(old)
    clear(root, fresh)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    if spare and before.is_dir() and site.exists():
        before.rename(fresh)
    else:
        _clear(before)
    try:
        make(fresh)
    except Exception:
        _clear(fresh)
        raise
    files = [*files_of(fresh)]
    if site.name == SITE:
        note_before(root, SITE, files)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    last = settle(root, site.name, fresh)
    if site.name == SITE:
        note(root, SITE, files)
    if spare and last.spared and old.is_dir():
        old.rename(before)
    else:
        (behind if len(files) > MANY else now)(partial(shutil.rmtree, old, ignore_errors=True))
    pages = sum(1 for name in files if name.endswith(".html"))
    return Site(folder=site, pages=pages, spared=last.spared, digests=last.digests, texts=last.texts)


def _made(root: Path, config: str, process: EngineProcess, fresh: Path, *, spare: bool) -> None:
    if process.engine.hooks:
        _by_hooks(root, config, fresh, process, spare=spare)
    else:
        _without_hooks(root, config, fresh, process, store=spare)


def _by_hooks(root: Path, config: str, fresh: Path, process: EngineProcess, *, spare: bool) -> None:
    """Have an engine build the site that calls the hook, which does all the rest; MkDocs may `spare` what is there.

    What is dirty to it is a page that is older than its Markdown.
    """
    engine = process.engine
    if engine is ENGINES["mkdocs"]:
        _run(process, config, fresh, *(("--dirty",) if spare else ()))
        return
    with _beside(root, engine, with_hooks(engine, config)) as derived:
        _run(process, derived, fresh)


def _without_hooks(root: Path, config: str, fresh: Path, process: EngineProcess, *, store: bool) -> None:
    from generator.site.hookless import build_around  # noqa: PLC0415 - with all that an engine with hooks loads itself

    def run(text: str) -> None:
        with _beside(root, process.engine, text) as derived:
            _run(process, derived, fresh)

    build_around(root, config, fresh, process.engine, run, store=store)


@contextmanager
def _beside(root: Path, engine: Engine, text: str) -> Iterator[str]:
    """Give the name of a configuration that stands beside mkdocs.yml, where its paths begin, while the engine runs."""
    path = root / f".{engine.name}.yml"
    path.write_text(text, encoding="utf-8")
    try:
        yield path.name
    finally:
        path.unlink(missing_ok=True)


def _run(process: EngineProcess, config: str, fresh: Path, *more: str) -> None:
    engine = process.engine
    command = engine.command(config)
    if engine.hooks:
        command += ["--site-dir", str(fresh.resolve()), *more]
    done = process.run(command)
    said = done.stdout + done.stderr
    if done.returncode or (not engine.hooks and REFUSED in said):
        raise SiteError(_said(said, engine))
    sys.stderr.writelines(f"{CHANGED}{line.partition(CHANGED)[2]}\n" for line in said.splitlines() if CHANGED in line)
    sys.stderr.writelines(f"{line}\n" for line in done.stderr.splitlines() if NOT_HEEDED in line)


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _said(text: str, engine: Engine) -> str:
    """Give what the engine said, without its small talk; of a traceback the last line, which names the fault."""
    lines = [line for line in text.splitlines() if not line.startswith("INFO")]
    if any(line.startswith("Traceback") for line in lines):
        name = {"mkdocs": "MkDocs"}.get(engine.name, engine.name)
        return f"{name} stopped: {next(line for line in reversed(lines) if line.strip())}; {KEPT}"
    return "\n".join(lines).strip()
