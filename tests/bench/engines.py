"""The same pages through several engines, side by side: ratios to MkDocs on the same hand-written Markdown.

`make bench` runs it; `python -m tests.bench.engines 500` takes another number of stories.
"""

import shutil
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.site.pipeline import DOCS
from tests.bench import __main__ as bench
from tests.handbooks import large

STORIES = 1_000
MACROS = "plugins:\n"
HUGO = """
baseURL = "/"
contentDir = "content"
disableKinds = ["taxonomy", "term", "RSS"]
[markup.goldmark.renderer]
unsafe = true
"""
LAYOUT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><nav>{{ range .Site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<main>{{ .Content }}</main></body></html>
"""


@dataclass(frozen=True, kw_only=True)
class Site:
    """What an engine made, and at what cost: pages, and megabytes of HTML."""

    engine: str
    run: bench.Run
    pages: int
    written: float


def main(stories: int = STORIES) -> None:
    """Build a handbook of so many stories with every engine and print a line for each."""
    with tempfile.TemporaryDirectory() as folder:
        ours = large.handbook(Path(folder) / "ours", stories)
        found = [_site("this generator with MkDocs", ours, "mkdocs", "build", "--quiet")]
        plain = bench.without_hook(_copy(ours, Path(folder) / "plain", {}))
        found += [_site("hand-written Markdown with MkDocs", plain, "mkdocs", "build", "--quiet")]
        macros = _copy(plain, Path(folder) / "macros", {MACROS: f"{MACROS}  macros: {{on_undefined: keep}}\n"})
        found += [_site("the same with mkdocs-macros", macros, "mkdocs", "build", "--quiet")]
        found += [_site("the same with Zensical", plain, "zensical", "build", "--clean")]
        found += [_site("the same with Hugo, bare layout", _for_hugo(plain, Path(folder) / "hugo"), "hugo", "--quiet")]
    base = found[1].run.seconds
    for site in found:
        print(
            f"{site.engine:<36} {site.run.seconds:6.1f} s  {site.run.seconds / base:5.2f}  "
            f"{site.run.memory:6.0f} MB of memory  {site.pages:6} pages  {site.written:6.0f} MB",
            flush=True,
        )


def _site(engine: str, root: Path, *command: str) -> Site:
    folder = root / ("public" if command[0] == "hugo" else "site")
    shutil.rmtree(folder, ignore_errors=True)
    run = bench.run(root, *command)
    pages = list(folder.rglob("*.html"))
    return Site(engine=engine, run=run, pages=len(pages), written=sum(page.stat().st_size for page in pages) / 1e6)


def _copy(root: Path, to: Path, changes: Mapping[str, str]) -> Path:
    shutil.copytree(root, to, ignore=lambda here, names: {"site", ".cache"} & {*names} if Path(here) == root else set())
    config = (to / "mkdocs.yml").read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in config, f"mkdocs.yml must hold {old!r}"
        config = config.replace(old, new, 1)
    (to / "mkdocs.yml").write_text(config, encoding="utf-8")
    return to


def _for_hugo(root: Path, to: Path) -> Path:
    """Give the same pages as Hugo wants them: a section's own page is called _index.md."""
    shutil.copytree(root / DOCS, to / "content", ignore=shutil.ignore_patterns("*.js", "*.txt", ".*"))
    for path in to.rglob("index.md"):
        path.rename(path.with_name("_index.md"))
    (to / "hugo.toml").write_text(HUGO, encoding="utf-8")
    (to / "layouts/_default").mkdir(parents=True)
    for name in ("single", "list"):
        (to / f"layouts/_default/{name}.html").write_text(LAYOUT, encoding="utf-8")
    return to


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
