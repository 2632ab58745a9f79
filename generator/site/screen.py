"""What a browser is shown while somebody writes: the last good page, and over it what keeps a new one from coming."""

import logging
from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from traceback import extract_tb
from typing import Any

from generator.site.session import Session
from generator.text.issue import Issue, shown

log = logging.getLogger("mkdocs.hooks.handbook")

TEMPLATES = (".html", ".jinja")
MOST = 12  # problems that are listed
LONGEST = 400
BOX = (
    "position:fixed;z-index:99;inset:auto 0 0 0;max-height:60vh;overflow:auto;padding:1rem 1.5rem;font:14px/1.5 "
    "ui-monospace,monospace;color:#fff;background:#7a1420;border-top:4px solid #f5b5bd;text-align:start;direction:ltr"
)
App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def screen(app: App, problems: Callable[[], Sequence[Issue]], looked_at: Callable[[str], None]) -> App:
    """Give the app (WSGI) with the problems of the moment on each page; `looked_at` hears the address of each page."""

    def show(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        begun: list[Any] = []
        body = app(environ, lambda *said: begun.extend(said))
        status, headers = begun[0], begun[1]
        if not any(name.lower() == "content-type" and "text/html" in value for name, value in headers):
            start(status, headers)
            return body
        page = b"".join(body)
        if status.startswith("200"):
            looked_at(environ["PATH_INFO"])
        if found := problems():
            page = with_problems(page, found)
        kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start(status, [*kept, ("Content-Length", str(len(page)))])
        return [page]

    return show


def again(session: Session, build: Callable[[], object], root: Path, site: Path) -> Callable[[], None]:
    """Give what builds again, if there is anything to build, and shows what is wrong.

    A server whose build fails would answer nothing more.
    """

    def build_again() -> None:
        with session.calm.hurrying():
            if session.is_called_in_vain() or session.has_taken(site):
                return
            try:
                build()
            except Exception as error:
                log.exception("The pages could not be made anew; the last good ones are shown")
                session.problems = [problem_of(error, root)]

    return build_again


def with_problems(page: bytes, issues: Sequence[Issue]) -> bytes:
    """Give the HTML of the page with a box of problems, each with its file and line."""
    listed = "".join(
        f"<li><strong>{escape(f'{shown(issue.file)}:{issue.line}:{issue.column}')}</strong> "
        f"{escape(shown(issue.message, LONGEST))} [{escape(issue.code)}]</li>"
        for issue in issues[:MOST]
    )
    more = f"<p>... and {len(issues) - MOST} more.</p>" if len(issues) > MOST else ""
    count = "1 problem" if len(issues) == 1 else f"{len(issues)} problems"
    head = f"<p><strong>{count}: this page is the last good one.</strong> It changes when the file is saved again.</p>"
    box = f'<div id="handbook-problems" role="alert" style="{BOX}">{head}<ul>{listed}</ul>{more}</div>'.encode()
    at = page.rfind(b"</body>")
    return page[:at] + box + page[at:] if at >= 0 else page + box


def problem_of(error: Exception, root: Path) -> Issue:
    """Give what broke a build as a problem, at the file of the project and the line where that is known."""
    file, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    if not (isinstance(file, str) and isinstance(line, int)):
        frames = [(one.filename, one.lineno or 1) for one in extract_tb(error.__traceback__)]
        known = [one for one in frames if Path(one[0]).is_relative_to(root) and one[0].endswith(TEMPLATES)]
        file, line = known[-1] if known else ("mkdocs.yml", 1)
    name = Path(file).relative_to(root).as_posix() if Path(file).is_relative_to(root) else file
    return Issue(file=name, line=line, message=str(error) or type(error).__name__, code="build")
