"""A preview: one page of the handbook, built alone in seconds, whatever its size and whatever else in it is broken."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.content.address import FOLDER_OF, Locate, locate_in
from generator.content.content import Content
from generator.content.load import ESSAYS, Loaded, load
from generator.model import ENTRY_KINDS, QUESTION_BANKS, SLUG
from generator.pages.pages import build_page
from generator.pages.render import renderer
from generator.rules.every import broken_rules
from generator.rules.invalid_entries import remaining_issues
from generator.rules.style_rules import style_warnings
from generator.site.engine_process import environment
from generator.site.pipeline import layers, templates_of
from generator.site.publish import SiteError
from generator.site.theme_sheet import SHEETS
from generator.site.write import write_folder
from generator.text.issue import ContentError, Issue, UsageError, did_you_mean, shown
from generator.text.own_path import own, write_file

CACHE = ".cache/preview"
SKIPPED = frozenset({"stories"})  # the collection that grows without end: of its others, only the names are read
IGNORED = {"not_found": "ignore", "anchors": "ignore", "absolute_links": "ignore", "unrecognized_links": "ignore"}
PAUSE = 0.3  # seconds between two looks at the file


@dataclass(frozen=True, kw_only=True)
class Named:
    """An entry by its kind and slug, and its file below the project's folder."""

    kind: str
    slug: str
    file: str

    @property
    def path(self) -> str:
        """The path of its page; of a question, that of its competency's questions."""
        return f"{FOLDER_OF[self.kind]}/{self.slug.partition('/')[0]}.md"


@dataclass(frozen=True, kw_only=True)
class Preview:
    """A page ready to be built (or not, where the entry itself cannot be read), and every issue of its file."""

    folder: Path
    path: str
    file: Path
    ready: bool
    issues: tuple[Issue, ...]

    @property
    def page(self) -> Path:
        """The HTML file that a build makes."""
        return (self.folder / "site" / self.path).with_suffix(".html")


class _Lenient(Content):
    """Content in which a name that cannot be read is shown as its slug."""

    def name(self, kind: str, slug: str) -> str:
        """Give the title, or the slug in words."""
        return self.names[kind].get(slug) or slug.replace("-", " ")


def prepare(root: Path, given: str) -> Preview:
    """Write the entry's page, alone, for MkDocs to build. Raises UsageError where there is no such entry."""
    named = _named(root, given)
    folder = own(root, root / CACHE / f"{named.kind}-{named.slug.replace('/', '-')}").resolve()
    loaded = load(root, skip_kinds=SKIPPED, except_entries=frozenset({(named.kind, named.slug)}))
    if loaded.content is None:
        raise ContentError(loaded.issues)
    issues = _issues(loaded, named)
    text = _text(root, loaded.content, named, issues)
    if text is not None:
        write_folder(folder / "docs", {named.path: text})
        write_file(folder / "mkdocs.yml", json.dumps(_config(root, named.path)).encode())
    return Preview(folder=folder, path=named.path, file=root / named.file, ready=text is not None, issues=issues)


def build(preview: Preview) -> Path:
    """Build the page and give its HTML file, which opens from the disk. Raises SiteError where MkDocs refuses."""
    command = [*_mkdocs("build"), "--quiet", "--config-file", str(preview.folder / "mkdocs.yml")]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode or not preview.page.is_file():
        raise SiteError((done.stdout + done.stderr).strip())
    return preview.page


def watch(root: Path, given: str, preview: Preview, *, opened: bool, say: Callable[[object], None]) -> None:
    """Serve the page until interrupted, and make it anew whenever its file is saved; the browser follows."""
    address = f"127.0.0.1:{_free_port()}"
    command = [*_mkdocs("serve"), "--quiet", "--dev-addr", address, "--livereload"]
    command += ["--config-file", str(preview.folder / "mkdocs.yml")]
    url = f"http://{address}/{preview.path.removesuffix('.md')}.html"
    server = subprocess.Popen(command, env=environment())  # noqa: S603
    try:
        _wait_for(address, server)
        say(f"{url}  (Ctrl-C ends it)")
        if opened:
            webbrowser.open(url)
        stamp = _stamp(preview.file)
        while server.poll() is None:
            time.sleep(PAUSE)
            if (now := _stamp(preview.file)) != stamp:
                stamp = now
                _again(root, given, say)
    except KeyboardInterrupt:
        say("")
    finally:
        server.terminate()
        server.wait()


def _again(root: Path, given: str, say: Callable[[object], None]) -> None:
    """Make the page anew and say so, or say what must be mended first."""
    try:
        issues = prepare(root, given).issues
    except (ContentError, UsageError, OSError) as error:
        say(error)
        say("Not built; it is tried again when the file is saved.")
        return
    for issue in issues:
        say(issue)
    say("Built again.")


def _named(root: Path, given: str) -> Named:
    """Give the entry that "stories/my-slug", or its file, names."""
    kinds = {kind.folder: (kind.id, ".yaml") for kind in ENTRY_KINDS} | {ESSAYS: ("page", ".md")}
    wanted = given.replace(os.sep, "/").removeprefix("./").removeprefix("content/")
    name, _, slug = wanted.removesuffix(".yaml").removesuffix(".md").partition("/")
    if name in kinds:
        kind, ending = kinds[name]
        deep = kind == QUESTION_BANKS.id
        file = f"content/{name}/{slug}{ending}"
        if slug.count("/") <= deep and ".." not in slug and os.path.lexists(root / file):
            return Named(kind=kind, slug=slug, file=file)
        if deep and re.fullmatch(SLUG, slug, re.ASCII) and (root / f"content/{name}/{slug}").is_dir():
            return Named(kind=kind, slug=slug, file=f"content/{name}/{slug}")
    known = [
        f"{name}/{path.stem}"
        for name, (_, ending) in kinds.items()
        for path in (root / "content" / name).glob(f"*{ending}")
    ]
    near = did_you_mean(f"{name}/{slug}", known)
    raise UsageError(f'an entry must be named like stories/my-slug and exist, found "{shown(given)}"{near}')


def _issues(loaded: Loaded, named: Named) -> tuple[Issue, ...]:
    assert loaded.content is not None  # noqa: S101 - the caller has looked
    found = {*loaded.issues, *broken_rules(loaded.content), *style_warnings(loaded.content)}
    found |= {*remaining_issues(loaded.content, loaded.invalid)}
    return tuple(
        sorted(issue for issue in found if issue.file == named.file or issue.file.startswith(f"{named.file}/"))
    )


def _text(root: Path, content: Content, named: Named, issues: tuple[Issue, ...]) -> str | None:
    """Give the page's Markdown, or nothing where the entry cannot be read."""
    lenient = _Lenient(**{name: getattr(content, name) for name in Content.__dataclass_fields__})
    render = renderer(lenient, *layers(root, "pages"), locate=_forgiving(locate_in(lenient)))
    try:
        page = build_page(lenient, render, named.path)
    except KeyError:
        if not issues:
            raise
        return None
    return page.text if page else None


def _forgiving(locate: Locate) -> Locate:
    """Give the function that finds a page, and leads home where the page's entry cannot be read."""

    def path(kind: str, slug: str) -> str:
        try:
            return locate(kind, slug)
        except KeyError:
            return "index.md"

    return path


def _config(root: Path, path: str) -> dict[str, Any]:
    return {
        "INHERIT": str((root / "mkdocs.yml").resolve()),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": False,
        "nav": [{"Preview": path}],
        "hooks": [],
        "plugins": [],
        "watch": [],
        "theme": {
            "custom_dir": str((templates_of(root) / "site").resolve()),
            "static_templates": [SHEETS],  # where a hook runs, it writes this sheet
        },
        "validation": {"links": IGNORED, "nav": {"omitted_files": "ignore"}},
    }


def _mkdocs(command: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", command]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, server: "subprocess.Popen[bytes]", seconds: float = 20) -> None:
    host, _, port = address.partition(":")
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.1)
    raise SiteError("MkDocs did not serve the page; what it said stands above.")


def _stamp(path: Path) -> tuple[int, int]:
    try:
        every = [path, *path.iterdir()] if path.is_dir() else [path]
        facts = [one.stat() for one in every]
    except OSError:
        return 0, 0
    return max(fact.st_mtime_ns for fact in facts), sum(fact.st_size for fact in facts)
