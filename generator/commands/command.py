"""What every command of `handbook` shares: its exit codes, and how it is added to the parser."""

import argparse
import signal
from collections.abc import Callable

FINE, PROBLEMS, USAGE = 0, 1, 2  # all is well; the content, or the machine, has a problem; wrong usage

AddCommand = Callable[[str, object, str], argparse.ArgumentParser]


def heed_termination() -> None:
    """Let whoever ends this process end it as an interrupt does, so that what it started does not outlive it."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
