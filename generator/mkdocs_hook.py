"""MkDocs' doorbell: builds the pages before MkDocs looks for them. The only module that knows MkDocs."""

import logging
from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from generator.build import HERE, build, templates_of
from generator.issue import ContentError
from generator.lock import BusyError
from generator.policy import PolicyError, secure
from generator.search import lean
from generator.wall import sift

log = logging.getLogger("mkdocs.hooks.handbook")
serving = False
INDEX = "search/search_index.json"


def on_config(config: Any, **_: object) -> Any:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Give the site the generator's own look where the config names no other."""
    if config["theme"].custom_dir is None:
        config["theme"].dirs.insert(0, str(templates_of(HERE) / "site"))
    return config


def on_pre_build(config: Any, **_: object) -> None:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Build the pages, or stop before the last good site is touched."""
    root = Path(config["config_file_path"]).resolve().parent
    try:
        built = build(root, config["site_url"] or "")
    except ContentError as error:
        count = len(error.issues)
        raise Abort(
            f"{error}\n\nThe content has {count} problem{'s' * (count != 1)}; the last good site is kept."
        ) from None
    except (BusyError, OSError) as error:
        raise Abort(f"The pages could not be written: {error}") from None
    config["extra"]["feed"] = built.feed
    config["extra"]["sections"] = {
        name: [{"title": link.title, "path": link.path} for link in links] for name, links in built.sections.items()
    }


def on_startup(command: str, **_: object) -> None:
    """Remember what MkDocs was started for: its own script for live reload would break the policy."""
    global serving  # noqa: PLW0603 - MkDocs says it once, and asks the other hooks later
    serving = command == "serve"


def on_page_content(html: str, page: Any, **_: object) -> str:  # noqa: ANN401 - MkDocs' page, or a fork's
    """Let nothing into the page that no template of ours writes."""
    sifted = sift(html)
    if sifted.refused:
        log.warning("%s: generator/wall.py leaves out what is not on its list: %s", page.file.src_path, sifted.refused)
    return sifted.html


def on_post_build(config: Any, **_: object) -> None:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Make the search index light, and state the Content-Security-Policy in every page, 404.html too.

    Neither is of use to a site that is opened from the disk: it loads its index at once, and has no origin to allow.
    """
    if serving or not config["use_directory_urls"]:
        return
    index = Path(config["site_dir"]) / INDEX
    if index.is_file():
        index.write_text(lean(index.read_text(encoding="utf-8")), encoding="utf-8")
    try:
        secure(Path(config["site_dir"]), [Path(folder) for folder in config["theme"].dirs])
    except PolicyError as error:
        raise Abort(str(error)) from None


def on_serve(server: Any, config: Any, **_: object) -> None:  # noqa: ANN401 - MkDocs' server and config, or a fork's
    """Watch what people edit and not the pages made from it, or every edit would be built twice."""
    server.unwatch(config["docs_dir"])
