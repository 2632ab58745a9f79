"""MkDocs' doorbell: builds the pages before MkDocs looks for them. The only module that knows MkDocs.

Long because MkDocs asks one module for all that it calls.
"""

import gc
import json
import logging
import sys
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

collected = gc.isenabled()
gc.disable()  # all that is loaded is needed: nobody looks for cycles in it

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader
from mkdocs.exceptions import Abort
from mkdocs.utils import CountHandler

from generator.pages.render import THEIRS
from generator.site import served
from generator.site.app import UNKEPT
from generator.site.compiled import KeptTemplates
from generator.site.configured import NEEDED, PARTS, TABS, absent, keeps, laid_nav, said_of, speak
from generator.site.dialect import Dialect, anchors_in
from generator.site.engines import REFUSED, EngineError
from generator.site.finish import Finish, FinishError, finish, secured, seen_in
from generator.site.generations import seldom
from generator.site.hard_links import empty
from generator.site.ingredients import look
from generator.site.kept import docs_of, some
from generator.site.kept_rows import Spare, are_alone, rows_in
from generator.site.lock import BusyError
from generator.site.markdown import files_of, sources, texts_of, write_markdown
from generator.site.memory import Memory
from generator.site.own_folder import FOLDER as OWN
from generator.site.own_folder import own_templates
from generator.site.pipeline import HERE, build, looks_around, templates_of
from generator.site.policy import PolicyError
from generator.site.sanitizer import sanitize
from generator.site.screen import again, screen
from generator.site.sealed_file import storing
from generator.site.session import SIGNAL
from generator.site.settings_named import named_in
from generator.site.spared import CHANGED, Spared, folder_of, made_of, remember, spare
from generator.site.stretches import Made, Own, leave, let_go, part, tell
from generator.site.theme_sheet import layer
from generator.site.watched import Watched
from generator.site.written import joined, of_written
from generator.text.issue import ContentError
from generator.text.own_path import own
from generator.text.typography import typeset

if collected:
    gc.enable()

log = logging.getLogger("mkdocs.hooks.handbook")
AT_ONCE = 1e-4  # seconds: an edit looks at thousands of files, after each of which it waits for what is made behind it
MANY = 2_000  # pages: of fewer, what nobody holds any more is too little to be looked for
memory = Memory()


def on_config(config: Any, **_: object) -> Any:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Give the site the generator's own look where the config names no other, and its own Markdown."""
    theme, root = config["theme"], _root(config)
    if theme.custom_dir is None:
        theme.dirs.insert(0, str(templates_of(HERE) / "site"))
    theme.dirs[:0] = map(str, own_templates(root, "site"))
    theme["font"] = False  # the theme's own choice is fetched from elsewhere; `check` refuses another
    config["markdown_extensions"] += [name for name in NEEDED if name not in config["markdown_extensions"]]
    config["mdx_configs"]["toc"] = {**PARTS, **config["mdx_configs"].get("toc", {})}
    config["nav"] = config["nav"] or [{name: path} for name, path in TABS.items()]
    if _published(config):
        config["theme"].static_templates.add(UNKEPT)
    config["site_name"] = typeset(config["site_name"])
    config["markdown_extensions"].append(Dialect())
    return config


def on_pre_build(config: Any, **_: object) -> None:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Build the pages, or stop before the last good site is touched."""
    root = _root(config)
    try:
        own(root, Path(config["site_dir"]))
        address = config["site_url"] or ""
        built = memory.session(root).build(address) if memory.serving else build(root, address, store=storing())
    except ContentError as error:
        count = len(error.issues)
        said = f"{error}\n\nThe content has {count} problem{'s' * (count != 1)}; the last good site is kept."
        if not memory.serving or not (last := memory.session(root).last):
            raise Abort(said) from None
        log.error(said)  # a server that stopped here would answer nothing until it is mended  # noqa: TRY400
        built = last
    except (BusyError, OSError) as error:
        raise Abort(f"The pages could not be written: {error}") from None
    if memory.serving:
        memory.look.renew(root, Path(config["site_dir"]), memory.session(root), built)
    memory.sketches = built.sketches if _published(config) else {}
    memory.app = built.app
    sheets = [str(getattr(sheet, "path", sheet)) for sheet in config["extra_css"]]
    config["extra"].update(said_of(built, sheets, published=_published(config)))
    memory.texts = texts_of(Path(config["docs_dir"]), built.texts) if memory.sparing or not memory.serving else {}
    shown = {} if memory.serving else memory.texts
    config["extra"]["markdown"] = sources(shown, folders=bool(config["use_directory_urls"]))
    config["extra"]["keeps"] = _published(config) and keeps(config)
    for sign in ("logo", "favicon"):
        if path := built.own.look.get(sign):
            config["theme"][sign] = path
    config["nav"] = laid_nav(config["nav"], built)
    if lost := absent(config["nav"], Path(config["docs_dir"])):
        raise Abort(lost)
    memory.language = built.language
    try:
        speak(config, built.language)
    except EngineError as error:
        raise Abort(str(error)) from None
    memory.spared, memory.files = _spared(config, root, built.digests) if memory.sparing else None, None
    if memory.serving:
        memory.sparing, memory.rows = False, Spare()  # a server takes pages as it begins
        return
    there = memory.spared.edited if memory.spared and are_alone(config["markdown_extensions"]) else {}
    memory.rows = Spare(rows_in(root / folder_of(root, Path(config["site_dir"])), built.before, there))
    seldom(once=len(memory.texts) > MANY and not (memory.spared and memory.spared.pages))


def _spared(config: Any, root: Path, digests: Mapping[str, str]) -> Spared | None:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Put the pages into the site that would come out the same, where it can be known what they follow from."""
    named = named_in(root, str(Path(config["config_file_path"]).resolve().relative_to(root)))
    site = Path(config["site_dir"])
    if not memory.serving and not folder_of(root, site):
        return None
    if named is None or not all(isinstance(tab, dict) for tab in config["nav"]):
        empty(f"{site}")
        return None  # a tab without a name has that of its page
    seen = {**config["extra"], "markdown": None}  # of which a page sees its own
    # what a command may say otherwise than mkdocs.yml
    asked = [config["theme"].name, config["use_directory_urls"], config["site_url"]]
    wishes = [json.dumps([seen, config["nav"], str(memory.language.code), asked], default=str)]
    if looks_around(root, config["theme"].custom_dir):
        wishes.append(json.dumps(docs_of(root)))  # templates of one's own may look at any page
    try:
        made = {path: (memory.texts[path], files) for path, files in _files(config).items()}
        place = (served.FOLDER, served.put) if memory.serving else None
        spared = spare(root, site, look(root, wishes, named), made, seen_in, digests, place)
    except OSError as error:
        raise Abort(f"The pages that are there could not be taken over: {error}") from None
    if spared.damaged and not memory.serving:
        log.info("%s: %s", CHANGED, some(spared.damaged))
    return spared


def on_nav(nav: Any, config: Any, files: Any, **_: object) -> Any:  # noqa: ANN401 - MkDocs' navigation, config and files
    """Have the pages left alone that are taken, and other processes make some where no page may look at another."""
    memory.parts, memory.apart = None, False
    if memory.spared:
        leave(memory.spared, files)
        memory.apart = not looks_around(_root(config), config["theme"].custom_dir)
    if memory.apart:

        def read(file: Any) -> None:  # noqa: ANN401 - MkDocs' file
            from mkdocs.commands.build import _populate_page  # noqa: PLC0415 - only where another process has failed

            _populate_page(file.page, config, files)

        weights = {path: len(text) for path, text in memory.texts.items()}
        memory.parts = part(files, weights, read, partial(_of_written, config))
    return nav


def on_build_error(**_: object) -> None:
    """Leave it to the first process to say what another has failed at."""
    if isinstance(memory.parts, Own):
        memory.parts.giver.end()


def _of_written(config: Any, paths: Iterable[str]) -> Made:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Give what is made of these pages once they are written; of those that are served, nothing."""
    if memory.serving:
        return {}
    texts = {path: memory.texts[path] for path in paths if path in memory.texts}
    files = _files(config) if _published(config) else {}
    return of_written(texts, files, Path(config["site_dir"]), config["site_url"] or "").plain


def on_env(env: Any, config: Any, files: Any = None, **_: object) -> Any:  # noqa: ANN401 - Jinja's environment, MkDocs' config and files
    """Let a template of one's own extend the generator's, as handbook/main.html."""
    memory.files = files
    theirs = [folder for folder in config["theme"].dirs if not Path(folder).is_relative_to(_root(config) / OWN)]
    env.loader = ChoiceLoader([env.loader, PrefixLoader({THEIRS: FileSystemLoader(theirs)})])
    if memory.spared:
        tell(memory.spared.asks, files)
    if isinstance(memory.parts, Own):
        memory.parts.has_read()
        config["theme"].static_templates.clear()
        config["extra_templates"] = []
    elif memory.parts:
        memory.parts.written(files)
    if memory.spared or memory.serving:
        memory.compiled = memory.compiled or KeptTemplates(_root(config), "site", memory.language.code)
        env.bytecode_cache = memory.compiled
    return env


def _root(config: Any) -> Path:  # noqa: ANN401 - MkDocs' config, or a fork's
    return Path(config["config_file_path"]).resolve().parent


def on_startup(command: str, dirty: bool = False, **_: object) -> None:  # noqa: FBT001, FBT002 - MkDocs' way
    """Remember what MkDocs was started for: its own script for live reload would break the policy."""
    memory.serving, memory.sparing = command == "serve", dirty and (command != "serve" or storing())
    if memory.serving:
        memory.warned = _counting()
    if not memory.serving:
        gc.disable()  # until the pages are written: all that they are made of is needed
        if not dirty:
            _as_published()
    if dirty:  # MkDocs warns that its menus may be out of date; ours are the same on every page, or all are made anew
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())


def _as_published() -> None:
    """Have MkDocs build the project's own site as `handbook site` does: with the pages that are there, the last kept.

    A site in another place, and one with a plugin or hook of one's own, it builds as ever.
    """
    module: Any = sys.modules.get("mkdocs.commands.build")  # of a fork, there is another
    if module is None or not storing():
        return
    from generator.site.publish import build_within, is_published  # noqa: PLC0415 - which has begun us, most often

    real = module.build

    def build_once(config: Any, **named: object) -> None:  # noqa: ANN401 - MkDocs' config
        module.build = real
        root, site = _root(config), Path(config["site_dir"])
        if not is_published(root, Path(config["config_file_path"]).resolve(), site):
            real(config, **named)
            return
        memory.sparing = True

        def make(fresh: Path) -> bool:
            config["site_dir"] = str(fresh)
            logging.getLogger("mkdocs.commands.build").addFilter(partial(_said_of_dirt, f"{fresh}", f"{site}"))
            warned = _counting()
            real(config, **{**named, "dirty": True})
            return not warned.get_counts()

        try:
            build_within(root, Path(config["config_file_path"]).name, make)
        except (BusyError, OSError) as error:
            raise Abort(f"The site could not be written: {error}") from None
        finally:
            config["site_dir"] = str(site)

    module.build = build_once


def _counting() -> CountHandler:
    """Give what counts the warnings from now on: what was warned of is made again, for it is to be warned of again."""
    warned = CountHandler()
    warned.setLevel(logging.WARNING)
    logging.getLogger("mkdocs").addHandler(warned)
    return warned


def _said_of_dirt(fresh: str, site: str, record: logging.LogRecord) -> bool:
    """Whether this is to be said of a build of one site in the place of another; the place is that of the site."""
    record.msg = str(record.msg).replace(fresh, site)
    return "'dirty' build" not in record.msg and "Use --clean" not in record.msg


def on_page_markdown(markdown: str, page: Any, **_: object) -> str:  # noqa: ANN401 - MkDocs' page, or a fork's
    """Spare MkDocs the rows of a long page that are known."""
    return memory.rows.shortened(page.file.src_uri, markdown)


def on_page_content(html: str, page: Any, config: Any, files: Any, **_: object) -> str:  # noqa: ANN401 - MkDocs' page, or a fork's
    """Let nothing into the page that no template of ours writes."""
    sanitized = memory.rows.filled(page, sanitize(html), lambda: page.render(config, files))
    if sanitized.refused:
        log.warning("%s: %s: %s", page.file.src_path, REFUSED, sanitized.refused)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors_in(sanitized.html)
    if memory.apart:
        page.markdown = None
    return sanitized.html


def on_post_build(config: Any, **_: object) -> None:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Finish the site: one that is opened from the disk, or shown to its writer, wants less."""
    if isinstance(memory.parts, Own):
        memory.parts.has_written()
    site, folders = Path(config["site_dir"]), [Path(folder) for folder in config["theme"].dirs]
    if memory.compiled:
        memory.compiled.keep()
    layer(site)
    if memory.serving:
        if memory.spared and memory.files and not memory.warned.get_counts():
            _keep_served(config, site)
        return
    spared = memory.spared or Spared(look="")
    made = joined(memory.parts.made() if memory.parts else ())
    if memory.apart and memory.files:
        let_go(memory.files)
    try:
        rest = write_markdown(memory.texts, site, config["site_url"] or "", {*spared.pages, *made.beside})
    except OSError as error:
        raise Abort(f"The pages could not be written as Markdown: {error}") from None
    wants = Finish(root=_root(config), templates=folders, sketches=memory.sketches, app=memory.app, keeps=keeps(config))
    try:
        now = finish(site, wants, spared, made.seen) if _published(config) else secured(site, folders, spared)
    except (FinishError, PolicyError) as error:
        raise Abort(str(error)) from None
    if memory.spared and memory.files:
        digests = {**made.beside, **rest, **now.digests}
        there = dict(made_of(_files(config), memory.texts, spared, memory.files, digests))
        remember(_root(config), site, spared, there, now.marks)


def _keep_served(config: Any, site: Path) -> None:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Keep the pages that a server begins with; what it warned of it is to warn of again."""
    assert memory.spared  # noqa: S101 - the caller has looked
    pages = _files(config)
    anew = served.made_now(site, memory.spared, pages)
    made = dict(made_of(pages, memory.texts, memory.spared, memory.files, served.digests_in(anew)))
    served.keep(_root(config), memory.spared, made, anew)
    memory.spared, memory.texts = None, {}


def _files(config: Any) -> dict[str, list[str]]:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Give of each page the files that the site has of it; the Markdown beside it is not served."""
    files = files_of(memory.texts, folders=bool(config["use_directory_urls"]))
    return {path: names[:1] for path, names in files.items()} if memory.serving else files


def _published(config: Any) -> bool:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Whether the site is made for others to visit, not for its writer, and not to be opened from the disk."""
    return not memory.serving and bool(config["use_directory_urls"])


def on_serve(server: Any, config: Any, **_: object) -> None:  # noqa: ANN401 - MkDocs' server and config, or a fork's
    """Watch what people edit and not the pages made from it, or every edit would be built twice."""
    root = _root(config)
    session = memory.session(root)
    server.unwatch(config["docs_dir"])
    server.unwatch(config["config_file_path"])
    server.observer = Watched(server.observer) if sys.platform == "linux" else server.observer
    sys.setswitchinterval(AT_ONCE)
    server.watch(config["config_file_path"])
    server.watch(str(root / SIGNAL))
    if (root / OWN).is_dir():
        server.watch(str(root / OWN))
    server.builder = again(session, server.builder, root, Path(server.root))
    server.set_app(screen(server.get_app(), lambda: session.problems, session.look_at))
