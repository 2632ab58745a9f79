"""A Firefox to ask what Chromium answers otherwise: where Tab leads, what a screen reader says. By Marionette."""

import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox") or ""
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # how the protocol names a reference to one
TAB, SHIFT = "\ue004", "\ue008"
BEGINS = 60.0  # seconds, and as long for an answer
PORT = "MarionetteActivePort"  # the file in which it says where it answers
OFF = (
    "app.update.enabled",
    "browser.safebrowsing.malware.enabled",
    "browser.shell.checkDefaultBrowser",
    "datareporting.policy.dataSubmissionEnabled",
    "network.captive-portal-service.enabled",
    "network.connectivity-service.enabled",
    "toolkit.telemetry.enabled",
)
NOBODY = {"http": "127.0.0.1", "http_port": 9, "ssl": "127.0.0.1", "ssl_port": 9, "type": 1}
BARRED = {f"network.proxy.{name}": value for name, value in NOBODY.items()}  # every way out of this machine


class Firefox:
    """One window of a running Firefox."""

    def __init__(self, wire: socket.socket) -> None:
        self._wire = wire
        self._calls = 0
        self._answer()  # which says whom one speaks to
        self.ask("WebDriver:NewSession", capabilities={"alwaysMatch": {"pageLoadStrategy": "normal"}})

    def ask(self, command: str, **given: Any) -> Any:
        """Give what the browser answers to one command of the protocol."""
        self._calls += 1
        words = json.dumps([0, self._calls, command, given])
        self._wire.sendall(f"{len(words.encode())}:{words}".encode())
        _, _, error, found = self._answer()
        assert not error, f"{command}: {error}"
        return found["value"] if isinstance(found, dict) and set(found) == {"value"} else found

    def open(self, url: str) -> None:
        """Show a page, once all of it is loaded."""
        self.ask("WebDriver:Navigate", url=url)

    def run(self, script: str, *given: Any) -> Any:
        """Give what a function's body returns in the page."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=list(given))

    def wait(self, script: str, *given: Any) -> None:
        """Wait until a function's body returns something in the page."""
        until = time.monotonic() + BEGINS
        while not self.run(script, *given):
            assert time.monotonic() < until, f"never: {script}"
            time.sleep(0.05)

    def press(self, *keys: str) -> None:
        """Press the keys together, and let them go."""
        down = [{"type": "keyDown", "value": key} for key in keys]
        up = [{"type": "keyUp", "value": key} for key in reversed(keys)]
        self.ask("WebDriver:PerformActions", actions=[{"type": "key", "id": "keys", "actions": [*down, *up]}])

    def named(self, selector: str) -> list[str]:
        """Give what a screen reader says of each element that the selector finds."""
        found = self.ask("WebDriver:FindElements", using="css selector", value=selector)
        return [self.ask("WebDriver:GetComputedLabel", id=one[ELEMENT]) for one in found]

    def _answer(self) -> Any:
        size = b""
        while not size.endswith(b":"):
            size += self._read(1)
        return json.loads(self._read(int(size[:-1])))

    def _read(self, size: int) -> bytes:
        found = b""
        while len(found) < size:
            more = self._wire.recv(size - len(found))
            assert more, "Firefox went away"
            found += more
        return found


@contextmanager
def firefox(profile: Path, width: int = 1280, height: int = 900) -> Iterator[Firefox]:
    """Run a Firefox with nothing on it, and end it."""
    profile.mkdir(parents=True, exist_ok=True)
    (profile / PORT).unlink(missing_ok=True)
    prefs = {**dict.fromkeys(OFF, False), **BARRED, "marionette.port": 0}  # one that nobody else can have taken
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in prefs.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    size = ("--width", str(width), "--height", str(height))
    command = (FIREFOX, "--headless", "--no-remote", "--marionette", "--profile", str(profile), *size, "about:blank")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            with _wire_to(profile, running) as wire:
                yield Firefox(wire)
        finally:
            running.terminate()
            try:
                running.wait(BEGINS)
            except subprocess.TimeoutExpired:
                running.kill()


def _wire_to(profile: Path, running: "subprocess.Popen[bytes]") -> socket.socket:
    until = time.monotonic() + BEGINS
    while True:
        assert running.poll() is None, "Firefox did not begin"
        try:
            port = int((profile / PORT).read_text(encoding="ascii"))
            return socket.create_connection(("127.0.0.1", port), timeout=BEGINS)
        except (OSError, ValueError):  # not written yet, or half
            assert time.monotonic() < until, "Firefox does not answer"
            time.sleep(0.2)
