"""`python -m generator` is the `handbook` command."""

from generator.commands.quick import run

run()
