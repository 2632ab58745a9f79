"""What the practice in the browser knows of the handbook: plain data files, loaded only where they are used.

Each is a script that sets one entry of `handbookData`, so that it works from files, too, where a page may not fetch.
Every text is plain (no markup), and every link is the path of a page under build/docs.
"""

import json
from typing import TYPE_CHECKING, Any

from generator.content.address import Locate, locate_in
from generator.content.content import Content
from generator.content.moves import followed
from generator.model import LOOPS, Spoken, Walkthrough
from generator.pages.practice_fronts import fronts
from generator.pages.practice_guide import guide
from generator.pages.practice_plans import plans
from generator.text.prose import plain, spaced
from generator.text.typography import AsTyped, typeset

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = "practise/data"
MOVES = f"{FOLDER}/moves.js"


def practice_files(content: Content) -> dict[str, str]:
    """Give path and text of every data file."""
    if "practice" in content.off:
        return {}
    locate = locate_in(content)
    parts: dict[str, Callable[[Content, Locate], dict[str, Any]]] = {
        "questions": _questions,
        "fronts": lambda *of: fronts(_questions(*of)),
        "walkthroughs": _walkthroughs,
        "guide": guide,
        "frameworks": _frameworks,
        "plans": plans,
        "loops": _loops,
        **({"moves": _moves} if followed(content) else {}),
    }
    return {f"{FOLDER}/{name}.js": _script(name, part(content, locate)) for name, part in parts.items()}


def _script(name: str, data: dict[str, Any]) -> str:
    text = json.dumps(_typeset(data), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"(globalThis.handbookData??={{}})[{json.dumps(name)}]={safe};\n"


def _typeset(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Give the value with every text in it typeset; slugs, ids and paths have no quotes in them."""
    if isinstance(value, str):
        return typeset(value)
    if isinstance(value, dict):
        return {key: _typeset(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_typeset(part) for part in value]
    return value.value if isinstance(value, AsTyped) else value


def _moves(content: Content, locate: Locate) -> dict[str, Any]:
    """Give today's name by kind and former name; those of pages, and of what has an anchor on one, as `place`."""
    moves = followed(content)
    found = [(was, to, locate(kind, to)) for kind, of in moves.items() for was, to in of.items()]
    return {**moves, "place": {_place(was, path): _place(to, path) for was, to, path in found}}


def _place(name: str, path: str) -> str:
    """Give what a browser calls the page of this name, or its part of the page at this path."""
    page, _, anchor = path.removesuffix(".md").partition(".md#")
    return f"{page}:{name.rpartition('/')[2]}" if anchor else f"{page.rpartition('/')[0]}/{name}"


def _paragraphs(prose: str) -> list[str]:
    return [text for block in prose.split("\n\n") if (text := spaced(plain(block)))]


def _questions(content: Content, locate: Locate) -> dict[str, Any]:
    follow_ups: dict[str, list[str]] = {}
    for question in content.bank.values():
        if question.record.follows:
            follow_ups.setdefault(question.record.follows, []).append(question.slug)
    return {
        "questions": [
            {
                "id": question.slug,
                "ask": question.record.ask,
                **({"names": ", ".join(question.record.known_as)} if question.record.known_as else {}),
                "kind": question.record.kind,
                "competency": question.competency,
                "levels": list(question.record.levels),
                "intent": plain(question.record.intent),
                "good": list(question.record.good_answer),
                "trap": plain(question.record.trap),
                **({"follows": content.name("question", question.record.follows)} if question.record.follows else {}),
                **({"followUps": follow_ups[question.slug]} if question.slug in follow_ups else {}),
                **({"spoken": _spoken(question.record.spoken)} if question.record.spoken else {}),
                "twins": [twin.slug for twin in content.bank.twins(question.slug)],
                "stories": [story.slug for story in content.stories.answering(question.slug)],
                "path": locate("question", question.slug),
            }
            for question in content.bank.values()
        ],
        "asked": [question.slug for question in content.asked_most.first],
        **({"counted": True} if content.asked_most.all else {}),
        "groups": [
            {
                "name": group.name,
                "difference": group.difference,
                "questions": [one.slug for one in group.questions],
                "wants": group.wants,
            }
            for group in content.look_alikes.all
            if group.name
        ],
    }


def _spoken(spoken: Spoken) -> dict[str, Any]:
    return {
        "speaker": spoken.speaker,
        "says": _paragraphs(spoken.says),
        "because": plain(spoken.because),
        "tempting": _paragraphs(spoken.tempting),
        "costs": plain(spoken.costs),
    }


def _walkthroughs(content: Content, locate: Locate) -> dict[str, Any]:
    return {
        "walkthroughs": [
            {"id": entry.slug, "path": locate("walkthrough", entry.slug), **_walkthrough(entry.record)}
            for entry in content.walkthroughs.ordered
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
            for entry in content.frameworks.ordered
        ]
    }


def _loops(content: Content, locate: Locate) -> dict[str, Any]:
    return {
        "loops": [
            {
                "id": entry.slug,
                "title": entry.record.title,
                **({"company": entry.record.company} if entry.record.company else {}),
                "path": locate("loop", entry.slug),
                "rounds": [
                    {
                        "id": one.id,
                        "name": one.name,
                        "minutes": one.minutes,
                        **({"upTo": one.up_to} if one.up_to else {}),
                        **({"usual": True} if one.usual_length else {}),
                        "who": one.who,
                        "path": f"{locate('loop', entry.slug)}#round-{one.id}",
                        "competencies": list(one.competencies),
                        "walkthroughs": list(one.walkthroughs),
                        "questions": list(one.questions),
                        "principles": list(one.principles),
                    }
                    for one in entry.record.rounds
                ],
            }
            for entry in content.of(LOOPS).ordered
        ]
    }
