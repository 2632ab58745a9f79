"""The story form: what a contributor without git is asked, as an issue form of GitHub, made from these fields.

Long because it is the list of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from generator.content.content import Content
from generator.model import Story
from generator.text.scalar import one_line

FILE = ".github/ISSUE_TEMPLATE/story.yml"
ELEMENTS = {"line": "input", "text": "textarea", "one": "dropdown", "many": "dropdown"}


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of the form: its id and label, what to write, and where the options of a choice come from."""

    id: str
    label: str
    kind: Literal["line", "text", "one", "many"]
    says: str
    options: str = ""
    needed: bool = True


FIELDS = (
    Field(
        id="title",
        label="Title of the story",
        kind="line",
        says="Six or eight words that name the matter, not the lesson.",
    ),
    Field(
        id="summary",
        label="In one sentence",
        kind="line",
        says="Who is in trouble, and what the trouble really is.",
    ),
    Field(
        id="question",
        label="The question it answers",
        kind="line",
        says="Copy the question, or its id, from the handbook's question bank.",
    ),
    Field(
        id="also_answers",
        label="Other questions it answers",
        kind="text",
        says="One on each line, copied from the question bank.",
        needed=False,
    ),
    Field(
        id="competency",
        label="Main competency",
        kind="one",
        options="competency",
        says="What the story proves first of all.",
    ),
    Field(
        id="competencies",
        label="Further competencies",
        kind="many",
        options="competency",
        says="What else it proves. Few are better than many.",
        needed=False,
    ),
    Field(id="themes", label="Themes of the story", kind="many", options="theme", says="What it is about."),
    Field(id="traits", label="Traits it shows", kind="many", options="trait", says="What a panel would hear in it."),
    Field(id="level", label="Your level at the time", kind="one", options="level", says="As it was when it happened."),
    Field(
        id="company",
        label="The company, without its name",
        kind="line",
        says='Size and what it makes, such as "60-person maker of rota software". Leave it empty where even that would '
        "name it.",
        needed=False,
    ),
    Field(id="team", label="Your team", kind="line", says='Such as "seven people in one office".'),
    Field(
        id="outcome",
        label="How it came out",
        kind="one",
        options="outcome",
        says="Bad ones earn as much trust as good ones.",
    ),
    Field(
        id="ending",
        label="What you did in the end",
        kind="one",
        options="ending",
        says="The move it ended with. Narrow: you did less of it. Escalate: you took it higher. Absorb: you took the "
        "cost yourselves. Part-ways: somebody left. Process: you made a rule. Grow: somebody grew.",
    ),
    Field(
        id="turns_on",
        label="What the story turns on",
        kind="one",
        options="turns_on",
        says="A colleague's sentence, your own fault, your own reasoning, an event outside, or steady work.",
        needed=False,
    ),
    Field(
        id="scale",
        label="At what scale it plays",
        kind="one",
        options="scale",
        says="Large means more than 1,000 people, or millions of users or of money.",
        needed=False,
    ),
    Field(
        id="thirty_seconds",
        label="In thirty seconds",
        kind="text",
        says="About 70 words: the trouble, what you did, what it came to, what it cost.",
    ),
    Field(
        id="system",
        label="What you do in general",
        kind="text",
        says="One to three sentences: what you do whenever this happens.",
    ),
    Field(
        id="context",
        label="The telling: context",
        kind="text",
        says="A seventh of 280 to 420 words in all: where, when, how big, and what was at stake.",
    ),
    Field(
        id="challenge",
        label="The telling: challenge",
        kind="text",
        says="Another seventh: why it was hard for you, and what you had got wrong.",
    ),
    Field(
        id="actions",
        label="The telling: actions",
        kind="text",
        says='Half of it: what you (and not "we") did, step by step, what you chose not to do and why, and one '
        "sentence somebody really said.",
    ),
    Field(
        id="results",
        label="The telling: results",
        kind="text",
        says="What happened and how you know: one or two numbers with their base, and the price.",
    ),
    Field(
        id="learnings",
        label="The telling: learnings",
        kind="text",
        says="The mistake, the blind spot behind it, and the habit that changed and is still in use.",
    ),
    Field(
        id="if_they_want_more",
        label="If they want more",
        kind="text",
        says="What you add when they ask for the long version: new facts, no summary.",
    ),
    Field(
        id="measures",
        label="The figures",
        kind="text",
        says="One on each line: what was measured | before | after. Such as: Pages answered in five minutes | 61 % | "
        "94 %. Where one of the two is not known, write so: not known. If nobody counted, say so in one sentence.",
        needed=False,
    ),
    Field(
        id="notes",
        label="Notes in the margin",
        kind="text",
        says="One on each line: part | strength or risk | words copied exactly from that part | why this works, or "
        "what it risks. The part is context, challenge, actions, results or learnings. May be left to the editors.",
        needed=False,
    ),
    Field(
        id="follow_ups",
        label="What they ask next",
        kind="text",
        says="Four lines each, beginning with Asks: (the question), Checks: (what they want to find out), Strong: (a "
        "reply that holds) and Weak: (what somebody good would say on a bad day). May be left to the editors.",
        needed=False,
    ),
    Field(
        id="after",
        label="If it follows a published example",
        kind="line",
        says="Who published it | its title | its address, if it has one. Leave it empty where the story is your own.",
        needed=False,
    ),
    Field(
        id="name", label="Your name", kind="line", says='As you wish to be named. A first name or "Anonymous" will do.'
    ),
    Field(id="link", label="A link to you", kind="line", says="A web address that begins with https://.", needed=False),
)
CONFIRM = "Before you send it"
CONFIRMATIONS = (
    "Nobody in it can be recognised: names, places and numbers are changed, and the shape of what happened is kept.",
    "It holds nothing that I have promised to keep to myself.",
    "It is mine to give, also where it follows a published example named above, and may be published under CC BY 4.0.",
)

EARLIER = {  # what the form asked before: an issue keeps the words of its day
    "It is mine to give, and may be published under CC BY 4.0.": CONFIRMATIONS[-1],
}


def options_of(content: Content, name: str) -> dict[str, str]:
    """Give the options of a choice: what stands in the entry, and what the form shows."""
    if name in Story.model_fields:
        return {word: word for word in words_of_choice(Story.model_fields[name].annotation)}
    return dict(content.names[name])


def words_of_choice(annotation: Any) -> Iterator[str]:  # noqa: ANN401 - a type expression
    """Give the words that a field may hold, whether or not it may be empty."""
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        else:
            yield from words_of_choice(part)


def form_text(content: Content) -> str:
    """Give the issue form as YAML."""
    intro = (
        "Ten minutes, and no git. A story is what one person says aloud: a scene and not a policy. "
        "Paragraphs, lists, *emphasis* and links are kept; everything else is shown as typed. An assistant may help "
        "with spelling, order and translation; what happened, the figures and the words that were said must be yours."
    )
    lines = [
        "# Written by `handbook form` from generator/contribute/issue_form.py and the words of content/; edit those.",
        'name: "A story"',
        'description: "Give a story of your own to the handbook, without git"',
        'title: "Story: "',
        'labels: ["story"]',
        "body:",
        "  - type: markdown",
        "    attributes:",
        f"      value: {_quoted(intro)}",
    ]
    for field in FIELDS:
        lines += _element(field, content)
    lines += ["  - type: checkboxes", "    id: confirmations", "    attributes:", f"      label: {_quoted(CONFIRM)}"]
    lines += ["      options:"]
    for said in CONFIRMATIONS:
        lines += [f"        - label: {_quoted(said)}", "          required: true"]
    return "\n".join(lines) + "\n"


def _element(field: Field, content: Content) -> Iterator[str]:
    yield f"  - type: {ELEMENTS[field.kind]}"
    yield f"    id: {field.id}"
    yield "    attributes:"
    yield f"      label: {_quoted(field.label)}"
    yield f"      description: {_quoted(field.says)}"
    if field.kind == "many":
        yield "      multiple: true"
    if field.options:
        yield "      options:"
        yield from (f"        - {_quoted(shown)}" for shown in options_of(content, field.options).values())
    yield "    validations:"
    yield f"      required: {'true' if field.needed else 'false'}"


def _quoted(text: str) -> str:
    plain = one_line(text)
    return plain if plain.startswith('"') else f'"{plain}"'
