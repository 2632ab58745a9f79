"""A release of what stands at HEAD, made twice from nothing and compared: `python -m tests.tools.release`, which
`make release` calls.

Nothing is made of a tree with changes, of a version that the changelog does not tell, or of a number whose tag stands
elsewhere. Two clones in two places, with another clock's zone, another language and another order of hashes, must give
the same bytes. What they gave goes into dist/, with its bill of materials (CycloneDX) and SHA256SUMS.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.exports.archive import packed
from generator.site.write import replace_files

HERE = Path(__file__).resolve().parents[2]
DIST, SUMS = "dist", "SHA256SUMS"
LIST_OF_PARTS = ("uv", "tool", "run", "--from", "cyclonedx-bom==7.5.0", "cyclonedx-py")  # Apache-2.0; its own set-up
WORLDS: tuple[Mapping[str, str], ...] = (  # what must make no difference
    {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
)
SHOWN = 20  # files that differ

Make = Callable[[Path, Mapping[str, str]], Mapping[str, bytes]]


class ReleaseError(Exception):
    """Raised with everything that stands against a release, a line each."""


@dataclass(frozen=True, kw_only=True)
class Release:
    """What is to be released: its name, its number, its commit and the commit's time in seconds."""

    name: str
    version: str
    commit: str
    time: int

    @property
    def stem(self) -> str:
        """Give how its files begin."""
        return f"{self.name}-{self.version}"


def ready(root: Path) -> Release:
    """Give what HEAD would release. Raises ReleaseError with all that stands against it."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    version, commit = str(project["version"]), _git(root, "rev-parse", "HEAD")
    against = []
    changed = _git(root, "status", "--porcelain").splitlines()
    if changed:
        against.append(
            f"the tree must hold what is committed, found {len(changed)} that differ, {changed[0].strip()} first; "
            "commit or stash them"
        )
    told = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    heads = re.findall(r"^## (.+)$", told, re.MULTILINE)
    if not any(re.fullmatch(rf"{re.escape(version)}, \d{{4}}-\d\d-\d\d", head) for head in heads):
        against.append(
            f'CHANGELOG.md must have a section "## {version}, YYYY-MM-DD", found "## {heads[0] if heads else ""}" first'
        )
    elif heads[0] == "Unreleased":
        against.append(
            f'CHANGELOG.md must begin with the section of {version}, found "## Unreleased"; what that tells is in this '
            "release, or waits on a branch"
        )
    tagged = _git(root, "rev-parse", "--verify", "--quiet", f"refs/tags/v{version}^{{commit}}", or_nothing=True)
    if tagged and tagged != commit:
        against.append(
            f"the tag v{version} must stand at this commit, found {tagged[:12]}; raise the version in pyproject.toml"
        )
    if against:
        raise ReleaseError("\n".join(against))
    return Release(
        name=project["name"], version=version, commit=commit, time=int(_git(root, "log", "-1", "--format=%ct"))
    )


def made(root: Path, release: Release, make: Make) -> dict[str, bytes]:
    """Give the files of the release by name, made twice in clones of HEAD. Raises ReleaseError where they differ."""
    results = []
    for number, world in enumerate(WORLDS):
        with TemporaryDirectory(prefix="elsewhere-" * number) as place:
            clone = Path(place, "handbook")
            _git(root, "clone", "--quiet", "--no-hardlinks", str(root), str(clone))
            _git(clone, "checkout", "--quiet", "--detach", release.commit)
            results.append(make(clone, {**os.environ, **world, "SOURCE_DATE_EPOCH": str(release.time)}))
    one, other = results
    differing = sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
    if differing:
        more = f"\n... and {len(differing) - SHOWN} more" if len(differing) > SHOWN else ""
        raise ReleaseError(
            "two builds of one commit must be the same bytes, these files differ:\n"
            + "\n".join(differing[:SHOWN])
            + more
        )
    return assembled(release, one)


def assembled(release: Release, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give what is handed out: the site as one archive, whatever else was made, and the checksums of all."""
    day = datetime.fromtimestamp(release.time, UTC).date()
    site = {name.removeprefix("site/"): data for name, data in sorted(files.items()) if name.startswith("site/")}
    out = {Path(name).name: data for name, data in files.items() if not name.startswith("site/")}
    out[f"{release.stem}-site.zip"] = packed(site.items(), day)
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(out.items()))
    return {**out, SUMS: sums.encode()}


def build(*, downloads: bool) -> Make:
    """Give how a clone is built: its site, its packages, and its bill of materials."""

    def make(clone: Path, world: Mapping[str, str]) -> dict[str, bytes]:
        python, more = (sys.executable, "-m"), () if downloads else ("--no-downloads",)
        _run((*python, "generator", "site", *more), clone, world)
        _run((*python, "hatchling", "build", "--directory", DIST), clone, world)
        parts = f"{DIST}/sbom.cdx.json"
        words = ("requirements", "requirements.lock", "--pyproject", "pyproject.toml", "--output-reproducible")
        _run((*LIST_OF_PARTS, *words, "--output-file", parts), clone, world)
        folders = (clone / "site", clone / DIST)
        return {
            path.relative_to(clone).as_posix(): path.read_bytes()
            for folder in folders
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return make


def main(arguments: list[str]) -> int:
    """Write the release into dist/, and say what it holds; 1 where it may not be, with every reason."""
    parser = argparse.ArgumentParser(prog="make release")
    parser.add_argument(
        "--downloads", choices=("yes", "no"), default="yes", help="book, sheets and cards (default: yes)"
    )
    options = parser.parse_args(arguments)
    try:
        release = ready(HERE)
        files = made(HERE, release, build(downloads=options.downloads == "yes"))
    except ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    shutil.rmtree(HERE / DIST, ignore_errors=True)
    replace_files(HERE, {f"{DIST}/{name}": data for name, data in files.items()})
    print(f"{release.stem} of {release.commit[:12]}, made twice with the same bytes, in {DIST}/:")
    print(files[SUMS].decode(), end="")
    print(f"Check it there with `sha256sum --check {SUMS}`, then publish it: ", end="")
    print(f"`git tag v{release.version} && git push origin v{release.version}`.")
    return 0


def _git(root: Path, *words: str, or_nothing: bool = False) -> str:
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, text=True, check=False)
    if done.returncode and not or_nothing:
        raise ReleaseError(f"git {words[0]}: {done.stderr.strip()}")
    return done.stdout.strip()


def _run(words: tuple[str, ...], folder: Path, world: Mapping[str, str]) -> None:
    beside = {**world, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{world.get('PATH', '')}"}
    done = subprocess.run(words, cwd=folder, env=beside, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ReleaseError(f"{' '.join(words[-4:])} failed:\n{done.stdout}{done.stderr}".rstrip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
