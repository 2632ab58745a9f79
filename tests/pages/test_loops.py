"""The index of the loops says once as of when all of them are, and of each on its own where they differ."""

from pathlib import Path

from generator.pages.pages import build_pages
from generator.pages.render import renderer
from generator.site.pipeline import check, templates_of
from tests.handbooks import tiny

LOOP = "content/loops/two-talks.yaml"


def index(root: Path) -> str:
    """Give the Markdown of the index."""
    content = check(root).content
    made = build_pages(content, renderer(content, templates_of(tiny.TINY) / "pages"))
    return next(page.text for page in made if page.path == "loops/index.md")


def test_a_date_that_all_share_is_named_once_and_each_has_its_own_where_they_differ(tmp_path: Path) -> None:
    root = tiny.copy_to(tmp_path)
    assert index(root).count("November 2026") == 1
    assert "As of November 2026." in index(root)
    another = (root / LOOP).read_text(encoding="utf-8").replace("November 2026", "June 2021, from one report")
    (root / LOOP).with_name("other-talks.yaml").write_text(
        another.replace("Two talks", "Other talks"), encoding="utf-8"
    )
    both = index(root)
    assert "As of" not in both
    assert both.count("November 2026") == both.count("June 2021") == 1
    assert "one report" not in both
