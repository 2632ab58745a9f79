"""Words as a keyboard has them: what a page shows is typeset, and claims compare what was typed."""

STRAIGHT = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})


def straight(words: str) -> str:
    """Give the words with straight quotes and ordinary blanks."""
    return words.translate(STRAIGHT)
