"""An engine that loads itself before it is known what it is to do, run as a file: `engine_ahead.py ENGINE MODULE...`.

It is the engine, as `python -m ENGINE` is, once one line on standard input tells it the words of its command, as JSON.
Of no line, nothing comes. It imports nothing of the generator's by itself: that is the project's own, where it has one.
"""

import atexit
import gc
import json
import os
import runpy
import signal
import sys
from contextlib import suppress


def main() -> None:
    """Load, wait, and be the engine; then end at once, for to take its memory apart takes long."""
    ended = Ended()
    atexit.register(ended.at_once)  # the last, for all others are registered later
    end_with_parent()
    program, *modules = sys.argv[1:]
    if not os.environ.get("PYTHONSAFEPATH"):
        sys.path.insert(0, os.getcwd())  # noqa: PTH109 - as `-m` has it
    gc.disable()
    with suppress(Exception):  # whoever needs it says it
        for module in modules:
            __import__(module)
    gc.enable()
    line = sys.stdin.readline()
    if line:
        sys.argv = [program, *json.loads(line)]
        ended.code = 1
        try:
            runpy.run_module(program, run_name="__main__", alter_sys=True)
        except SystemExit as end:
            ended.code = end.code
            raise
        ended.code = 0


PR_SET_PDEATHSIG = 1  # prctl(2)


def end_with_parent() -> None:
    """Have the system end this process when the one ends that has begun it, however that ends; where it can."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - of no use elsewhere

        with suppress(OSError, AttributeError):  # a C library that knows it not
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


class Ended:
    """How the engine has ended: with a code as `sys.exit` takes it, or with a traceback."""

    code: object = 0

    def at_once(self) -> None:
        """End the process, where that needs no more words than were said."""
        code = 0 if self.code is None else self.code
        with suppress(OSError):  # whoever hears it has gone
            sys.stdout.flush()
            sys.stderr.flush()
        if isinstance(code, int):
            os._exit(code)


if __name__ == "__main__":
    main()
