"""`python -m generator` is the `handbook` command."""

import sys

from generator.commands.cli import main

sys.exit(main())
