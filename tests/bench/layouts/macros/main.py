"""The data of every story, and a page of it: what people write who have mkdocs-macros and no generator."""  # noqa: INP001 - read as a file

from pathlib import Path
from typing import Any

import jinja2
import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def define_env(env: Any) -> None:
    """Give the pages their macro."""
    files = Path("content/stories").glob("*.yaml")
    stories = {path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER) for path in files}  # noqa: S506 - the safe one
    template = jinja2.Environment().from_string(Path("story.md.jinja").read_text(encoding="utf-8"))  # noqa: S701 - it makes Markdown

    @env.macro  # type: ignore[untyped-decorator]
    def story(slug: str) -> str:
        return template.render(it=stories[slug])
