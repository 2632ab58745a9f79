"""MkDocs' doorbell: builds the pages before MkDocs looks for them. The only module that knows MkDocs."""

from pathlib import Path
from typing import Any

from mkdocs.exceptions import Abort

from generator.build import HERE, build, templates_of
from generator.issue import ContentError


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
    config["extra"]["feed"] = built.feed
    config["extra"]["sections"] = {
        name: [{"title": link.title, "path": link.path} for link in links] for name, links in built.sections.items()
    }


def on_serve(server: Any, config: Any, **_: object) -> None:  # noqa: ANN401 - MkDocs' server and config, or a fork's
    """Watch what people edit and not the pages made from it, or every edit would be built twice."""
    server.unwatch(config["docs_dir"])
