"""The licences of everything that the lock files name, as docs/licences.md: `python -m tests.tools.licences` writes it.

They are read from the metadata of the installed packages, and from package-lock.json for the tools that Node runs.
"""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from textwrap import fill

from tests.handbooks.tiny import ROOT

PAGE = ROOT / "docs/licences.md"
LOCK, DEV_LOCK, NODE_LOCK = "requirements.lock", "requirements-dev.lock", "package-lock.json"
KNOWN: Mapping[str, str] = {  # whose metadata say nothing, or which are installed on some systems only
    "axe-playwright-python": "MIT",
    "brotlicffi": "MIT",
    "execnet": "MIT",
    "pypdfium2": "BSD-3-Clause OR Apache-2.0",
    "pytest-xdist": "MIT",
}
ALLOWED = frozenset(
    {
        *(
            "0BSD",
            "Apache-2.0",
            "BSD",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BlueOak-1.0.0",
            "CC0-1.0",
            "ISC",
            "MIT",
            "MIT-0",
        ),
        *("MIT-CMU", "MPL-1.1", "MPL-2.0", "OFL-1.1", "PSF-2.0", "Python-2.0", "Unlicense", "Zlib"),
        *("LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"),  # as libraries, unchanged
    }
)
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "MIT No Attribution License (MIT-0)": "MIT-0",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "Python Software Foundation License": "PSF-2.0",
    "The Unlicense (Unlicense)": "Unlicense",
}
WORDS = {
    "Apache Software License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "MIT License": "MIT",
}
PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", re.MULTILINE)
WIDTH = 116
LONGEST = 40  # a field that is longer holds a text, and no name
HEAD = """# Licences

Everything the handbook is made with, by the licence that its own metadata names. Published with the site are only the
theme's files with its icons (mkdocs-material) and, in the scripts, ts-fsrs (the drill), stemmer (the search), idb and
fix-webm-duration (recordings).
`make licences` writes this page; `make test` says when it is out of date, or when a licence is not one of these:

{allowed}.
"""


@dataclass(frozen=True, order=True)
class Package:
    """A package of a lock file, and its licence."""

    name: str
    licence: str

    @property
    def allowed(self) -> bool:
        """Whether one of the licences to choose from is on the list, with all that it asks for beside it."""
        return any(
            all(part.strip("() ") in ALLOWED for part in choice.split(" AND ")) for choice in self.licence.split(" OR ")
        )


def pinned(lock: Path) -> set[str]:
    """Give the name of every package that the lock file pins."""
    return {name.lower() for name in PINNED.findall(lock.read_text(encoding="utf-8"))}


def licence_of(name: str) -> str:
    """Give the licence of a Python package as its metadata names it, or as we know it where they do not."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return KNOWN.get(name, "unknown")
    if expression := said.get("License-Expression"):
        return str(expression)
    last = [c.rpartition(" :: ")[2] for c in said.get_all("Classifier") or [] if c.startswith("License :: ")]
    listed = [CLASSIFIERS.get(each, each) for each in last if each != "OSI Approved"]
    if listed and listed != ["BSD"]:
        return " OR ".join(dict.fromkeys(listed))
    text = str(said.get("License") or "").strip()
    if text and len(text) <= LONGEST and "\n" not in text and text != "UNKNOWN":
        return WORDS.get(text, text)
    return " OR ".join(listed) or KNOWN.get(name, "unknown")


def python_packages(lock: str) -> list[Package]:
    """Give every package of the lock file with its licence."""
    return sorted(Package(name=name, licence=licence_of(name)) for name in pinned(ROOT / lock))


def node_packages() -> list[Package]:
    """Give every package of package-lock.json with its licence."""
    packages = json.loads((ROOT / NODE_LOCK).read_text(encoding="utf-8"))["packages"]
    return sorted(
        {
            Package(name=where.rpartition("node_modules/")[2], licence=str(each.get("license", "unknown")))
            for where, each in packages.items()
            if where
        }
    )


def groups() -> dict[str, list[Package]]:
    """Give the packages by what they are for."""
    build, dev = python_packages(LOCK), python_packages(DEV_LOCK)
    return {
        "To build the handbook": build,
        "To test it": [package for package in dev if package not in build],
        "To check and bundle its scripts (Node)": node_packages(),
    }


def page() -> str:
    """Give the text of docs/licences.md."""
    return "".join(_lines())


def _lines() -> Iterator[str]:
    yield HEAD.format(allowed=fill(", ".join(sorted(ALLOWED)), WIDTH))
    for title, packages in groups().items():
        yield f"\n## {title}\n\n| package | licence |\n| --- | --- |\n"
        yield from (f"| {package.name} | {package.licence} |\n" for package in packages)


def main() -> int:
    """Write the page, and give 1 where a licence is not on the list."""
    PAGE.write_text(page(), encoding="utf-8")
    wrong = [package for packages in groups().values() for package in packages if not package.allowed]
    for package in wrong:
        print(
            f"{package.name}: the licence must be one of the list in tests/tools/licences.py, found {package.licence}"
        )
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
