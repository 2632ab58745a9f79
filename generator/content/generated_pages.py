"""The pages that no entry makes alone, indexes of the kinds among them: where each stands, its title and summary."""

from dataclasses import dataclass

from generator.content.content import Content
from generator.model import ENTRY_KINDS

NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)


@dataclass(frozen=True, kw_only=True)
class Computed:
    """A page that the generator makes of many entries: its path under build/docs, title and summary, and other names.

    The home page takes title and summary from the handbook's own words.
    """

    path: str
    title: str = ""
    summary: str = ""
    known_as: tuple[str, ...] = ()


COMPUTED = {
    **{
        kind.folder: Computed(path=f"{kind.folder}/index.md", title=kind.index.title, summary=kind.index.summary)
        for kind in ENTRY_KINDS
        if kind.index
    },
    "home": Computed(path="index.md"),
    "twins": Computed(
        path="reference/look-alike-questions.md",
        title="Look-alike questions",
        summary="Questions in nearly the same words that want different answers, side by side.",
        known_as=("similar questions", "twin questions", "confusing questions"),
    ),
    "asked-most": Computed(
        path="reference/asked-in-nearly-every-interview.md",
        title="Asked in nearly every interview",
        summary="The questions to have an answer for, as they come, each with its worry, a story and a sheet.",
    ),
    "core-stories": Computed(
        path="reference/core-stories.md",
        title="Stories that carry an interview",
        summary="The few stories to have ready before any others: what each must contain, a sample, and its sheet.",
    ),
    "questions-by-level": Computed(
        path="reference/questions-by-level.md",
        title="Questions by level",
        summary="Who gets asked what, level by level.",
        known_as=("seniority",),
    ),
    "practise": Computed(
        path="practise/index.md",
        title="Practise",
        summary="Plans, worksheets and score sheets: the part that reading cannot do for you.",
    ),
    "my-stories": Computed(
        path="practise/my-stories.md",
        title="My stories",
        summary="Write your own stories, see how long they are aloud, what they cover, and which to tell.",
        known_as=("write a story", "story bank", "story builder", "my own stories", "coverage matrix"),
    ),
    "mock-interview": Computed(
        path="practise/mock-interview.md",
        title="Mock interview",
        summary="A walkthrough on the clock, scored by yourself on its rubric.",
        known_as=(
            "practice interview",
            "interview simulator",
            "record myself",
            "timer",
            "interview practice",
            "rehearse",
        ),
    ),
    "drill": Computed(
        path="practise/drill.md",
        title="Drill",
        summary="Cards for intents, look-alikes and red flags, spaced by the date of your interview.",
        known_as=("flashcards", "flash cards", "spaced repetition", "quiz", "memorise", "memorize"),
    ),
    "readiness": Computed(
        path="practise/readiness.md",
        title="Am I ready?",
        summary="What is ready, what is thin, and the next three things to do.",
        known_as=("readiness", "progress", "self-assessment", "how prepared am I"),
    ),
    "how-it-goes": Computed(
        path="practise/how-it-goes.md",
        title="How it goes",
        summary="The days you practised, what you still know, and what the days ahead will bring.",
        known_as=("statistics", "stats", "streak", "calendar of practice", "my progress", "forecast"),
    ),
    "my-loop": Computed(
        path="practise/my-loop.md",
        title="My loop",
        summary="Pick a company's loop or put your own rounds together, with their days: the practice follows them.",
        known_as=("interview loop", "onsite", "interview rounds", "my rounds", "final round", "panel"),
    ),
    "from-an-advert": Computed(
        path="practise/from-an-advert.md",
        title="From an advert",
        summary="Paste a job advert: what it asks for, the likely questions, and which of them your stories lack.",
        known_as=("job advert", "job ad", "job description", "JD", "job posting", "vacancy"),
    ),
    "my-data": Computed(
        path="practise/my-data.md",
        title="My notes in this browser",
        summary="Everything you wrote here stays in this browser. Save it, move it, or erase it.",
        known_as=("my data", "export my data", "back up", "backup", "delete my data", "privacy"),
    ),
    "reference": Computed(
        path="reference/index.md", title="Reference", summary="Frameworks, vocabulary and the thinking behind them."
    ),
    "traits": Computed(
        path="reference/traits.md",
        title="What hiring managers look for",
        summary="The traits a panel listens for, and the stories that show each.",
        known_as=("traits", "qualities"),
    ),
    "themes": Computed(
        path="reference/themes.md",
        title="Themes of a story bank",
        summary="The themes a story bank should cover, and the stories for each.",
        known_as=("story themes",),
    ),
    "failure-patterns": Computed(
        path="reference/failure-patterns.md",
        title="Why good candidates fail",
        summary="How capable people lose an interview they should win.",
        known_as=("failure patterns", "common mistakes", "rejected", "why did I fail the interview"),
    ),
    "levels": Computed(path="reference/levels.md", title="Levels", summary="What changes from one rung to the next."),
    "systems": Computed(
        path="reference/systems.md",
        title="Systems to have ready",
        summary="The systems to be able to say, by category.",
        known_as=("processes", "operating systems"),
    ),
    "leadership": Computed(
        path="reference/leadership.md",
        title="Leadership without the title",
        summary="The kinds of leadership that need no title, and what spoils a story of it.",
        known_as=("leading without authority", "informal leadership"),
    ),
    "learnings": Computed(
        path="reference/learnings.md",
        title="Learnings that are yours",
        summary="The moves that make a learning yours, and generic lines beside authentic ones.",
        known_as=("lessons learned", "what did you learn"),
    ),
    "coverage": Computed(
        path="reference/coverage.md",
        title="What is covered",
        summary="How many questions, stories, walkthroughs and worksheets each competency has.",
    ),
    "glossary": Computed(
        path="reference/glossary.md",
        title="Glossary",
        summary="The words of this handbook, one sentence each.",
        known_as=("definitions", "jargon", "terms", "vocabulary", "acronyms"),
    ),
    "downloads": Computed(
        path="downloads.md",
        title="Take it with you",
        summary="The book, the pocket edition, every sheet, cards and data, as files.",
        known_as=(
            "downloads",
            "download",
            "PDF",
            "EPUB",
            "e-book",
            "Kindle",
            "Anki",
            "print the book",
            "printable",
            "offline",
        ),
    ),
    "story-rules": Computed(
        path="reference/how-a-story-is-judged.md",
        title="How a story is judged",
        summary="What can be measured of a telling, why it matters, and how to mend it.",
        known_as=("story rules", "style guide", "how long should an answer be"),
    ),
    "contributors": Computed(
        path="reference/contributors.md",
        title="Contributors",
        summary="Who gave the stories that were lived, and how to give one.",
        known_as=("contribute", "give a story", "authors"),
    ),
}


def left_out(content: Content) -> frozenset[str]:
    """Give the names of the computed pages that this content has nothing for."""
    there = {
        "asked-most": bool(content.asked_most.all),
        "core-stories": bool(content.core),
        "glossary": content.glossary is not None,
    }
    return frozenset(name for name, has in there.items() if not has)


def title_of(content: Content, name: str) -> str:
    """Give the title of the computed page of this name; where it says how many there are, they are counted."""
    if name == "core-stories":
        count = len(content.core)
        noun = "story that carries" if count == 1 else "stories that carry"
        return f"{in_words(count).capitalize()} {noun} an interview"
    return COMPUTED[name].title


def in_words(number: int) -> str:
    """Give a small number in words, a large one in digits."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)
