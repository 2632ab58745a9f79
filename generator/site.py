"""The published folder: MkDocs builds it beside the last good one, and a whole new site takes its place."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FRESH, OLD = ".cache/site-fresh", ".cache/site-old"
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
    fresh, old, site = root / FRESH, root / OLD, root / folder
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    fresh.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", config]
    command += ["--site-dir", str(fresh.resolve())]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        shutil.rmtree(fresh, ignore_errors=True)
        said = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("INFO")]
        raise SiteError("\n".join(said).strip())
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return Site(folder=site, pages=sum(1 for _ in site.rglob("*.html")))
