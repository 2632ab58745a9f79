"""The pages that no entry makes alone, indexes of the kinds among them: where each stands, its title and summary."""

from dataclasses import dataclass

from generator.content.content import Content
from generator.model import ENTRY_KINDS
from generator.text.language import N_, _, _n

NUMBERS = N_(
    "no, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, "
    "sixteen, seventeen, eighteen, nineteen, twenty"
)


@dataclass(frozen=True, kw_only=True)
class Computed:
    """A page that the generator makes of many entries: its path under build/docs, title and summary, and other names.

    The home page takes title and summary from the handbook's own words.
    """

    path: str
    title: str = ""
    short: str = ""  # what crumbs and tabs call it, where that is less
    summary: str = ""
    names: str = ""

    @property
    def known_as(self) -> tuple[str, ...]:
        """Its other names, in the language that is spoken."""
        return tuple(_(self.names).split("; ")) if self.names else ()


COMPUTED = {
    **{
        kind.folder: Computed(
            path=f"{kind.folder}/index.md", title=kind.index.title, short=kind.index.short, summary=kind.index.summary
        )
        for kind in ENTRY_KINDS
        if kind.index
    },
    "home": Computed(path="index.md"),
    "twins": Computed(
        path="reference/look-alike-questions.md",
        title=N_("Look-alike questions"),
        summary=N_("Questions in nearly the same words that want different answers, side by side."),
        names=N_("similar questions; twin questions; confusing questions"),
    ),
    "asked-most": Computed(
        path="reference/asked-in-nearly-every-interview.md",
        title=N_("Asked in nearly every interview"),
        summary=N_("The questions to have an answer for, as they come, each with its worry, a story and a worksheet."),
    ),
    "core-stories": Computed(
        path="reference/core-stories.md",
        title=N_("Stories that carry an interview"),
        summary=N_(
            "The few stories to have ready before any others: what each must contain, an example, and its worksheet."
        ),
    ),
    "questions-by-level": Computed(
        path="reference/questions-by-level.md",
        title=N_("Questions by level"),
        summary=N_("Who gets asked what, level by level."),
        names=N_("seniority"),
    ),
    "practise": Computed(
        path="practise/index.md",
        title=N_("Practise"),
        summary=N_("Mock interviews, cards, worksheets and plans: the part that reading cannot do for you."),
    ),
    "my-stories": Computed(
        path="practise/my-stories.md",
        title=N_("My stories"),
        summary=N_("Write your own stories, see how long they are aloud, what they cover, and which to tell."),
        names=N_("write a story; story bank; story builder; my own stories; coverage matrix"),
    ),
    "mock-interview": Computed(
        path="practise/mock-interview.md",
        title=N_("Mock interview"),
        summary=N_("A walkthrough on the clock, scored by yourself on its rubric."),
        names=N_("practice interview; interview simulator; record myself; timer; interview practice; rehearse"),
    ),
    "drill": Computed(
        path="practise/drill.md",
        title=N_("Drill"),
        summary=N_("Cards for intents, look-alikes and red flags, spaced by the date of your interview."),
        names=N_("flashcards; flash cards; spaced repetition; quiz; memorise; memorize"),
    ),
    "readiness": Computed(
        path="practise/readiness.md",
        title=N_("Am I ready?"),
        summary=N_("What is ready, what is thin, and the next three things to do."),
        names=N_("readiness; progress; self-assessment; how prepared am I"),
    ),
    "how-it-goes": Computed(
        path="practise/how-it-goes.md",
        title=N_("How it goes"),
        summary=N_("The days you practised, what you still know, and what the days ahead will bring."),
        names=N_("statistics; stats; streak; calendar of practice; my progress; forecast"),
    ),
    "my-loop": Computed(
        path="practise/my-loop.md",
        title=N_("My loop"),
        summary=N_(
            "Pick a company's loop or put your own rounds together, with their days: the practice follows them."
        ),
        names=N_("interview loop; onsite; interview rounds; my rounds; final round; panel"),
    ),
    "from-an-advert": Computed(
        path="practise/from-an-advert.md",
        title=N_("From an advert"),
        summary=N_("Paste a job advert: what it asks for, the likely questions, and which of them your stories lack."),
        names=N_("job advert; job ad; job description; JD; job posting; vacancy"),
    ),
    "my-data": Computed(
        path="practise/my-data.md",
        title=N_("My notes in this browser"),
        summary=N_("Everything you wrote here stays in this browser. Save it, move it, or erase it."),
        names=N_("my data; export my data; back up; backup; delete my data; privacy"),
    ),
    "reference": Computed(
        path="reference/index.md",
        title=N_("Reference"),
        summary=N_("Frameworks, vocabulary and the thinking behind them."),
    ),
    "traits": Computed(
        path="reference/traits.md",
        title=N_("What hiring managers look for"),
        summary=N_("The traits a panel listens for, and the stories that show each."),
        names=N_("traits; qualities"),
    ),
    "themes": Computed(
        path="reference/themes.md",
        title=N_("Themes of a story bank"),
        summary=N_("The themes a story bank should cover, and the stories for each."),
        names=N_("story themes"),
    ),
    "failure-patterns": Computed(
        path="reference/failure-patterns.md",
        title=N_("Why good candidates fail"),
        summary=N_("How capable people lose an interview they should win."),
        names=N_("failure patterns; common mistakes; rejected; why did I fail the interview"),
    ),
    "levels": Computed(
        path="reference/levels.md", title=N_("Levels"), summary=N_("What changes from one rung to the next.")
    ),
    "systems": Computed(
        path="reference/systems.md",
        title=N_("Systems to have ready"),
        summary=N_("The systems to be able to say, by category."),
        names=N_("processes; operating systems"),
    ),
    "leadership": Computed(
        path="reference/leadership.md",
        title=N_("Leadership without the title"),
        summary=N_("The kinds of leadership that need no title, and what spoils a story of it."),
        names=N_("leading without authority; informal leadership"),
    ),
    "learnings": Computed(
        path="reference/learnings.md",
        title=N_("Learnings that are yours"),
        summary=N_("The moves that make a learning yours, and generic lines beside authentic ones."),
        names=N_("lessons learned; what did you learn"),
    ),
    "coverage": Computed(
        path="reference/coverage.md",
        title=N_("What is covered"),
        summary=N_("How many questions, stories, walkthroughs and worksheets each competency has."),
    ),
    "glossary": Computed(
        path="reference/glossary.md",
        title=N_("Glossary"),
        summary=N_("The words of this handbook, one sentence each."),
        names=N_("definitions; jargon; terms; vocabulary; acronyms"),
    ),
    "downloads": Computed(
        path="downloads.md",
        title=N_("Take it with you"),
        summary=N_("The book, the pocket edition, every sheet, cards and data, as files."),
        names=N_("downloads; download; PDF; EPUB; e-book; Kindle; Anki; print the book; printable; offline"),
    ),
    "story-rules": Computed(
        path="reference/how-a-story-is-judged.md",
        title=N_("How a story is judged"),
        summary=N_("What can be measured of a telling, why it matters, and how to mend it."),
        names=N_("story rules; style guide; how long should an answer be"),
    ),
    "contributors": Computed(
        path="reference/contributors.md",
        title=N_("Contributors"),
        summary=N_("Who gave the stories that were lived, and how to give one."),
        names=N_("contribute; give a story; authors"),
    ),
}


def title_of(content: Content, name: str) -> str:
    """Give the title of the computed page of this name; where it says how many there are, they are counted."""
    if name == "core-stories":
        count = len(content.core)
        return sentence(
            _n(
                "{number} story that carries an interview",
                "{number} stories that carry an interview",
                count,
                number=in_words(count),
            )
        )
    return _(COMPUTED[name].title)


def in_words(number: int) -> str:
    """Give a small number in words, a large one in digits."""
    words = _(NUMBERS).split(", ")
    return words[number] if number < len(words) else str(number)


def sentence(text: str) -> str:
    """Give the text with its first letter as a sentence begins."""
    return text[:1].upper() + text[1:]
