"""The same pages through several engines, side by side: ratios to MkDocs on the same hand-written Markdown.

`make bench` runs it; `python -m tests.bench_engines 500` takes another number of stories.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build import DOCS, build
from tests import bench

STORIES = 1_000
HOOK = "hooks: [generator/mkdocs_hook.py]\n"
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
class Run:
    """One engine's run: seconds, megabytes of memory, pages and megabytes written."""

    engine: str
    seconds: float
    memory: float
    pages: int
    written: float


def main(stories: int = STORIES) -> None:
    """Build a handbook of so many stories with every engine and print a line for each."""
    with tempfile.TemporaryDirectory() as folder:
        ours = bench.handbook(Path(folder) / "ours", stories)
        runs = [_run("this generator with MkDocs", ours, "mkdocs", "build", "--quiet")]
        build(ours)
        plain = _copy(ours, Path(folder) / "plain", {HOOK: ""})
        runs += [_run("hand-written Markdown with MkDocs", plain, "mkdocs", "build", "--quiet")]
        macros = _copy(plain, Path(folder) / "macros", {MACROS: f"{MACROS}  macros: {{on_undefined: keep}}\n"})
        runs += [_run("the same with mkdocs-macros", macros, "mkdocs", "build", "--quiet")]
        runs += [_run("the same with Zensical", plain, "zensical", "build", "--clean")]
        runs += [_run("the same with Hugo, bare layout", _for_hugo(plain, Path(folder) / "hugo"), "hugo", "--quiet")]
    base = runs[1].seconds
    for run in runs:
        print(
            f"{run.engine:<36} {run.seconds:6.1f} s  {run.seconds / base:5.2f}  {run.memory:6.0f} MB of memory  "
            f"{run.pages:6} pages  {run.written:6.0f} MB",
            flush=True,
        )


def _run(engine: str, root: Path, program: str, *arguments: str) -> Run:
    site = root / ("public" if program == "hugo" else "site")
    shutil.rmtree(site, ignore_errors=True)
    beside = Path(sys.executable).parent / program
    began = time.monotonic()
    started = subprocess.Popen(
        [str(beside), *arguments],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(started.pid, 0)
    seconds = time.monotonic() - began
    assert status == 0, f"{engine} must build the pages, ended with {os.waitstatus_to_exitcode(status)}"
    pages = list(site.rglob("*.html"))
    return Run(
        engine=engine,
        seconds=seconds,
        memory=usage.ru_maxrss / 1024,
        pages=len(pages),
        written=sum(page.stat().st_size for page in pages) / 1e6,
    )


def _copy(root: Path, to: Path, changes: Mapping[str, str]) -> Path:
    shutil.copytree(root, to, ignore=shutil.ignore_patterns("site", ".cache"))
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
