"""The search index: every entry is in it by its names and its words, it leads to pages there are, and stays light."""

import gzip
import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.content.address import locate_in
from generator.content.content import Content
from generator.content.entry import Essay
from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.pages.search_index import HEAVY, START, index_files, search_files
from generator.pages.search_merged import NAMED, USING
from generator.pages.search_records import SearchRecord, search_records
from generator.pages.search_texts import PARTS
from generator.pages.search_words import FAINT, SILENT, name_words, parts, words
from generator.site.pipeline import templates_of
from tests.handbooks import tiny
from tests.readers import search
from tests.tools import node

JS = tiny.ROOT / "templates/scripts/search/words.js"
TYPED = [
    "1:1s, 1on1 and one-on-ones; 1 : 1, one to one",
    "Don\u2019t can't",
    "Café naïve Ærø straße İstanbul ﬁre",
    "post-mortem/review x\u2011ray",
    "über-lang" * 9,
    "日本語 देवनागरी 42nd",
    "under_score C++ .NET a/b",
]


@pytest.fixture(scope="module", params=["real", "tiny"])
def content(request: pytest.FixtureRequest) -> Content:
    return tiny.real() if request.param == "real" else tiny.content()


@pytest.fixture(scope="module")
def files(content: Content) -> Mapping[str, str]:
    """Give every script of the index."""
    return search_files(content)


def fetch(files: Mapping[str, str]) -> search.Fetch:
    return files.__getitem__


def record(title: str = "A title", **more: Any) -> SearchRecord:
    return SearchRecord(**{"kind": "story", "path": "stories/a.md", "title": title, "summary": "", **more})


def test_every_page_but_parts_of_lists_is_found(content: Content) -> None:
    pages: set[str] = set()

    def note(_: str, *, here: str, page: Any, **__: Any) -> str:
        if not page.values.get("part"):
            pages.add(here)
        return ""

    build_pages(content, note)
    found = {record.path.partition("#")[0] for record in search_records(content)}
    assert {path for path in pages if not path.startswith("questions/")} - found == set()


def test_every_result_leads_to_a_place_that_is_there(content: Content, pages_of: Mapping[str, str]) -> None:
    dead = []
    for one in search_records(content):
        path, _, anchor = one.path.partition("#")
        page = pages_of.get(path, "")
        if not page or (
            anchor and f"#{anchor} " not in page and f"#{anchor}}}" not in page and f'"{anchor}"' not in page
        ):
            dead.append(one.path)
    assert dead == []


@pytest.fixture
def pages_of(content: Content) -> dict[str, str]:
    made = build_pages(content, renderer(content, templates_of(tiny.ROOT) / "pages"))
    return {page.path: page.text for page in made}


def test_each_entry_is_found_by_every_word_of_its_names(files: Mapping[str, str]) -> None:
    shown, index = search.entries(fetch(files)), search.words(fetch(files))
    missing = []
    for at, (title, _, _, *names) in enumerate(shown):
        for which, name in enumerate((title, *names)):
            for word, _ in name_words(name):
                listed = index[word][0]
                if which not in listed.get(at, []) and sum(map(len, listed.values())) < NAMED:
                    missing.append((title, name, word))
    assert missing == []


def test_each_entry_has_its_other_names_there(content: Content) -> None:
    locate = locate_in(content)
    names = {record.path: {*record.names} for record in search_records(content)}
    of_kinds = {kind: of_kind for kind, of_kind in content.other_names.items() if of_kind}
    assert {"question", "worksheet", "comparison"} <= set(of_kinds)
    for kind, of_kind in of_kinds.items():
        for slug, others in of_kind.items():
            assert set(others) <= names[locate(kind, slug)], (kind, slug)


def test_good_answers_traps_follow_ups_and_tellings_lead_to_their_entry(
    content: Content, files: Mapping[str, str]
) -> None:
    shown, index = search.entries(fetch(files)), search.words(fetch(files))
    at = {path: number for number, (_, path, *_) in enumerate(shown)}
    missing = []
    for one in search_records(content):
        for part, text in one.texts:
            for word in words(text):
                listed = index[word][1]
                if at[one.path] not in listed and len(listed) < USING:
                    missing.append((one.path, PARTS[part], word))
    assert missing == []


def test_an_essay_has_the_names_of_its_headings_but_not_of_who_tells_in_it() -> None:
    body = 'Words.\n\n## Two of them\n\n### As one\n\n> "I did."\n\n### The price\n\nMore words.'
    essay = Essay(slug="a", file="", title="A", body=body, text="")
    found = search_records(replace(tiny.content(), essays={"a": essay}))
    assert [it.names for it in found if it.path == "reference/a.md"] == [("Two of them", "The price")]


def test_the_same_content_gives_the_same_bytes(content: Content, files: Mapping[str, str]) -> None:
    assert search_files(content) == files


def test_a_word_in_every_entry_lists_no_more_than_the_best_of_them(content: Content) -> None:
    many = [record(f"Title {at} same", path=f"stories/{at}.md", texts=((at % 6, "all"),)) for at in range(3_000)]
    files = index_files(many, content)
    index = search.words(fetch(files))
    assert sum(map(len, index["same"][0].values())) == NAMED
    assert len(index["all"][1]) == USING
    assert set(index["all"][1].values()) == {0}


def test_a_script_stays_as_light_in_a_large_handbook(content: Content) -> None:
    syllables = ["ba", "co", "di", "fu", "ge", "con", "pre"]
    names = [f"{a}{b}{c}{d} {d}{c}{b}" for a in syllables for b in syllables for c in syllables for d in syllables]
    many = [record(name, path=f"stories/{at}.md", texts=((4, name),)) for at, name in enumerate(names)]
    files = index_files(many, content)
    start = search.piece(fetch(files), "start")
    assert max(len(files[f"search/{name}.js"]) for name in search.scripts(start, "words")) < HEAVY * 2
    assert len(gzip.compress(files[START].encode())) < 5_000


def test_what_is_hostile_is_data() -> None:
    hostile = record("</script><script>alert(1)</script>\u2028", names=('"];alert(1)//',))
    files = index_files([hostile], tiny.content())
    assert "</script" not in "".join(files.values())
    assert search.entries(fetch(files))[0][0] == "</script><script>alert(1)</script>\u2028"


def test_the_browser_takes_words_apart_as_the_index_does(content: Content) -> None:
    texts = [*TYPED, *(name for one in search_records(content) for name in (one.title, *one.names))]
    code = f"import {{ wordsOf }} from {json.dumps(JS.as_uri())};\n"
    code += "let text = ''; for await (const part of process.stdin) text += part;\n"
    code += "console.log(JSON.stringify(JSON.parse(text).map(wordsOf)));"
    command = [node.program(), "--no-warnings", "--input-type=module", "--eval", code]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [parts(text) for text in texts]


def test_no_word_is_both_silent_and_faint() -> None:
    assert set() == SILENT & FAINT


def test_an_essay_is_known_by_the_names_at_its_top() -> None:
    (essay,) = tiny.content().essays.values()
    assert (essay.known_as, essay.kind) == (("the morning of it", "on the day"), "interview-day")
    (found,) = (one for one in search_records(tiny.content()) if one.path == essay.path)
    assert found.names[:2] == essay.known_as
