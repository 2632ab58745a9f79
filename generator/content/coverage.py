"""How much each competency has."""

from dataclasses import dataclass

from generator.content.entry import Entry
from generator.model import Competency


@dataclass(frozen=True, kw_only=True, eq=False)
class Coverage:
    """How many questions, stories, walkthroughs and worksheets a competency has; a story counts for each it shows."""

    competency: Entry[Competency]
    questions: int
    stories: int
    walkthroughs: int
    worksheets: int
