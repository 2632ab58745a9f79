"""A site of an engine that calls no hook: what the hook does is done around it, the pages before, the rest after."""

import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from generator.pages.render import THEIRS
from generator.site import pipeline
from generator.site.app import UNKEPT
from generator.site.configured import keeps, without_hooks
from generator.site.engines import Engine, EngineError, read
from generator.site.finish import Finish, FinishError, finish, from_here, secured
from generator.site.lock import FOLDER as CACHE
from generator.site.markdown import texts_of, write_markdown
from generator.site.own_folder import own_templates
from generator.site.policy import PolicyError
from generator.site.theme_sheet import layer
from generator.text.own_path import own, write_file

LOOK = f"{CACHE}/look"


def build_around(  # noqa: PLR0913 - what a build is, beside what runs the engine
    root: Path, config: str, fresh: Path, engine: Engine, run: Callable[[str], None], *, store: bool
) -> None:
    """Build the pages, have the engine `run` by a configuration, and finish the site. Raises EngineError."""
    engine.command(config)  # which says what is missing before anything is built
    whole = read(root, config)
    address = str(whole.get("site_url") or "")
    built = pipeline.build(root, address, store=store)
    published = bool(whole.get("use_directory_urls", True))
    custom = whole.get("theme", {}).get("custom_dir")
    look = one_look(root, root / str(custom) if custom else pipeline.templates_of(root) / "site")
    whole["theme"] = {**whole.get("theme", {}), "custom_dir": str(look.resolve())}
    whole["site_dir"] = fresh.relative_to(root).as_posix()
    text = without_hooks(engine, root, whole, built)
    spec = find_spec(engine.look)
    looks = [Path(place) / "templates" for place in (spec.submodule_search_locations if spec else None) or ()]
    templates = [look, *looks]
    unkept = root / pipeline.DOCS / UNKEPT
    try:
        if published:
            write_file(unkept, (pipeline.templates_of(root) / "site" / UNKEPT).read_bytes())
        run(text)
    finally:
        unkept.unlink(missing_ok=True)
    layer(fresh)
    write_markdown(texts_of(root / pipeline.DOCS), fresh, address)
    try:
        if published:
            from_here(fresh / UNKEPT, urlsplit(address).path)
            wants = Finish(root=root, templates=templates, sketches=built.sketches, app=built.app, keeps=keeps(whole))
            finish(fresh, wants)
        else:
            secured(fresh, templates)
    except (FinishError, PolicyError) as error:
        raise EngineError(str(error)) from None


def one_look(root: Path, ours: Path) -> Path:
    """Give one folder of templates for an engine that takes one: the project's own before ours, which these may extend.

    Ours stay as handbook/NAME. Where the project has none, it is the folder of ours.
    """
    theirs = own_templates(root, "site")
    if not theirs:
        return ours
    both = own(root, root / LOOK)
    if both.exists():
        shutil.rmtree(both)
    shutil.copytree(ours, both)
    for path in ours.rglob("*.html"):
        target = both / THEIRS / path.relative_to(ours)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    for folder in theirs:
        shutil.copytree(folder, both, dirs_exist_ok=True)
    return both
