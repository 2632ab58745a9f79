"""Every rule that `handbook check` knows: its code and severity, what it asks, why, and how to mend what breaks it.

Long because it is a table: each rule is an entry of it.
"""

from dataclasses import dataclass
from typing import Literal

PAGE = "docs/rules.md"


@dataclass(frozen=True, kw_only=True)
class ListedRule:
    """A rule in the catalogue: the code of its issues, whether they block, what it asks, why, how to mend a breach."""

    code: str
    group: str
    severity: Literal["error", "warning"]
    asks: str
    why: str
    mend: str


FILES, YAML, FIELDS, RELATIONS, TELLING = (
    "Files",
    "YAML",
    "Fields",
    "What belongs together",
    "How a story is told",
)
ERRORS: dict[str, dict[str, tuple[str, str, str]]] = {
    FILES: {
        "missing-file": (
            "The project holds content/, and content/handbook.yaml in it.",
            "All other entries use the words that content/handbook.yaml defines.",
            "Name the project's folder with --root, or restore the file.",
        ),
        "format": (
            "The handbook is of the format that this generator reads; `format` in content/handbook.yaml says it.",
            "What a field means may change between formats; read with the wrong eyes, it would be wrong in silence.",
            "Run `handbook upgrade`, which shows each change before it makes it; or install the right generator.",
        ),
        "formerly": (
            "A former name (`formerly`, or `gone` in content/handbook.yaml) names nothing of today and has one heir.",
            "Old addresses lead on by it, and a reader's notes follow; two heirs, or none, would lead nowhere.",
            "Take the name out, or name an heir that is there.",
        ),
        "no-language": (
            "The handbook's language is English, or one that has a catalogue of words.",
            "Headings, buttons and sheets come from that catalogue; without one they would be in two languages.",
            "Name one there is, or begin a new one with `handbook language add CODE`.",
        ),
        "rules": (
            "`rules` in content/handbook.yaml names rules, limits and lists that there are.",
            "A limit under a wrong name would change nothing, and nobody would notice.",
            "Correct the name as the message says, or delete it.",
        ),
        "settings": (
            "What `mkdocs.yml` asks for can be had.",
            "A setting that is not heeded would be lost without a word.",
            "Write what the message offers; docs/own-look.md says where each thing of one's own stands.",
        ),
        "own": (
            "What a handbook brings along for its look can be read, published and seen.",
            "A page that fetches from elsewhere tells others who reads it, and a pale link is not found.",
            "Mend what the message names; docs/own-look.md has an example of each.",
        ),
        "stray-file": (
            "Nothing of yours stands where a build deletes it.",
            "build/docs and site hold what a build makes; anything else would be gone with the next.",
            "Move the file to the place that the message names.",
        ),
        "file-name": (
            "A file's name is its slug: lower-case letters, digits and single hyphens, then the ending.",
            "The name becomes the address of the page, which must work on every system and never change.",
            "Rename the file as the message says, or move what is no entry out of content/.",
        ),
        "not-a-file": (
            "An entry is an ordinary file in an ordinary folder.",
            "A link could publish any file of the machine that builds the handbook.",
            "Put the file itself where the link is.",
        ),
        "unreadable": (
            "Every file can be read.",
            "The handbook is built whole or not at all.",
            "Give yourself the right to read the file.",
        ),
        "too-large": (
            "A file stays under the size of its kind.",
            "A page that long is read by nobody, and slows every build.",
            "Split the entry in two, or cut it.",
        ),
        "encoding": (
            "A file is UTF-8.",
            "Other encodings turn into wrong letters without a word.",
            'Save the file as "UTF-8" in your editor.',
        ),
        "character": (
            "A text holds visible characters only.",
            "Invisible characters hide or reorder text from reviewers.",
            "Delete the character, or type the visible one. It often came in by copying from a web page.",
        ),
    },
    YAML: {
        "yaml-syntax": (
            "The file can be read as YAML.",
            "Nothing in it can be checked before it can be read.",
            'Look at the place named and just above it: a missing quote, a tab, a ": " inside a text. Quotes help.',
        ),
        "cut-text": (
            'No text is cut by a "#" behind a blank.',
            "YAML takes what stands behind it for a comment: half a title would be gone without a word.",
            "Put the text in quotes; a comment stands apart by two blanks, with one behind its sign.",
        ),
        "empty-file": (
            "A file holds an entry.",
            "An empty file is a forgotten one.",
            "`handbook new` writes an entry to start from; or delete the file.",
        ),
        "repeated-key": (
            "Each key stands once.",
            "YAML keeps the last of two and drops the other without a word.",
            "Keep one of the two lines that the message names.",
        ),
        "key": (
            "A key is a word.",
            "Fields have names; a list or a mapping is none.",
            "Put quotes around a text that begins with a bracket or a brace.",
        ),
        "alias": (
            "Values are written out.",
            "Anchors and aliases can make a small file endless, and they surprise readers.",
            'Write the value twice. A text that begins with "*" or "&" needs quotes.',
        ),
        "tag": (
            "Values are plain.",
            "Tags make YAML build things that are no text.",
            'Delete the tag. A text that begins with "!" needs quotes.',
        ),
        "directive": (
            "A file begins with the entry.",
            "Directives change how YAML is read.",
            'Delete the line. A text that begins with "%" needs quotes.',
        ),
        "documents": (
            "A file holds one entry.",
            "One file is one page.",
            'Delete the "---", or move what follows it into a file of its own.',
        ),
        "depth": (
            "Values lie at most twelve levels deep.",
            "No field needs more; deeper nesting is a mistake or an attack.",
            "Look for a missing line break or a bracket too many.",
        ),
    },
    FIELDS: {
        "unknown-key": (
            "Every key is a field of the model.",
            "A misspelt optional field would be lost without a word.",
            "Take the name that the message offers; `handbook schema` writes a list of every field.",
        ),
        "missing-key": (
            "Every field that is needed is there.",
            "The page has a place for it, which would be empty.",
            "Add the field; the skeleton from `handbook new` shows what goes into it.",
        ),
        "unfinished": (
            "Nothing that begins with TODO is left.",
            "A skeleton is not yet an entry.",
            "Write what the TODO asks for, or delete a field marked (optional).",
        ),
        "type": (
            "A value is of its field's type: text, number, list, mapping, true or false.",
            "A number read as text, or one text read as a list, shows wrong on the page.",
            'Quote a text that looks like a number or begins with "#"; begin each item of a list with "- ".',
        ),
        "size": (
            "Texts, lists and numbers stay within their bounds.",
            "Bounds keep pages readable and builds quick.",
            "Cut, or add what is missing; the message names the bound and what was found.",
        ),
        "value": (
            "A value has the form that its field asks for.",
            "Dates, addresses, slugs and closed lists of words are used by other pages.",
            "Take one of the words, or the form, that the message names.",
        ),
    },
    RELATIONS: {
        "reference": (
            "Every slug or id names something that exists.",
            "A link to nothing cannot be followed.",
            "Take the name that the message offers, or look for it in content/.",
        ),
        "link": (
            "A link in a text is kind:slug or begins with https://.",
            "Links to entries survive changes of address; others may run scripts.",
            "Write [words](story:its-slug), or the whole https address.",
        ),
        "unique": (
            "An id or an entry stands once in its list, and a question's id once in the whole bank.",
            "The second would hide the first.",
            "Delete one of the two, or give it another id.",
        ),
        "twins": (
            "A question's twin is another question.",
            "Twins are shown side by side.",
            "Name the other question, or delete the line.",
        ),
        "look-alikes": (
            "A named group of look-alikes is one group of twins, with one name; each says what it wants, or none.",
            "The group stands on a page under its name, with the difference and with what each question wants.",
            "Write the questions that the message lists, or make twins of them; say what each wants, in order.",
        ),
        "relation": (
            "A story's further questions and openings fit its question.",
            "It would be listed twice, or open an answer that it does not give.",
            "Delete the question it is told for from also_answers; add an opening's question there.",
        ),
        "quote": (
            "A margin note quotes words of the part it names, and a comparison words of each telling.",
            "The words are marked on the page; words that are not there cannot be.",
            "Copy the words exactly from that part. After each change of the telling, check the notes.",
        ),
        "asked-once": (
            "A question is asked once in the bank: no other asks nearly the same words.",
            "Readers would practise it twice, and nobody would know under which of them a story belongs.",
            "Put the words under `also_asked` of the one that is there, or name both as `twins`.",
        ),
        "figures-told": (
            "A story has figures, each known before or after, or says why it has none (`unmeasured`); never both.",
            "A table of what nobody knows says less than a sentence on why nobody measured it.",
            "Leave out what is not known; where nothing is left, write `unmeasured` with the reason.",
        ),
        "contributor": (
            "A contributed story names its contributor, a composite names none, and a retold one says after whom.",
            "Readers must know what happened to somebody and what was made up to teach.",
            'Add "contributor: {name: ...}" or "after: {who: ..., work: ...}", or write "provenance: composite".',
        ),
        "sum": (
            "Minutes, points, shares and ranges of scores add up.",
            "A rubric of 95 points or a day of 70 minutes in 60 misleads.",
            "Change the parts until they add up to the whole that the message names.",
        ),
        "template": (
            "A story template has a template; each mark in it has its slot, and each slot its mark.",
            "A mark without a slot has no label, and a slot without a mark is never filled.",
            "Add the slot or the mark that the message names, or delete its partner.",
        ),
        "figure": (
            "A framework's picture has what its kind needs, and each of its cells leads to a step.",
            "A scale without ends measures nothing, and a cell that leads nowhere is decoration.",
            "Add what the message names, or choose the kind that fits: flow, scale, table, columns or ribbon.",
        ),
        "plan": (
            "A plan holds each of its days once, ascending.",
            "Readers tick off day after day.",
            "Number the days from 1 to the plan's number of days.",
        ),
        "sheet": (
            "A field of a worksheet has what its kind needs, and each must-have of a competency its box, or none has.",
            "A scale without anchors cannot be filled in, and nobody would know which of them the boxes are for.",
            "Add what the message names, or change the kind of the field.",
        ),
    },
}
NO_FIGURES = ListedRule(
    code="no-figures",
    group=TELLING,
    severity="warning",
    asks="A story without figures says why it has none.",
    why="Whoever listens asks how one knows; that nobody counted is an answer, too.",
    mend="Write `measures`, or `unmeasured` with the reason.",
)
WAIVER = ListedRule(
    code="waiver",
    group=TELLING,
    severity="warning",
    asks="A waiver names a rule of this group that the story breaks.",
    why="A waiver that waives nothing hides the next breach.",
    mend="Correct the rule's name, or delete the waiver.",
)


def catalogue() -> tuple[ListedRule, ...]:
    """Give every rule, in the order in which a file meets them."""
    from generator.rules import style_guide  # noqa: PLC0415 - with the words of a language, for which a table does not wait

    errors = [
        ListedRule(code=code, group=group, severity="error", asks=asks, why=why, mend=mend)
        for group, rules in ERRORS.items()
        for code, (asks, why, mend) in rules.items()
    ]
    told = [
        ListedRule(
            code=rule.code, group=TELLING, severity="warning", asks=f"{rule.title}.", why=rule.why, mend=rule.mend
        )
        for rule in style_guide.ENGLISH_GUIDE.rules()
    ]
    return (*errors, *told, NO_FIGURES, WAIVER)


def catalogue_page() -> str:
    """Give the catalogue as Markdown, with an anchor for each code."""
    lines = [
        "# Every rule of `handbook check`",
        "",
        "Written by `handbook rules` from `generator/rules/catalogue.py` and `generator/rules/style_guide.json`; edit",
        "those, not this file. An **error** blocks. A **warning** teaches; a story may break it on purpose, with a",
        "reason: `waivers: [{rule: tempting, because: The reply is short on purpose.}]`.",
        "",
        "| code | severity | asks |",
        "| --- | --- | --- |",
    ]
    rules = catalogue()
    lines += [f"| [`{rule.code}`](#{rule.code}) | {rule.severity} | {rule.asks} |" for rule in rules]
    group = ""
    for rule in rules:
        if rule.group != group:
            group = rule.group
            lines += ["", f"## {group}"]
        lines += ["", f"### {rule.code}", "", f"**{rule.severity.capitalize()}.** {rule.asks} {rule.why}", ""]
        lines += [f"*To mend it:* {rule.mend}"]
    return "\n".join(lines) + "\n"
