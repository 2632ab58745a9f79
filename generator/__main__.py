"""`python -m generator` is the `handbook` command."""

import sys

from generator.commands.quick import main

sys.exit(main())
