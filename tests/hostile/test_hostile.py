"""The corpus under tests/hostile: what is refused is refused at its place and at once, the rest is shown as typed."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

from generator.content.content import Content
from generator.content.load import load_entry
from generator.model import PLANS, STORIES, Kind
from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.rules.every import broken_rules
from generator.rules.style_rules import style_warnings
from generator.site.pipeline import check, templates_of
from generator.site.sanitizer import sanitize
from generator.text.issue import ContentError, Issue
from generator.text.prose import plain
from tests.handbooks import tiny
from tests.hostile.corpus import OF_A_STORY, PLAN, STORY, TYPED, WORDS, Case, cases, put, put_all
from tests.readers.page import Seen, read, squeezed, to_html
from tests.tools.anything import close
from tests.tools.pace import SECOND, timed

REFUSED = [case for case in cases() if case.refused]
SHOWN = tuple(case for case in cases() if case.shown)
CREDITS = "reference/contributors.md"
ADDRESS = re.compile(r"https://[^\s\"<>]+|(?:\.\./)*[a-z0-9/-]+(?:\.md)?(?:#[a-z0-9-]+)?|#[a-z0-9-]+")


def named(case: Case) -> str:
    return f"{case.family}/{case.name}"


def test_every_case_says_what_becomes_of_it() -> None:
    assert [named(case) for case in cases() if bool(case.refused) == bool(case.shown)] == []
    assert len({named(case) for case in cases()}) == len({case.slug for case in cases()}) == len(cases())
    assert [case for case in REFUSED if case.family == "harmless"] == []


@pytest.mark.parametrize("case", REFUSED, ids=named)
def test_what_is_hostile_is_refused_at_its_place_within_a_second(case: Case, tmp_path: Path) -> None:
    said, took = timed(refusal_of(case, tmp_path))
    assert refused_in(case, "content", said), said
    assert all(re.fullmatch(r".+:[1-9]\d*:[1-9]\d*: .+ \[[a-z-]+\]", line) and line.isprintable() for line in said)
    assert took < SECOND


def refusal_of(case: Case, folder: Path) -> Callable[[], list[str]]:
    """Give what checks the case: the one file beside the tiny handbook's others, or a handbook where it is a tree."""
    if case.where == "tree":
        root = tiny.copy_to(folder)
        put(case, root)
        return lambda: errors(tiny.issues_of(root))
    file, kind = (STORY, STORIES) if case.where in OF_A_STORY else (PLAN, PLANS)
    path = folder / file
    path.parent.mkdir(parents=True)
    if case.where in OF_A_STORY:
        path.write_bytes((tiny.TINY / file).read_bytes())
    put(case, folder)
    return lambda: errors(issues_of_file(path, file, kind))


def issues_of_file(path: Path, file: str, kind: Kind) -> tuple[Issue, ...]:
    """Give what the check says of one file, read by itself and held against all else."""
    try:
        entry = load_entry(path, kind, path.stem, file)
    except ContentError as error:
        return error.issues
    content = tiny.content().with_entry(kind, entry)
    return (*broken_rules(content), *style_warnings(content))


def errors(issues: Iterable[Issue]) -> list[str]:
    return [str(issue) for issue in issues if issue.severity == "error"]


def refused_in(case: Case, place: str, said: Iterable[str]) -> bool:
    """Whether one of the lines refuses the case there, with its line, its column and its words."""
    return any(re.match(re.escape(place) + r"(?:/\S.*)?:" + re.escape(case.refused), line) for line in said)


def test_a_handbook_full_of_hostile_files_is_refused_for_each_of_them(tmp_path: Path) -> None:
    root = tiny.copy_to(tmp_path)
    beside = {
        f"content/plans/{case.slug}.yaml": case for case in REFUSED if case.where in {"text", "prose", "any", "file"}
    }
    for file, case in beside.items():
        put(case, root)
        (root / PLAN).rename(root / file)
    said = errors(tiny.issues_of(root))
    assert len(beside) > 1
    assert [named(case) for file, case in beside.items() if not refused_in(case, file, said)] == []


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Give the tiny handbook with every case that must be shown, each in an entry of its own."""
    root = tiny.copy_to(tmp_path_factory.mktemp("hostile"))
    put_all(root, SHOWN)
    return check(root).content


@pytest.fixture(scope="module")
def pages(content: Content) -> Mapping[str, str]:
    """Give the text of every page of that handbook by its path; its list of questions is not divided."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.pages.indexes.INDEX_ROWS", len(SHOWN))
        made = build_pages(content, renderer(content, templates_of(tiny.TINY) / "pages"))
    return {page.path: page.text for page in made}


def page_of(case: Case, pages: Mapping[str, str]) -> tuple[str, str]:
    """Give where the case is shown, and the page's text."""
    where = {"telling": f"stories/{case.slug}.md", "contributor": CREDITS, "link": CREDITS}
    path = where.get(case.where, f"plans/{case.slug}.md")
    return path, pages[path]


def seen_in(page: str) -> tuple[Seen, str]:
    """Give what a reader sees of the page, and what the second wall leaves out of it."""
    sanitized = sanitize(to_html(page))
    return read(sanitized.html), sanitized.refused


@pytest.mark.parametrize("case", SHOWN, ids=named)
def test_what_is_shown_is_shown_as_typed_with_nothing_odd_beside_it(case: Case, pages: Mapping[str, str]) -> None:
    (seen, refused), took = timed(lambda: seen_in(page_of(case, pages)[1]))
    assert took < SECOND
    assert refused == ""
    assert seen.odd == []
    assert [link for link in seen.links if not ADDRESS.fullmatch(link)] == []
    assert [name for _, given in seen.tags for name in given if name.startswith("on") or name == "style"] == []
    assert len(seen.ids) == len(set(seen.ids))
    if case.where in {"prose", "telling"}:
        assert close(plain(case.given) if case.shown == WORDS else case.words) in close(seen.words)
    elif case.where != "link":
        assert squeezed(case.words) in squeezed(seen.words)


@pytest.mark.parametrize("case", [case for case in SHOWN if case.where == "link"], ids=named)
def test_an_address_of_a_contributor_is_the_address_of_a_link(case: Case, pages: Mapping[str, str]) -> None:
    seen, _ = seen_in(page_of(case, pages)[1])
    assert case.given in seen.links


@pytest.mark.parametrize("case", [case for case in SHOWN if case.where in {"text", "any"}], ids=named)
def test_a_title_is_the_only_h1_and_the_front_matter_holds_nothing_else(case: Case, pages: Mapping[str, str]) -> None:
    text = page_of(case, pages)[1]
    assert keys_of(text) == keys_of(pages["plans/one-evening.md"])
    heading = to_html(text).partition("<h1")[2].partition("</h1>")[0].partition(">")[2]
    assert squeezed(read(heading).words) == squeezed(case.given)


def keys_of(page: str) -> list[str]:
    """Give the keys of the front matter of a page."""
    front = page.removeprefix("---\n").partition("\n---\n")[0]
    return re.findall(r"^\w+(?=:)", front, re.MULTILINE)


def test_every_other_page_of_that_handbook_holds_nothing_odd(pages: Mapping[str, str]) -> None:
    own = {page_of(case, pages)[0] for case in SHOWN}
    for path in sorted(pages.keys() - own):
        seen, refused = seen_in(pages[path])
        assert (path, refused, seen.odd) == (path, "", [])
        assert len(seen.ids) == len(set(seen.ids)), path
        assert [name for _, given in seen.tags for name in given if name.startswith("on") or name == "style"] == []


def test_the_list_of_questions_shows_every_text_as_typed(pages: Mapping[str, str]) -> None:
    words = squeezed(read(to_html(pages["questions/index.md"])).words)
    typed = [case for case in SHOWN if case.where in {"text", "any"} and case.shown == TYPED]
    assert [named(case) for case in typed if squeezed(case.given) not in words] == []
