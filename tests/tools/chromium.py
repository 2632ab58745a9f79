"""The browser that the tests use: found where it is installed, installed where it can be, asked for where it cannot."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VARIABLE = "CHROMIUM"
ADVICE = f"install Chromium (Debian, Ubuntu: apt-get install chromium), or set {VARIABLE} to the path of a Chrome"


class ChromiumError(Exception):
    """Raised where no Chromium can be had; the message says what to install."""


def find() -> Path | None:
    """Give the path of an installed Chromium: $CHROMIUM, one on PATH, or Playwright's own."""
    if named := os.environ.get(VARIABLE):
        found = shutil.which(named)
        if found is None:
            raise ChromiumError(f'${VARIABLE} must be a program, found "{named}"; {ADVICE}')
        return Path(found)
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return Path(on_path) if on_path else _playwrights()


def ensure() -> Path:
    """Give the path of a Chromium, installed if there was none. Raises ChromiumError with what to install."""
    said = []
    for install in (_lighter(), *_ways_to_install()):
        for command in install:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                said.append(f"$ {' '.join(command)}\n{(done.stdout + done.stderr).strip()[-2000:]}")
                break
        if path := find():
            return path
    raise ChromiumError("\n".join([*said, f"no Chromium was found and none could be installed: {ADVICE}"]))


def _lighter() -> list[list[str]]:
    """Give the commands that install Chromium without its windows, where that is one package away.

    It takes a third of the time of the whole browser, and is the same engine. Where there is none, any other will do.
    """
    if shutil.which(NAMES[0]) or os.environ.get(VARIABLE) or not _may_install():
        return []
    return [["apt-get", "update"], ["apt-get", "install", "-y", NAMES[0]]]


def _may_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _ways_to_install() -> list[list[list[str]]]:
    ways = [[[sys.executable, "-m", "playwright", "install", "chromium"]]]
    if _may_install():
        ways.insert(0, [["apt-get", "update"], ["apt-get", "install", "-y", "chromium"]])
    return ways


def _playwrights() -> Path | None:
    command = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=False)
    path = Path(done.stdout.strip() or "/nowhere")
    return path if path.is_file() else None
