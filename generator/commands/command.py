"""What every command of `handbook` shares: its exit codes, and how it is added to the parser."""

import argparse
import signal
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path

from generator.text.issue import Issue

FINE, PROBLEMS, USAGE = 0, 1, 2  # all is well; the content, or the machine, has a problem; wrong usage
INTERRUPTED = 130  # as a shell has it: by the signal of Ctrl-C

AddCommand = Callable[[str, object, str], argparse.ArgumentParser]


def from_here(root: Path, issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """Give the issues of the project at `root`, each file by the path that leads to it from where the command runs."""
    return tuple(replace(issue, file=(root / issue.file).as_posix()) for issue in issues)


def speak_anywhere() -> None:
    """Let a terminal, or a pipe, that cannot say a letter show its code point."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def heed_termination() -> None:
    """Let whoever ends this process end it as an interrupt does, so that what it started does not outlive it."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
