"""Python looks for cycles where any may be, and nowhere else."""

import subprocess
import sys
from pathlib import Path

from tests.handbooks import tiny

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


HELD = """
import gc, sys
from pathlib import Path
from generator.content.entry import Entry
from generator.site.generations import seldom
from generator.site.pipeline import build
built = build(Path(sys.argv[1]), "https://example.org/", store=True)
for once in (False, True):
    gc.unfreeze()
    seldom(once=once)
    gc.unfreeze()
    print(sum(isinstance(one, Entry) for one in gc.get_objects()))
print(built.pages, len(built.texts))
"""


def test_of_the_content_nothing_is_held_once_its_pages_are_made(tmp_path: Path) -> None:
    root = tiny.copy_to(tmp_path)
    said = subprocess.run(
        [sys.executable, "-c", HELD, str(root)], cwd=tiny.ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    before, after, pages, texts = map(int, said)
    assert before > 0
    assert after == 0
    assert texts == pages > 0
