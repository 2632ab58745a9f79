"""The pocket edition: one page for each competency, for the morning itself."""

from datetime import date
from pathlib import Path

from generator.content.content import Content
from generator.paper.hypertext import Print
from generator.paper.pdf import page_count
from generator.text.language import _

SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)


def pocket_html(content: Content, render: Print, style: Path, *, paper: str, edition: date) -> str:
    """Give the pocket edition as HTML, in the largest type in which every competency fits its one page."""
    html = ""
    for scale in SCALES:
        title = _("{title}: pocket edition", title=content.words.title)
        html = str(render("pocket.html.jinja", title=title, paper=paper, edition=edition, scale=scale))
        if page_count(html, style, f"pocket-{paper}-{scale}") <= 1 + len(content.competencies):
            break
    return html
