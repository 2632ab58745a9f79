"""What the browser knows of the handbook besides its questions: words, rules, and the model of a story."""

from typing import Any, get_args

from generator.content.address import Locate
from generator.content.content import Content
from generator.content.file_names import RESERVED
from generator.content.generated_pages import COMPUTED
from generator.content.rubric import rubric
from generator.content.sections import left_out
from generator.content.sheet_parts import CONFIDENCE
from generator.content.story_sheet import HOLDS
from generator.model import Story
from generator.model.record import LIST_LIMIT, PROSE_LIMIT, TEXT_LIMIT, PartId, Url
from generator.model.story import Note
from generator.pages.view_models import story_to_show
from generator.rules.measures import words_in
from generator.rules.style_guide import WORDING, Guide, guide_of
from generator.text.language import N_, _
from generator.text.prose import plain
from generator.text.slug import LETTERS
from generator.text.typography import AsTyped, typeset

PAGES = (
    "my-stories",
    "mock-interview",
    "drill",
    "readiness",
    "my-loop",
    "my-data",
    "stories",
    "worksheets",
    "walkthroughs",
    "plans",
)
AGREEMENTS = (
    ("mine", N_("It happened to me, and I may tell it: no contract and no promise forbids it.")),
    (
        "employer",
        N_("The employer is described by its size and what it makes. No product, customer or place gives it away."),
    ),
    (
        "people",
        N_(
            "Every person has an invented first name or only a role, and none of them would be "
            "recognised by a colleague."
        ),
    ),
    ("figures", N_("The figures are rounded or shifted, so that nobody can look them up.")),
    ("reviewed", N_("I have read it as the least friendly person in it would.")),
    ("assistant", N_("Where an assistant helped with the words, I checked every sentence, and it added nothing.")),
    (
        "licence",
        N_(
            "It is mine to give, also where it follows a published example that I name, under the "
            "licence of the handbook."
        ),
    ),
)  # what is asked of a story before it is given, by the name under which the answer is kept


def guide(content: Content, locate: Locate) -> dict[str, Any]:
    """Give the vocabulary, competencies, principles, templates, stories and sheets, as the browser needs them."""
    words, rules = content.words, guide_of(content)
    return {
        "editorial": AsTyped({**_editorial(rules), "oneself": _about_oneself(content)}),
        "model": story_model(),
        "rulesPath": locate("computed", "story-rules"),
        "wordsAMinute": rules.pace,
        "confidence": [_(words) for words in CONFIDENCE],
        "rubric": [dimension.model_dump(mode="json") for dimension in rubric()],
        "pages": {name: COMPUTED[name].path for name in PAGES if name not in left_out(content)},
        "parts": [part.model_dump(mode="json") for part in words.story_parts],
        "levels": [{"id": level.id, "name": level.name, "manages": level.manages} for level in words.levels],
        "themes": [{"id": t.id, "name": t.name, "path": locate("theme", t.id)} for t in words.themes],
        "traits": [{"id": t.id, "name": t.name, "path": locate("trait", t.id)} for t in words.traits],
        "competencies": [
            {
                "id": entry.slug,
                "title": entry.record.title,
                "names": list(entry.record.known_as),
                "coreStory": entry.record.core_story,
                "mustContain": list(entry.record.must_contain),
                "redFlags": [
                    {"sign": flag.sign, "because": plain(flag.because), "instead": plain(flag.instead)}
                    for flag in entry.record.red_flags
                ],
                "questions": [one.slug for one in content.bank.values() if one.competency == entry.slug],
                "path": locate("competency", entry.slug),
                "sheet": locate("worksheet", f"story-sheet-{entry.slug}"),
                "holds": [
                    field.id
                    for field in content.sheets[f"story-sheet-{entry.slug}"].record.fields()
                    if field.id.startswith(HOLDS)
                ],
            }
            for entry in content.competencies.ordered
        ],
        "principles": [
            {
                "id": p.slug,
                "name": p.record.name,
                "group": p.group.record.title,
                "path": locate("principle", p.slug),
                **({"names": ", ".join(p.record.known_as)} if p.record.known_as else {}),
            }
            for p in content.principles.each.values()
        ],
        "templates": [
            {
                "id": entry.slug,
                "title": entry.record.title,
                "template": entry.record.template or "",
                "slots": [slot.model_dump() for slot in entry.record.slots],
                "path": locate("framework", entry.slug),
            }
            for entry in content.frameworks.ordered
            if entry.record.kind == "story-template"
        ],
        "example": _example(content, locate),
        "stories": [
            {"id": entry.slug, "title": entry.record.title, "path": locate("story", entry.slug)}
            for entry in content.stories.ordered
        ],
        "sheets": [
            {
                "id": sheet.slug,
                "title": sheet.record.title,
                "group": sheet.group,
                "points": sheet.record.points(),
                "competencies": list(sheet.record.competencies),
                "path": locate("worksheet", sheet.slug),
            }
            for sheet in content.sheets.values()
        ],
    }


def _editorial(rules: Guide) -> dict[str, Any]:
    """Give the guide for the browser: its wording typeset, its lists and patterns as they are looked for."""
    data = rules.for_browser()
    said: dict[str, dict[str, Any]] = {
        code: {name: typeset(value) if name in WORDING else value for name, value in rule.items()}
        for code, rule in data["rules"].items()
    }
    for rule in said.values():
        if "oneself" in rule:
            rule["oneself"] = {**rule["oneself"], "says": typeset(rule["oneself"]["says"])}
    return {**data, "rules": said}


def _about_oneself(content: Content) -> list[str]:
    """Give the questions whose answer is no event: no rule asks it for one."""
    return [question.slug for question in content.bank.values() if question.record.asks_for == "oneself"]


def _example(content: Content, locate: Locate) -> dict[str, Any] | None:
    """Give the story that the first page shows: how long its parts are, and how each begins."""
    entry = story_to_show(content)
    if not entry:
        return None
    return {
        "title": entry.record.title,
        "ask": content.bank[entry.record.question].record.ask,
        "path": locate("story", entry.slug),
        "parts": [
            {
                "id": name,
                "words": words_in(guide_of(content), text),
                "says": next(iter(guide_of(content).tokens.sentences(plain(text))), ""),
            }
            for name, text in entry.record.told.parts()
        ],
    }


def _words(field: str) -> list[str]:
    """Give what a field that may be empty may hold."""
    return list(get_args(get_args(Story.model_fields[field].annotation)[0]))


def story_model() -> dict[str, Any]:
    """Give what a story's record takes: its choices, its limits, the order of its parts, and what is agreed to."""
    return {
        "parts": list(get_args(PartId)),
        "outcomes": list(get_args(Story.model_fields["outcome"].annotation)),
        "endings": list(get_args(Story.model_fields["ending"].annotation)),
        "turns": _words("turns_on"),
        "scales": _words("scale"),
        "noteKinds": list(get_args(Note.model_fields["kind"].annotation)),
        "rows": LIST_LIMIT,
        "textLimit": TEXT_LIMIT,
        "proseLimit": PROSE_LIMIT,
        "link": get_args(Url)[1].pattern,
        "reserved": sorted(RESERVED),
        "letters": LETTERS,
        "agreements": [list(pair) for pair in AGREEMENTS],
    }
