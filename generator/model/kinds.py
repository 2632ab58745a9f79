"""The kinds of entries, each registered once: names, links, addresses, pages, chapters and counts follow from here."""

from typing import Any

from generator.model.comparison import Comparison
from generator.model.competency import Competency, QuestionBank, QuestionFile
from generator.model.framework import Framework
from generator.model.glossary import Glossary
from generator.model.kind import Index, Kind, head
from generator.model.loop import Loop
from generator.model.plan import Plan
from generator.model.principles import Principles
from generator.model.story import Story
from generator.model.vocabulary import Handbook
from generator.model.walkthrough import Walkthrough
from generator.model.worksheet import Worksheet
from generator.text import as_of
from generator.text.language import N_, _, _n

FRAMEWORKS_FIRST = ("answer-structure", "leadership-system", "story-template")


def _principles_head(record: Principles) -> tuple[str, str]:
    """Give the heading of a company's principles, and how many there are, as of when."""
    number = _n("{n} principle", "{n} principles", len(record.principles))
    return record.title, f"{record.title}: {number}, {_('as of {as_of}', as_of=as_of.written(record.as_of))}."


HANDBOOK = Kind(id="handbook", folder="handbook", record=Handbook, single=True)
GLOSSARY = Kind(id="glossary", folder="glossary", record=Glossary, single=True, kilobytes=256)
COMPETENCIES = Kind(
    id="competency",
    folder="competencies",
    one=N_("competency"),
    many=N_("competencies"),
    record=Competency,
    head=head,
    order=lambda record: (record.order,),
    index=Index(
        title=N_("All competencies"),
        short=N_("Competencies"),
        summary=N_("What interviewers want proof of, one page each."),
        template="competencies",
    ),
    section="competencies",
    listed=60,
)
QUESTION_BANKS = Kind(
    id="questions",
    folder="questions",
    record=QuestionBank,
    kilobytes=256,
    holds="question",
    one=N_("question"),
    many=N_("questions"),
    index=Index(
        title=N_("All questions"),
        short=N_("Questions"),
        summary=N_("Every question of the bank with its intent; filter by competency, kind and level."),
        template="questions",
        under="competencies",
    ),
    section="competencies",
    template="question_bank",
)
QUESTIONS = Kind(  # joined into the banks
    id="question", folder="questions", record=QuestionFile, kilobytes=256, in_folders=True
)
FRAMEWORKS = Kind(
    id="framework",
    folder="frameworks",
    one=N_("framework"),
    many=N_("frameworks"),
    record=Framework,
    head=head,
    order=lambda record: (FRAMEWORKS_FIRST.index(record.kind), record.title),
    index=Index(
        title=N_("Frameworks"),
        summary=N_("Shapes to think and speak in, each worked out aloud."),
        template="frameworks",
        under="reference",
    ),
    section="frameworks",
    crumbs=("reference", "frameworks"),
)
STORIES = Kind(
    id="story",
    folder="stories",
    one=N_("story"),
    many=N_("stories"),
    record=Story,
    head=head,
    filed_under=lambda record: record.competencies[0],
    index=Index(
        title=N_("All stories"),
        short=N_("Stories"),
        summary=N_("What people say aloud, with notes in the margin."),
        template="stories",
    ),
    section="stories",
)
COMPARISONS = Kind(
    id="comparison",
    folder="comparisons",
    one=N_("comparison"),
    many=N_("comparisons"),
    record=Comparison,
    head=head,
    index=Index(
        title=N_("One story, told three ways"),
        summary=N_("The same events in a weak, an adequate and a strong telling, with the interviewer's notes."),
        template="comparisons",
        under="stories",
    ),
    section="stories",
)
WALKTHROUGHS = Kind(
    id="walkthrough",
    folder="walkthroughs",
    one=N_("walkthrough"),
    many=N_("walkthroughs"),
    record=Walkthrough,
    head=head,
    filed_under=lambda record: record.competency,
    order=lambda _: (),
    index=Index(
        title=N_("All walkthroughs"),
        short=N_("Walkthroughs"),
        summary=N_("Whole interviews, turn by turn, with the mistake and the stronger move side by side."),
        template="walkthroughs",
    ),
    section="walkthroughs",
    late=("brief",),
)
WORKSHEETS = Kind(
    id="worksheet",
    folder="worksheets",
    one=N_("worksheet"),
    many=N_("worksheets"),
    record=Worksheet,
    head=head,
    index=Index(
        title=N_("Worksheets"),
        summary=N_("Sheets to fill in, on paper or here."),
        template="worksheets",
        under="practise",
    ),
    section="practise",
)
PRINCIPLES = Kind(
    id="principles",
    folder="principles",
    record=Principles,
    head=_principles_head,
    holds="principle",
    one=N_("company principle"),
    many=N_("company principles"),
    index=Index(
        title=N_("Company principles"),
        summary=N_("What companies say they look for, and which competencies and stories prove it."),
        template="principles",
        under="reference",
    ),
    section="principles",
    crumbs=("reference", "principles"),
    template="principles_of",
    listed=60,
)
PLANS = Kind(
    id="plan",
    folder="plans",
    one=N_("plan"),
    many=N_("plans"),
    record=Plan,
    head=head,
    order=lambda record: (record.days,),
    index=Index(
        title=N_("Plans"),
        summary=N_("What to do with the days that are left."),
        template="plans",
        scripts=("plans",),
        under="practise",
    ),
    section="practise",
    crumbs=("plans",),
    scripts=("plan",),
    listed=60,
)
LOOPS = Kind(
    id="loop",
    folder="loops",
    one=N_("loop"),
    many=N_("loops"),
    record=Loop,
    head=head,
    order=lambda record: (record.order, record.title),
    index=Index(
        title=N_("Loops, round by round"),
        summary=N_("Which rounds there are, what each scores, and how people fail it; of most companies, and of some."),
        template="loops",
        under="practise",
    ),
    section="loops",
    crumbs=("practise", "loops"),
)
ENTRY_KINDS: tuple[Kind[Any], ...] = (
    COMPETENCIES,
    QUESTION_BANKS,
    FRAMEWORKS,
    STORIES,
    COMPARISONS,
    WALKTHROUGHS,
    WORKSHEETS,
    PRINCIPLES,
    PLANS,
    LOOPS,
)
KINDS: tuple[Kind[Any], ...] = (HANDBOOK, *ENTRY_KINDS, QUESTIONS, GLOSSARY)
KIND_OF_FILE = {kind.holds: kind.id for kind in ENTRY_KINDS if kind.holds}  # of what shares a file
ONE_A_FILE = tuple(kind for kind in ENTRY_KINDS if not kind.holds)
LINKED_KINDS = frozenset({*(kind.id for kind in ONE_A_FILE), *KIND_OF_FILE, "page"})
