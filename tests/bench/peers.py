"""The other engines, each with its own environment below build/bench, over the same pages as ours.

The Markdown is what the generator wrote, left as if by hand; one of them makes the page of a story from its data, too.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.site.pipeline import DOCS, SITE
from tests.bench.cost import Cost, cost
from tests.bench.ground import EDITED, STORY
from tests.handbooks.project import ROOT

WHERE = ROOT / "build/bench"
LOCK = ROOT / "requirements-bench.lock"
LAYOUTS = Path(__file__).with_name("layouts")
HOOK = "hooks: [generator/mkdocs_hook.py]\n"
PAGE = f"{DOCS}/stories/{EDITED}.md"
SAID = 300  # characters of what the installer said
WORD, MOST_WORDS = re.compile(r"\w+"), 25_000  # Zensical 0.0.73 stops at a page with more than 32,768
BIN = "Scripts" if os.name == "nt" else "bin"


class MissingError(Exception):
    """Raised where a peer cannot be installed; the message is what the installer said."""


@dataclass(frozen=True, kw_only=True)
class Peer:
    """An engine: what it is, what installs it, how its project is made, its commands: `again` where it keeps some."""

    name: str
    says: str
    packages: tuple[str, ...]
    lay: Callable[[Path], None]
    whole: tuple[str, ...]
    again: tuple[str, ...] = ()
    site: str = SITE
    edited: str = PAGE

    def installed(self) -> Path:
        """Give the folder of its programs, made once for what is named here. MissingError where that fails."""
        home, done = WHERE / self.name, WHERE / self.name / ".done"
        named = " ".join(self.packages)
        if done.exists() and done.read_text() == named and done.stat().st_mtime >= LOCK.stat().st_mtime:
            return home / BIN
        uv = str(Path(sys.executable).with_name("uv"))
        quick = ("--quiet", "--compile-bytecode")
        into = [uv, "pip", "install", *quick, "--python", str(home), "-c", str(LOCK), *self.packages]
        for step in ([uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(home)], into):
            run = subprocess.run(step, cwd=ROOT, capture_output=True, text=True, check=False)
            if run.returncode:
                raise MissingError(" ".join((run.stdout + run.stderr).split())[:SAID])
        done.write_text(named)
        return home / BIN

    def build(self, root: Path, *, anew: bool) -> Cost:
        """Build the project, `anew` or with what it keeps from the last time, and give what that cost."""
        program, *words = self.whole if anew or not self.again else self.again
        return cost(root, self.installed() / program, *words)

    def write_in(self, root: Path, word: str) -> None:
        """Write the word into a story."""
        path = root / self.edited
        text = path.read_text(encoding="utf-8")
        old, new = ("summary: ", f"summary: {word} ") if path.suffix == ".yaml" else ("\n## ", f"\n{word}\n\n## ")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def shows(self, root: Path, word: str) -> bool:
        """Whether the site shows the word on the story's page."""
        return word in (root / self.site / "stories" / EDITED / "index.html").read_text(encoding="utf-8")


def by_hand(root: Path) -> None:
    """Leave the built pages as if they were written by hand; only the side lists, which a hand would write too, go."""
    _replace(root / "mkdocs.yml", HOOK, "")
    _replace(root / "templates/site/partials/nav.html", "config.extra.sections %}", "false %}")


def with_macros(root: Path) -> None:
    """Have mkdocs-macros make the page of each story of its data; no other page is asked for a macro."""
    by_hand(root)
    _replace(root / "mkdocs.yml", "plugins: []", "plugins: [{macros: {render_by_default: false}}]")
    for path in (LAYOUTS / "macros").iterdir():
        shutil.copy(path, root)
    for path in (root / DOCS / "stories").glob("story-*.md"):
        front = path.read_text(encoding="utf-8").split("---\n")[1]
        path.write_text(f'---\n{front}render_macros: true\n---\n{{{{ story("{path.stem}") }}}}\n', encoding="utf-8")


def with_materialx(root: Path) -> None:
    """Have ProperDocs make the same pages with MaterialX."""
    by_hand(root)
    _replace(root / "mkdocs.yml", "name: material\n", "name: materialx\n")


def for_zensical(root: Path) -> None:
    """Give Zensical the same pages; those with more words than its search takes of one page are left out of that."""
    by_hand(root)
    for path in (root / DOCS).rglob("*.md"):
        text = path.read_text(encoding="utf-8")
        if len(WORD.findall(text)) > MOST_WORDS:
            path.write_text(text.replace("---\n", "---\nsearch: {exclude: true}\n", 1), encoding="utf-8")


def for_hugo(root: Path) -> None:
    """Give Hugo the same pages, a section's own as _index.md, and a layout with search, lists and parts."""
    ours = LAYOUTS / "hugo"
    for name, to in (
        ("hugo.toml", "."),
        ("search.js", "static"),
        ("index.json", "layouts"),
        *((name, "layouts/_default") for name in ("baseof.html", "single.html", "list.html")),
        *((name, "layouts/partials") for name in ("tabs.html", "side.html")),
    ):
        (root / to).mkdir(parents=True, exist_ok=True)
        shutil.copy(ours / name, root / to)
    shutil.rmtree(root / "content")
    shutil.copytree(root / DOCS, root / "content", ignore=shutil.ignore_patterns("*.js", "*.txt", ".*"))
    for path in (root / "content").rglob("index.md"):
        path.rename(path.with_name("_index.md"))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} must hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


MKDOCS = Peer(
    name="mkdocs",
    says="MkDocs with Material, the same Markdown by hand",
    packages=("mkdocs", "mkdocs-material"),
    lay=by_hand,
    whole=("mkdocs", "build", "--quiet"),
)
HUGO = Peer(
    name="hugo",
    says="Hugo, our layout with search, lists and parts",
    packages=("hugo",),
    lay=for_hugo,
    whole=("hugo", "build", "--quiet", "--cleanDestinationDir"),
    again=("hugo", "build", "--quiet"),
    site="public",
    edited=f"content/stories/{EDITED}.md",
)
PEERS = (
    MKDOCS,
    HUGO,
    Peer(
        name="macros",
        says="mkdocs-macros, stories made of their data",
        packages=("mkdocs", "mkdocs-material", "mkdocs-macros-plugin"),
        lay=with_macros,
        whole=MKDOCS.whole,
        edited=STORY,
    ),
    Peer(
        name="materialx",
        says="ProperDocs with MaterialX",
        packages=("properdocs", "-r", "tests/engines/materialx.requirements"),
        lay=with_materialx,
        whole=("properdocs", "build", "--quiet", "--config-file", "mkdocs.yml"),
    ),
    Peer(
        name="zensical",
        says="Zensical",
        packages=("zensical",),
        lay=for_zensical,
        whole=("zensical", "build", "--clean"),
        again=("zensical", "build"),
    ),
)
