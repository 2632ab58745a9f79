"""The questions as the drill counts and chooses its cards: without what stands on the backs, which is most of them."""

from typing import Any

BACKS = {"intent", "trap", "stories"}


def fronts(whole: dict[str, Any]) -> dict[str, Any]:
    """Give what is on the fronts of the cards that these questions make."""
    return {"questions": [_front(one) for one in whole["questions"]], "groups": [_name(one) for one in whole["groups"]]}


def _front(one: dict[str, Any]) -> dict[str, Any]:
    said = {key: value for key, value in one.items() if key not in BACKS}
    return {**said, "good": len(one["good"]), **({"spoken": True} if "spoken" in one else {})}


def _name(group: dict[str, Any]) -> dict[str, Any]:
    return {key: group[key] for key in ("name", "questions")}
