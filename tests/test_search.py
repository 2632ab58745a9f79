"""The search index: as it is while it is light, and light where it would not be, without a cut word."""

import gzip
import json
import random
import re
from typing import Any

import pytest

from generator.search import LENGTHS, MOST, lean, merged

WORDS = [f"{a}{b}{c}" for a in "bdfglmnprst" for b in "aeiou" for c in "bdfglmnprst"]


def index(pages: int, words: int) -> str:
    """Give an index of pages with three sections, each of so many words, some marked up."""
    chance = random.Random(pages)  # noqa: S311 - figures, not secrets
    docs: list[dict[str, Any]] = []
    for page in range(pages):
        for at in range(4):
            said = " ".join(chance.choice(WORDS) for _ in range(words))
            docs.append(
                {
                    "location": f"stories/page-{page}/" + (f"#part-{at}" if at else ""),
                    "title": f"Title {page} {at}",
                    "text": f"<p>{said} &lt;b&gt; <strong>end</strong></p>",
                }
            )
    return json.dumps({"config": {"lang": ["en"]}, "docs": docs})


def weight(text: str) -> int:
    return len(gzip.compress(text.encode(), 6))


def test_a_light_index_stays_as_it_is() -> None:
    text = index(5, 30)
    assert weight(text) < MOST
    assert lean(text) == text


@pytest.mark.parametrize(("pages", "words"), [(300, 200), (2_000, 60), (6_000, 20)])
def test_a_heavy_index_becomes_light_and_keeps_every_page(pages: int, words: int) -> None:
    text = index(pages, words)
    assert weight(text) > MOST
    light = lean(text)
    assert weight(light) < MOST
    before, after = json.loads(text), json.loads(light)
    assert after["config"] == before["config"]
    titles = {doc["title"] for doc in after["docs"]}
    assert {f"Title {page} 0" for page in range(pages)} <= titles


def test_as_much_is_kept_as_fits() -> None:
    light = lean(index(300, 200))
    assert weight(light) > 0.8 * MOST


def test_what_is_kept_is_a_beginning_of_whole_words_without_markup() -> None:
    text = index(300, 200)
    whole = {doc["location"]: re.sub("<[^>]*>", " ", doc["text"]).split() for doc in json.loads(text)["docs"]}
    for doc in json.loads(lean(text))["docs"]:
        said = doc["text"].split()
        assert said == whole[doc["location"]][: len(said)]
        assert len(doc["text"]) <= LENGTHS[0]


def test_a_partial_index_takes_the_rest_from_before() -> None:
    before: dict[str, Any] = {}
    whole = json.loads(index(3, 5))
    pages = {"stories/page-0/", "stories/page-1/", "stories/page-2/"}
    assert json.loads(merged(json.dumps(whole), before, pages)) == whole
    anew = {"location": "stories/page-1/", "title": "Renamed", "text": ""}
    partial = json.dumps({"config": whole["config"], "docs": [anew]})
    found = {doc["location"]: doc for doc in json.loads(merged(partial, before, pages))["docs"]}
    assert found["stories/page-1/"]["title"] == "Renamed"
    assert set(found) == {doc["location"] for doc in whole["docs"]}
    left = json.loads(merged(partial, before, pages - {"stories/page-2/"}))["docs"]
    assert {doc["location"].partition("#")[0] for doc in left} == pages - {"stories/page-2/"}
