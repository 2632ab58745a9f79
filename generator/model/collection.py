"""Where the entries of each kind stand, and how large their files may be."""

from dataclasses import dataclass

from generator.model.competency import Competency, QuestionBank
from generator.model.framework import Framework
from generator.model.plan import Plan
from generator.model.principles import Principles
from generator.model.record import Record
from generator.model.story import Comparison, Story
from generator.model.vocabulary import Glossary, Handbook
from generator.model.walkthrough import Walkthrough
from generator.model.worksheet import Worksheet


@dataclass(frozen=True, kw_only=True)
class Collection:
    """A folder (or one file) under content/, the kind of its entries, and how large a file may be."""

    name: str
    kind: str
    record: type[Record]
    kilobytes: int = 64
    single: bool = False

    @property
    def where(self) -> str:
        """The folder, or the file of a collection that is one file."""
        return f"content/{self.name}.yaml" if self.single else f"content/{self.name}"


HANDBOOK = Collection(name="handbook", kind="handbook", record=Handbook, single=True)
GLOSSARY = Collection(name="glossary", kind="glossary", record=Glossary, single=True, kilobytes=256)
FOLDERS = (
    Collection(name="competencies", kind="competency", record=Competency),
    Collection(name="questions", kind="questions", record=QuestionBank, kilobytes=256),
    Collection(name="frameworks", kind="framework", record=Framework),
    Collection(name="stories", kind="story", record=Story),
    Collection(name="comparisons", kind="comparison", record=Comparison),
    Collection(name="walkthroughs", kind="walkthrough", record=Walkthrough),
    Collection(name="worksheets", kind="worksheet", record=Worksheet),
    Collection(name="principles", kind="principles", record=Principles),
    Collection(name="plans", kind="plan", record=Plan),
)
COLLECTIONS = (HANDBOOK, *FOLDERS, GLOSSARY)
