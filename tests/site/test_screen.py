"""What a browser is shown over the last good page: each problem with its file and line, and nothing of it is markup."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from generator.site.screen import MOST, problem_of, screen, with_problems
from generator.text.issue import Issue

PAGE = b"<html><body><h1>Good</h1></body></html>"
BAD = Issue(file="content/stories/x.yaml", line=3, column=7, message='found "<script>"', code="type")


def shown(kind: str, problems: list[Issue], seen: list[str]) -> tuple[list[Any], bytes]:
    def app(_: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(PAGE)))])
        return [PAGE]

    said: list[Any] = []
    body = screen(app, lambda: problems, seen.append)({"PATH_INFO": "/x/"}, lambda *given: said.extend(given))
    return said, b"".join(body)


def test_a_problem_stands_over_the_page_with_its_file_and_line() -> None:
    seen: list[str] = []
    said, page = shown("text/html", [BAD], seen)
    assert b"<h1>Good</h1>" in page
    assert b"content/stories/x.yaml:3:7" in page
    assert b"<script>" not in page
    assert dict(said[1])["Content-Length"] == str(len(page))
    assert seen == ["/x/"]


def test_a_page_without_problems_and_any_other_file_is_as_it_was() -> None:
    assert shown("text/html", [], [])[1] == PAGE
    assert shown("text/css", [BAD], []) == (
        ["200 OK", [("Content-Type", "text/css"), ("Content-Length", str(len(PAGE)))]],
        PAGE,
    )


def test_a_thousand_problems_are_counted() -> None:
    page = with_problems(PAGE, [BAD] * 1000)
    assert page.count(b"<li>") == MOST
    assert f"{1000 - MOST} more".encode() in page


@pytest.mark.parametrize("text", ["a\n{% if %}", "a\n{{ nothing.at_all }}"])
def test_a_mistake_in_a_template_is_named_by_file_and_line(text: str, tmp_path: Path) -> None:
    (tmp_path / "main.html").write_text(text, encoding="utf-8")
    env = Environment(loader=FileSystemLoader(tmp_path), undefined=StrictUndefined, autoescape=True)
    with pytest.raises(TemplateError) as error:
        env.get_template("main.html").render()
    found = problem_of(error.value, tmp_path)
    assert (found.file, found.line) == ("main.html", 2)
