"""A story measured: its lengths and shares before and after a change, beside what the guide wants."""

from dataclasses import dataclass

from generator.content.content import Content
from generator.model import Story
from generator.rules.measures import hardness, part_shares, share_of_short, voices, words_in, words_told
from generator.rules.style_guide import Guide, guide_of
from generator.text.prose import plain


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A measure of a story before and after the change, and what the guide wants."""

    name: str
    before: str
    after: str
    wanted: str


def measured(base: Content | None, was: Story | None, head: Content, story: Story) -> list[Measured]:
    """Give every measure of the story in the handbook `head`, beside what it was in `base`."""
    before = _measures(base, was) if base and was else {}
    return [
        Measured(name=name, before=before.get(name, ("", ""))[0], after=found, wanted=wanted)
        for name, (found, wanted) in _measures(head, story).items()
    ]


def _measures(content: Content, story: Story) -> dict[str, tuple[str, str]]:
    """Give each measure as it reads, and what the guide wants of it."""
    guide = guide_of(content)
    told, share = words_told(guide, story), part_shares(guide, story)
    minutes = told / guide.pace
    own, shared = voices(guide, story.told.actions)
    counted = "Characters" if guide.in_characters else "Words"
    hard = "Ease of reading" if "ease" in guide.data else "Long words"
    found = {
        f"{counted} aloud": (f"{told}", _range(guide, "length-aloud")),
        "Minutes aloud": (f"{minutes:.1f}", "2 to 3"),
        f"{counted} of the thirty seconds": (
            f"{words_in(guide, story.thirty_seconds)}",
            _range(guide, "thirty-seconds"),
        ),
        "Context and challenge": (f"{share['context'] + share['challenge']} %", _range(guide, "balance", " %")),
        "Actions": (f"{share['actions']} %", _range(guide, "actions", " %")),
        "Results": (f"{share['results']} %", ""),
        "Learnings": (f"{share['learnings']} %", ""),
    }
    if guide.is_on("own-part"):
        found["I and we in the actions"] = (f"{own} and {shared}", "more I than we")
    if guide.is_on("fragments"):
        found["Short sentences"] = (f"{share_of_short(guide, _told(story))} %", _range(guide, "fragments", " %"))
    if guide.is_on("long-words"):
        unit = " %" * (hard == "Long words")
        found[hard] = (f"{hardness(guide, _told(story))}{unit}", _range(guide, "long-words", unit))
    return found | {
        "Margin notes": (f"{len(story.notes)}", _range(guide, "few-notes")),
        "Follow-ups": (f"{len(story.follow_ups)}", _range(guide, "few-follow-ups")),
    }


def _told(story: Story) -> str:
    return " ".join(plain(text) for _, text in story.told.parts())


def _range(guide: Guide, code: str, unit: str = "") -> str:
    if not guide.is_on(code):
        return ""
    rule = guide.rule_of(code)
    least, most = rule.get("least"), rule.get("most")
    if least is None or most is None:
        return f"at most {most}{unit}" if least is None else f"at least {least}{unit}"
    return f"{least} to {most}{unit}"
