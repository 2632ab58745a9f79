"""The workflows of this repository, read."""

from pathlib import Path
from typing import Any

import yaml

from tests.handbooks.tiny import ROOT

FOLDER = ROOT / ".github/workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))


def read(path: Path) -> dict[Any, Any]:
    """Give what the file holds."""
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def workflow(name: str) -> dict[Any, Any]:
    """Give the workflow of that file."""
    return read(FOLDER / f"{name}.yml")


def jobs() -> list[tuple[str, dict[str, Any]]]:
    """Give every job of every workflow, with its name."""
    return [(f"{path.stem}/{name}", job) for path in WORKFLOWS for name, job in read(path)["jobs"].items()]
