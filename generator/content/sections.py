"""What a handbook does without: computed pages that it has nothing for, and those of sections that are off."""

from generator.content.content import Content
from generator.content.generated_pages import COMPUTED
from generator.text.language import N_, _

PRACTICE_PAGES = (
    *("readiness", "my-loop", "from-an-advert", "my-stories", "mock-interview", "drill", "how-it-goes"),
    "my-data",
)
OFF = {  # of each section that can be switched off, the computed pages that go with it
    "plans": ("plans",),
    "walkthroughs": ("walkthroughs",),
    "practice": ("practise", *PRACTICE_PAGES, "plans", "loops", "worksheets"),
    "loops": ("loops", "my-loop"),
    "principles": ("principles",),
    "comparisons": ("comparisons",),
}


SAYS_LESS: dict[str, tuple[set[str], str]] = {  # what a summary says where a section that it names is off
    "practise": ({"plans", "walkthroughs"}, N_("The part that reading cannot do for you.")),
    "mock-interview": ({"walkthroughs"}, N_("Questions on the clock, scored by yourself.")),
    "asked-most": (
        {"practice"},
        N_("The questions to have an answer for, as they come, each with its worry and a story."),
    ),
    "core-stories": (
        {"practice"},
        N_("The few stories to have ready before any others: what each must contain, and an example."),
    ),
    "coverage": ({"practice", "walkthroughs"}, N_("How much there is for each competency.")),
    "downloads": ({"practice"}, N_("The handbook as files.")),
}


def summary_of(content: Content, name: str) -> str:
    """Give what the computed page of this name is for, without a word of sections that are off."""
    named, less = SAYS_LESS.get(name, (set(), ""))
    return _(less if content.off & named else COMPUTED[name].summary)


def left_out(content: Content) -> frozenset[str]:
    """Give the names of the computed pages that this content has nothing for."""
    there = {
        "asked-most": bool(content.asked_most.all),
        "core-stories": bool(content.core),
        "glossary": content.glossary is not None,
    }
    off = {name for section in content.off for name in OFF[section]}
    return frozenset(name for name, has in there.items() if not has) | off
