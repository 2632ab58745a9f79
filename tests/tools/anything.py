"""Any text and any prose, for claims that say "any", and how many of them are tried.

On a commit they are few and always the same. With PROPERTIES=nightly they are many and drawn anew each time.
"""

import os
import re
from string import ascii_letters

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from generator.text.characters import hostile
from generator.text.prose import plain
from tests.readers.words import straight

VARIABLE = "PROPERTIES"
SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
PROFILES = {
    "commit": settings(deadline=None, max_examples=40, derandomize=True, database=None, suppress_health_check=SLOW),
    "nightly": settings(
        deadline=None, max_examples=1_000, derandomize=False, database=None, print_blob=True, suppress_health_check=SLOW
    ),
}


def load_profile() -> None:
    """Let every property try as many examples as the environment asks for."""
    for name, profile in PROFILES.items():
        settings.register_profile(name, profile)
    settings.load_profile(os.environ.get(VARIABLE, "commit"))


def examples(share: float) -> settings:
    """Give the settings for a property that tries so many times as many examples as others."""
    return settings(max_examples=max(1, round(settings().max_examples * share)))


def close(words: str) -> str:
    """Give the words as a keyboard has them and without blanks: between paragraphs a page has none."""
    return re.sub(r"\s", "", straight(words))


SIGNS = (
    *"<>&\"'`*_[](){}#~^=|!$\\+-.:;,/@%? ",
    *(
        "**",
        "__",
        "~~",
        "```",
        "--8<--",
        "{{ x }}",
        "{% x %}",
        "{#",
        "{: .a #b onclick=c }",
        "[TOC]",
        "*[x]: y",
        "[^1]",
    ),
    *("<b>", "</div>", "<!--", "-->", "<![CDATA[", "<?php", "<script>", "&lt;", "&#42;", "&amp;", "&copy", "![a](b)"),
    *(
        "[a](b)",
        "[a][b]",
        "[a]: b",
        "<https://a.b>",
        "https://a.b",
        "a@b.cd",
        "1. ",
        "1) ",
        "- ",
        "+ ",
        "* ",
        "# ",
        "> ",
    ),
    *(
        "===",
        "---",
        ":-- ",
        "| a | b |",
        ": a",
        "    ",
        "\\*",
        "\\_",
        "_0_",
        "x",
        "price",
        "roadmap",
        "RICE",
        "klzzwxh:0001",
    ),
    *(
        "\u200dx",
        "\U0001f468\u200d\U0001f469",
        "\u0641\u0627\u0631\u0633\u06cc",
        "e\u0301",
        "\u00a0",
        "\u3000",
        "\u00df",
    ),
)
ANY = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Co", "Cn")), max_size=60),
    st.lists(st.one_of(st.sampled_from(SIGNS), st.text(ascii_letters, max_size=4)), max_size=14).map("".join),
)


def visible(text: str) -> bool:
    """Whether it is one line that may stand in an entry."""
    return not list(hostile(text)) and bool(text.strip()) and not re.search(r"[\t\n\r]", text)


TEXTS = ANY.filter(visible).map(str.strip)

LINES = st.lists(
    st.tuples(
        st.sampled_from(("", "", "- ", "* ", "1. ", "7) ", "    ", "  - ", "    1. ", "> ", "# ", "```", "| ", "\\")),
        ANY,
    ).map("".join),
    max_size=7,
)
PROSES = (
    st.builds(
        lambda lines, gaps: "".join(map("".join, zip(lines, gaps, strict=False))),
        LINES,
        st.lists(st.sampled_from(("\n", "\n\n", "\n\n\n")), min_size=7, max_size=7),
    )
    .filter(lambda text: bool(plain(text)) and not list(hostile(text)) and "\r" not in text)
    .map(str.strip)
)
