"""The content model: one frozen record for each kind of entry, and what each field may hold.

From here follow what `check` accepts, the JSON Schemas that editors use, and the tables of fields for contributors;
what else a new kind asks for stands in CONTRIBUTING.md. A `Ref` names the kind that its slug must be found among.
"""

from generator.model.comparison import Comparison
from generator.model.competency import (
    Competency,
    Expectation,
    Question,
    QuestionBank,
    QuestionFields,
    QuestionFile,
    Spoken,
)
from generator.model.framework import Cell, Figure, Framework, FrameworkStep, Slot
from generator.model.glossary import Glossary, Term
from generator.model.kind import Index, Kind
from generator.model.kinds import (
    COMPARISONS,
    COMPETENCIES,
    ENTRY_KINDS,
    FRAMEWORKS,
    GLOSSARY,
    HANDBOOK,
    KIND_OF_FILE,
    KINDS,
    LINKED_KINDS,
    LOOPS,
    ONE_A_FILE,
    PLANS,
    PRINCIPLES,
    QUESTION_BANKS,
    QUESTIONS,
    STORIES,
    WALKTHROUGHS,
    WORKSHEETS,
)
from generator.model.own_rules import OwnLimits, OwnRules
from generator.model.plan import Plan, Task
from generator.model.principles import Principle, Principles
from generator.model.record import (
    ANCHORS,
    DATE,
    LIST_LIMIT,
    LONGEST_SLUG,
    PROSE_LIMIT,
    SLUG,
    TEXT_LIMIT,
    PartId,
    Record,
    Ref,
    Words,
)
from generator.model.story import Contributor, Note, Story
from generator.model.vocabulary import (
    Asked,
    Handbook,
    LookAlikes,
    StoryPart,
    SystemCategory,
)
from generator.model.walkthrough import Dimension, Walkthrough
from generator.model.worksheet import SheetField, SheetResult, SheetSection, Worksheet

__all__ = [
    "ANCHORS",
    "COMPARISONS",
    "COMPETENCIES",
    "DATE",
    "ENTRY_KINDS",
    "FRAMEWORKS",
    "GLOSSARY",
    "HANDBOOK",
    "KINDS",
    "KIND_OF_FILE",
    "LINKED_KINDS",
    "LIST_LIMIT",
    "LONGEST_SLUG",
    "LOOPS",
    "ONE_A_FILE",
    "PLANS",
    "PRINCIPLES",
    "PROSE_LIMIT",
    "QUESTIONS",
    "QUESTION_BANKS",
    "SLUG",
    "STORIES",
    "TEXT_LIMIT",
    "WALKTHROUGHS",
    "WORKSHEETS",
    "Asked",
    "Cell",
    "Comparison",
    "Competency",
    "Contributor",
    "Dimension",
    "Expectation",
    "Figure",
    "Framework",
    "FrameworkStep",
    "Glossary",
    "Handbook",
    "Index",
    "Kind",
    "LookAlikes",
    "Note",
    "OwnLimits",
    "OwnRules",
    "PartId",
    "Plan",
    "Principle",
    "Principles",
    "Question",
    "QuestionBank",
    "QuestionFields",
    "QuestionFile",
    "Record",
    "Ref",
    "SheetField",
    "SheetResult",
    "SheetSection",
    "Slot",
    "Spoken",
    "Story",
    "StoryPart",
    "SystemCategory",
    "Task",
    "Term",
    "Walkthrough",
    "Words",
    "Worksheet",
]
