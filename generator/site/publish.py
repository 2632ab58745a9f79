"""The published folder: MkDocs builds it beside the last good one, and a whole new site takes its place."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from generator.site.lock import FOLDER as CACHE
from generator.site.lock import BusyError, alone
from generator.text.own_path import own

FRESH, OLD = f"{CACHE}/fresh", f"{CACHE}/old"
KEPT = "the last good site is kept"
SERVED, OFFLINE = ("mkdocs.yml", "site"), ("mkdocs-offline.yml", "site-offline")  # what it is made by, and where


class SiteError(Exception):
    """Raised where MkDocs refuses; what it said is the message. The last good site is untouched."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """A built site: where it is, and how many HTML pages it holds."""

    folder: Path
    pages: int


def build_site(root: Path, *, offline: bool = False) -> Site:
    """Build the project's pages into site/ and give what was built. Raises SiteError and keeps the last good site.

    Offline, they go into site-offline/, and open from the disk.
    """
    config, folder = OFFLINE if offline else SERVED
    site = root / folder
    if site.is_symlink():
        raise SiteError(f"{folder}/ must be an ordinary folder, found a link to {site.readlink()}; remove the link")
    try:
        with alone(root, folder):
            return _built(root, config, site)
    except BusyError as error:
        raise SiteError(str(error)) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise SiteError(f"{where}the site could not be written ({error.strerror}); {KEPT}") from None


def _built(root: Path, config: str, site: Path) -> Site:
    fresh, old = own(root, root / f"{FRESH}-{site.name}"), own(root, root / f"{OLD}-{site.name}")
    if old.is_dir() and not site.exists():
        old.rename(site)  # the last run was killed between its two renames
    _clear(fresh)
    _clear(old)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", config]
    command += ["--site-dir", str(fresh.resolve())]
    done = subprocess.run(command, cwd=root, env=environment(), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        _clear(fresh)
        raise SiteError(_said(done.stdout + done.stderr))
    pages = sum(1 for _ in fresh.rglob("*.html"))
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return Site(folder=site, pages=pages)


def environment() -> dict[str, str]:
    """Give the environment that MkDocs runs in: ours, without an advertisement of its successor."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def _clear(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _said(text: str) -> str:
    """Give what MkDocs said, without its small talk; of a traceback the last line, which names the fault."""
    lines = [line for line in text.splitlines() if not line.startswith("INFO")]
    if any(line.startswith("Traceback") for line in lines):
        return f"MkDocs stopped: {next(line for line in reversed(lines) if line.strip())}; {KEPT}"
    return "\n".join(lines).strip()
