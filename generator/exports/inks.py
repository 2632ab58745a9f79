"""The colours of what is drawn: paper, and each ink by its name."""

from generator.pages.figures import SHADES

PAPER = "#fcfbf8"
INKS = {  # the light scheme of templates/styles/reading/tokens.css
    "ink": "#1d2426",
    "ink-soft": "#4c575a",
    "line": "#d9d6cd",
    **{f"shade-{at}": shade for at, shade in enumerate(SHADES, 1)},
}
