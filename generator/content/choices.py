"""What readers see of a field that holds one of a few words: each choice, by the word that stands in the file."""

from generator.text.language import N_, _

TURNS = {
    "colleague": N_("A colleague's sentence"),
    "own-fault": N_("The teller's own fault"),
    "own-reasoning": N_("The teller's own reasoning"),
    "outside-event": N_("An event outside"),
    "steady-work": N_("Steady work done well"),
}
SCALES = {"start-up": N_("Start-up"), "mid-size": N_("Mid-size company"), "large": N_("Large company")}
ENDED = {"good": N_("ended well"), "mixed": N_("mixed"), "bad": N_("ended badly")}
GRADES = {"weak": N_("Weak"), "adequate": N_("Adequate"), "strong": N_("Strong")}
STANDING = {
    "typical": N_("Put together from several loops"),
    "official": N_("As the company publishes it"),
    "reported": N_("Reported by candidates, not official"),
}
KINDS_OF_QUESTION = {"trunk": N_("Trunk"), "branch": N_("Branch"), "leaf": N_("Leaf")}
NAMES = {**TURNS, **SCALES, **ENDED, **GRADES, **STANDING, **KINDS_OF_QUESTION}


def named(choice: str) -> str:
    """Give what readers see of a choice."""
    return _(NAMES[choice])
