"""Python looks for cycles where any may be, and nowhere else."""

import subprocess
import sys

LOADED = """
import gc
from mkdocs.exceptions import Abort
before = sum(young["collections"] for young in gc.get_stats())
import generator.mkdocs_hook
print(gc.isenabled(), sum(young["collections"] for young in gc.get_stats()) - before)
"""


def test_while_all_that_builds_is_loaded_nobody_looks_for_cycles_in_it() -> None:
    said = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True).stdout.split()
    assert said[0] == "True"
    assert int(said[1]) < 20  # a hundred, where it is looked for
