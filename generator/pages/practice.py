"""What the practice in the browser knows of the handbook: plain data files, loaded only where they are used.

Each is a script that sets one entry of `handbookData`, so that it works from files, too, where a page may not fetch.
Every text is plain (no markup), and every link is the path of a page under build/docs.
"""

import json
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, get_args

from generator.content.address import Locate, locate_in
from generator.content.content import Content
from generator.content.derived_sheets import CONFIDENCE
from generator.content.generated_pages import COMPUTED
from generator.content.load import RESERVED
from generator.model import Story, Task, Walkthrough
from generator.model.record import LIST_LIMIT, PROSE_LIMIT, TEXT_LIMIT, PartId, Url, hyphened
from generator.model.story import Note
from generator.rules.style_rules import GUIDE
from generator.text.prose import ENTRY_LINK, pieces, plain, spaced

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = "practise/data"
MOST_ASKED = 20
PAGES = (
    "my-stories",
    "mock-interview",
    "drill",
    "readiness",
    "my-data",
    "stories",
    "worksheets",
    "walkthroughs",
    "plans",
)
AGREEMENTS = (
    ("mine", "It happened to me, and I may tell it: no contract and no promise forbids it."),
    (
        "employer",
        "The employer is described by its size and what it makes. No product, customer or place gives it away.",
    ),
    (
        "people",
        "Every person has an invented first name or only a role, and none of them would be recognised by a colleague.",
    ),
    ("figures", "The figures are rounded or shifted, so that nobody can look them up."),
    ("reviewed", "I have read it as the least friendly person in it would."),
    ("licence", "Others may use it under the licence of the handbook's content."),
)  # what is asked of a story before it is given, by the name under which the answer is kept


def practice_files(content: Content) -> dict[str, str]:
    """Give path and text of every data file."""
    locate = locate_in(content)
    parts: dict[str, Callable[[Content, Locate], dict[str, Any]]] = {
        "questions": _questions,
        "walkthroughs": _walkthroughs,
        "guide": _guide,
        "frameworks": _frameworks,
        "plans": _plans,
    }
    return {f"{FOLDER}/{name}.js": _script(name, part(content, locate)) for name, part in parts.items()}


def _script(name: str, data: dict[str, Any]) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"(globalThis.handbookData??={{}})[{json.dumps(name)}]={safe};\n"


def _paragraphs(prose: str) -> list[str]:
    return [text for block in prose.split("\n\n") if (text := spaced(plain(block)))]


def _questions(content: Content, locate: Locate) -> dict[str, Any]:
    return {
        "questions": [
            {
                "id": question.slug,
                "ask": question.record.ask,
                "kind": question.record.kind,
                "competency": question.competency,
                "levels": list(question.record.levels),
                "intent": plain(question.record.intent),
                "good": list(question.record.good_answer),
                "trap": plain(question.record.trap),
                "twins": [twin.slug for twin in content.twins(question.slug)],
                "stories": [story.slug for story in content.stories_for(question.slug)],
                "path": locate("question", question.slug),
            }
            for question in content.bank.values()
        ],
        "asked": most_asked(content),
    }


def most_asked(content: Content) -> list[str]:
    """Give the questions to be ready for first: each competency's trunk questions in the order of its bank, in turn."""
    trunks = [
        [question.slug for question in content.questions_of(entry.slug) if question.record.kind == "trunk"]
        for entry in content.ordered_competencies
    ]
    rounds = zip_longest(*trunks)
    return [slug for slugs in rounds for slug in slugs if slug is not None][:MOST_ASKED]


def _walkthroughs(content: Content, locate: Locate) -> dict[str, Any]:
    return {
        "walkthroughs": [
            {"id": entry.slug, "path": locate("walkthrough", entry.slug), **_walkthrough(entry.record)}
            for entry in content.ordered_walkthroughs
        ]
    }


def _walkthrough(walk: Walkthrough) -> dict[str, Any]:
    return {
        "title": walk.title,
        "competency": walk.competency,
        "level": walk.level,
        "minutes": walk.minutes,
        "scenario": _paragraphs(walk.scenario),
        "question": walk.question,
        "phases": [{"id": p.id, "name": p.name, "minutes": p.minutes, "strong": list(p.strong)} for p in walk.phases],
        "rubric": [
            {"id": d.id, "name": d.name, "points": d.points, "measures": plain(d.measures), "anchors": list(d.anchors)}
            for d in walk.rubric
        ],
        "mistakes": list(walk.level_mistakes),
        "turns": [
            {
                "phase": turn.phase,
                "asks": turn.asks,
                "mistake": {
                    "says": plain(turn.mistake.says),
                    "costs": list(turn.mistake.costs),
                    "because": plain(turn.mistake.because),
                },
                "stronger": {"says": plain(turn.stronger.says), "because": plain(turn.stronger.because)},
                "probe": {"asks": turn.probe.asks, "strong": plain(turn.probe.strong)},
            }
            for turn in walk.turns
        ],
        "stories": list(walk.stories),
    }


def _guide(content: Content, locate: Locate) -> dict[str, Any]:
    words = content.words
    return {
        "editorial": GUIDE,
        "model": story_model(),
        "rulesPath": locate("computed", "story-rules"),
        "wordsAMinute": words.words_a_minute,
        "confidence": list(CONFIDENCE),
        "pages": {name: COMPUTED[name].path for name in PAGES},
        "parts": [{"id": p.id, "name": p.name, "share": p.share, "asks": list(p.asks)} for p in words.story_parts],
        "levels": [{"id": level.id, "name": level.name, "manages": level.manages} for level in words.levels],
        "themes": [{"id": t.id, "name": t.name, "path": locate("theme", t.id)} for t in words.themes],
        "traits": [{"id": t.id, "name": t.name, "path": locate("trait", t.id)} for t in words.traits],
        "competencies": [
            {
                "id": entry.slug,
                "title": entry.record.title,
                "coreStory": entry.record.core_story,
                "mustContain": list(entry.record.must_contain),
                "redFlags": [
                    {"sign": flag.sign, "because": plain(flag.because), "instead": plain(flag.instead)}
                    for flag in entry.record.red_flags
                ],
                "path": locate("competency", entry.slug),
                "sheet": locate("worksheet", f"story-sheet-{entry.slug}"),
            }
            for entry in content.ordered_competencies
        ],
        "principles": [
            {"id": p.slug, "name": p.record.name, "group": p.group.record.title, "path": locate("principle", p.slug)}
            for p in content.principle_of.values()
        ],
        "templates": [
            {
                "id": entry.slug,
                "title": entry.record.title,
                "template": entry.record.template or "",
                "slots": [slot.model_dump() for slot in entry.record.slots],
                "path": locate("framework", entry.slug),
            }
            for entry in content.ordered_frameworks
            if entry.record.kind == "story-template"
        ],
        "stories": [
            {"id": entry.slug, "title": entry.record.title, "path": locate("story", entry.slug)}
            for entry in content.ordered_stories
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


def story_model() -> dict[str, Any]:
    """Give what a story's record takes: its choices, its limits, the order of its parts, and what is agreed to."""
    return {
        "parts": list(get_args(PartId)),
        "outcomes": list(get_args(Story.model_fields["outcome"].annotation)),
        "endings": list(get_args(Story.model_fields["ending"].annotation)),
        "noteKinds": list(get_args(Note.model_fields["kind"].annotation)),
        "rows": LIST_LIMIT,
        "textLimit": TEXT_LIMIT,
        "proseLimit": PROSE_LIMIT,
        "link": get_args(Url)[1].pattern,
        "reserved": sorted(RESERVED),
        "agreements": [list(pair) for pair in AGREEMENTS],
    }


def _frameworks(content: Content, locate: Locate) -> dict[str, Any]:
    return {
        "frameworks": [
            {
                "id": entry.slug,
                "title": entry.record.title,
                "summary": entry.record.summary,
                "steps": [{"name": step.name, "asks": step.asks} for step in entry.record.steps],
                "pitfalls": [{"sign": p.sign, "instead": plain(p.instead)} for p in entry.record.pitfalls],
                "path": locate("framework", entry.slug),
            }
            for entry in content.ordered_frameworks
        ]
    }


def _plans(content: Content, locate: Locate) -> dict[str, Any]:
    return {
        "calendarDomain": calendar_domain(content),
        "plans": [
            {
                "id": entry.slug,
                "title": entry.record.title,
                "days": entry.record.days,
                "minutesADay": entry.record.minutes_a_day,
                "schedule": [
                    {"day": day.day, "tasks": [_task(task, locate) for task in day.tasks]}
                    for day in entry.record.schedule
                ],
                "path": locate("plan", entry.slug),
            }
            for entry in content.ordered_plans
        ],
    }


def calendar_domain(content: Content) -> str:
    """Give what ends the name of every event in a calendar of this handbook's plans, as a domain would."""
    return f"{hyphened(content.words.title) or 'plans'}.handbook"


def _task(task: Task, locate: Locate) -> dict[str, Any]:
    """Give a plan's task: its words, and the same in stretches of words and, where they are a link, a path."""
    return {
        "does": plain(task.does),
        "minutes": task.minutes,
        "pieces": [
            [words, locate(*link.groups())] if (link := ENTRY_LINK.fullmatch(target)) else [words]
            for words, target in pieces(task.does)
        ],
    }
