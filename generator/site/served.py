"""The pages that a server has shown first, kept for the next one: it need not make them again to begin."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.site.listing import digest, files_of
from generator.site.page_record import Page, digests_of
from generator.site.spared import Spared, remember, settle
from generator.text.own_path import own, write_file

FOLDER = ".cache/served"  # beside what is known of it, under this machine's seal


def put(site: str, fresh: str, files: Mapping[str, str]) -> None:
    """Copy these files into the fresh site, as new: its server writes into them, and asks when they were saved."""
    for folder in sorted({file.rpartition("/")[0] for file in files}):
        os.makedirs(f"{fresh}/{folder}", exist_ok=True)  # noqa: PTH103 - done for thousands
    for file in files:
        shutil.copyfile(f"{site}/{file}", f"{fresh}/{file}")


def made_now(site: Path, spared: Spared, pages: Mapping[str, list[str]]) -> dict[str, bytes]:
    """Give what the site holds of these pages (of each its HTML) that were not taken."""
    files = (file for path, html in pages.items() if path not in spared.pages for file in html)
    return {file: (site / file).read_bytes() for file in files if (site / file).is_file()}


def keep(root: Path, spared: Spared, made: Mapping[str, Page], anew: Mapping[str, bytes]) -> None:
    """Keep these pages and no others, of which some were made `anew`. A disk that refuses costs no more."""
    with suppress(OSError):
        store = own(root, root / FOLDER)
        for file, data in anew.items():
            write_file(store / file, data)
        wanted = digests_of(made)
        for file in [*files_of(store)]:
            if file not in wanted:
                (store / file).unlink()
        remember(root, store, spared, made, dict.fromkeys(anew, ()))
        settle(root, FOLDER, store)


def digests_in(anew: Mapping[str, bytes]) -> dict[str, str]:
    """Give the digest of each file."""
    return {file: digest(data) for file, data in anew.items()}
