"""The handbook for tools that read text: llms.txt, a list of the pages, and one file with all that they say."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.content.content import Content
from generator.exports.edition import Edition
from generator.exports.export import File
from generator.pages.page import Download, Page
from generator.text.language import _

START = "start"  # where pages stand that are in no folder
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
COMMENT_OF_ATTRIBUTES = re.compile(r"[ \t]*\{:[^}\n]*\}")
SPACE_LINES = re.compile(r"\n{3,}")
KEPT_BREAKS = re.compile(r"</(?:p|li|tr|div|section|h[1-6]|legend|label|summary|dt|dd|figcaption)>|<br\s*/?>")
TAG = re.compile(r"<svg.*?</svg>|<[^>]+>", re.DOTALL)
ENTITY = re.compile(r"&#(\d+);")
SPECIAL = re.compile(r"[\\`<\[\]]")  # what begins a tag, a link or code
NAMED = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}
TOOLTIP = re.compile(r"^\*\[[^\]]*\]: .*$", re.MULTILINE)


def files(edition: Edition) -> Iterator[File]:
    """Give the list, which is no download since the site has one of its own, and the whole text."""
    yield File(name="llms.txt", make=lambda: llms_txt(edition.content, edition.pages).encode())
    yield File(
        name="llms-full.txt",
        group="data",
        title=_("All pages as one Markdown text"),
        make=lambda: llms_full(edition.content, edition.pages).encode(),
    )


def llms_txt(content: Content, pages: Sequence[Page], downloads: Sequence[Download] = ()) -> str:
    """Give the list of pages in the form of llmstxt.org: title, summary, a link for each page, then the files."""
    out = [f"# {_escaped(content.words.title)}", "", f"> {_escaped(content.words.summary)}"]
    for name, members in _by_folder(pages):
        first = next((_title(page) for page in members if page.path == f"{name}/index.md"), "")
        named = _("Start") if name == START else name.replace("-", " ").capitalize()
        out += ["", f"## {_plain(first) or _escaped(named)}", ""]
        out += [f"- [{_plain(_title(page))}]({_address(page.path)})" for page in members]
    if files := [d for d in downloads if d.group == "data"]:
        out += ["", "## " + _("Files"), "", *(f"- [{_escaped(d.title)}](downloads/{d.file})" for d in files)]
    return "\n".join(out) + "\n"


def llms_full(content: Content, pages: Iterable[Page]) -> str:
    """Give all pages as one Markdown text, in reading order, without markup that only a browser needs."""
    texts = [_readable(page) for page in pages if not page.spec.moved]
    head = f"# {_escaped(content.words.title)}\n\n> {_escaped(content.words.summary)}\n\n"
    return head + "\n\n".join(texts) + "\n"


def _by_folder(pages: Sequence[Page]) -> list[tuple[str, list[Page]]]:
    folders: dict[str, list[Page]] = {}
    for page in (page for page in pages if not page.spec.moved):
        folder = page.path.rpartition("/")[0].split("/")[0] or START
        folders.setdefault(folder, []).append(page)
    return list(folders.items())


def _title(page: Page) -> str:
    found = TITLE.search(page.text)
    return found.group(1) if found else page.path


def _address(path: str) -> str:
    return re.sub(r"(^|/)index/$", r"\1", path.removesuffix(".md") + "/") or "./"


def _readable(page: Page) -> str:
    text = TOOLTIP.sub("", FRONT.sub("", page.text))
    text = KEPT_BREAKS.sub("\n", COMMENT_OF_ATTRIBUTES.sub("", text))
    text = re.sub(r"\[([^\]\n]+)\]\([^)\n]*\)", r"\1", TAG.sub("", text))
    lines = (line.strip() if not line.startswith("    ") else line.rstrip() for line in _plain(text).splitlines())
    return SPACE_LINES.sub("\n\n", "\n".join(lines)).strip()


def _plain(text: str) -> str:
    """Give the text with its characters instead of their names; none of them is markup."""
    text = ENTITY.sub(lambda found: _escaped(chr(int(found.group(1)))), text)
    for entity, character in NAMED.items():
        text = text.replace(entity, _escaped(character))
    return text


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\g<0>", text)
