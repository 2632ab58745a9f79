"""The measure of a story that is told: on its sheet, and in a mix of the mock interview, in the same words."""

from generator.model import Dimension
from generator.text.language import N_, _

DIMENSIONS = (
    (
        "point",
        28,
        N_("To the point"),
        N_("Whether the answer settles what its question is asked for."),
        (
            N_("It answers the words of the question, and what the interviewer worries about stays open."),
            N_("It meets that worry once, by chance."),
            N_("It meets that worry, but only near the end."),
            N_("It opens with what the listener needs to know."),
            N_("It opens with that, and first says how it understands a question that could mean two things."),
        ),
    ),
    (
        "part",
        24,
        N_("Your own part"),
        N_("What could be written down as thought, said, decided or refused by you."),
        (
            N_("It was the team, all the way through."),
            N_("You were there. What you decided has to be guessed."),
            N_("Your decisions come out once a follow-up asks for them."),
            N_("What you thought, said and refused carries the answer."),
            N_("What you thought, said and refused carries it, your doubt too, and others get credit by name."),
        ),
    ),
    (
        "evidence",
        24,
        N_("Evidence"),
        N_("Whether a stranger could check it."),
        (
            N_("Opinions and principles, and no event."),
            N_("An event without a date, a figure or a sentence that anybody said."),
            N_("A real event, with figures when asked."),
            N_("Figures with their starting point, a quotation, and what it cost."),
            N_("Figures, a quotation and the cost, and what went badly is told before anyone asks."),
        ),
    ),
    (
        "pace",
        24,
        N_("Shape and pace"),
        N_("Length, order, and what a follow-up does to both."),
        (
            N_("It took the time of two answers."),
            N_("Half of it was background."),
            N_("The order holds until a follow-up comes."),
            N_("Two to three minutes, ended on purpose, and a follow-up answered straight."),
            N_("Two to three minutes, ended on purpose, in a length that was chosen for the question."),
        ),
    ),
)  # id, points, name, what it measures, and five anchors, the weakest first


def rubric() -> tuple[Dimension, ...]:
    """Give the dimensions that a told story is scored by; their points add up to 100."""
    return tuple(
        Dimension.model_construct(
            id=name, points=points, name=_(title), measures=_(measures), anchors=tuple(map(_, anchors))
        )
        for name, points, title, measures, anchors in DIMENSIONS
    )
