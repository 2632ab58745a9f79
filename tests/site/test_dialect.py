"""The Markdown of our pages: a heading, a link or a label is named by its own words, also where one is explained."""

from pathlib import Path

import markdown
import pytest
import yaml

from generator.site.dialect import Dialect

CASES = yaml.safe_load(Path(__file__).with_name("dialect.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_an_explained_word_stays_and_its_meaning_is_no_name(case: dict[str, str]) -> None:
    extensions = ["abbr", "attr_list", "md_in_html", "tables", Dialect()]
    html = markdown.markdown(
        f"{case['text']}\n\n*[RICE]: A score\n*[bet]: What a choice > 0 costs", extensions=extensions
    )
    assert html == case["html"].rstrip("\n")
