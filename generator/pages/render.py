"""Jinja for Markdown: the one place where what a contributor typed becomes part of a page.

Every value that a template prints is escaped as text for Markdown and HTML at once. Prose goes through the `prose`
filter, which writes only the strict subset. Data is never a template, and an unknown name is an error.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from html import escape as html_escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Undefined
from markupsafe import Markup

from generator.content.address import Locate, locate_in
from generator.content.choices import named
from generator.content.content import Content
from generator.content.generated_pages import in_words, title_of
from generator.content.levels import levels_in_words
from generator.content.other_names import unlike
from generator.content.pagination import part_path
from generator.content.sections import left_out, summary_of
from generator.content.sheets import under_a_heading
from generator.model import Slot
from generator.text import as_of, prose, prose_markdown
from generator.text.highlight import Mark
from generator.text.language import current, filled, speaking
from generator.text.typography import quotation_marks, typeset

Render = Callable[..., str]
THEIRS = "handbook"  # what a template of one's own extends: "handbook/story.md.jinja"


class Compiled(BytecodeCache):
    """Templates as they were last compiled by this process; one that was edited since is compiled anew.

    To compile them costs more than to render a small handbook. What is compiled depends on the environment's options,
    so each kind of environment has a cache of its own.
    """

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, Any]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put what was compiled of the same text into the bucket."""
        checksum, code = self._known.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled in the place of what was known before."""
        self._known[bucket.key] = bucket.checksum, bucket.code


COMPILED = Compiled()


def renderer(
    content: Content, *templates: Path, locate: Locate | None = None, compiled: BytecodeCache | None = None
) -> Render:
    """Give `render(template, here=path, **values)`, which writes the page at `here` from the templates' folder.

    Of several folders, the first that has a template is taken; the last is the generator's own. One that was `compiled`
    before is not compiled again.
    """
    locate = locate or locate_in(content)
    environment = Environment(
        loader=layered(templates),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=compiled or COMPILED,
    )
    environment.filters.update(
        prose=pass_context(partial(_prose, locate)),
        blanks=pass_context(partial(_blanks, locate)),
        inline=pass_context(partial(_inline, locate)),
        minutes=spoken_time,
        named=named,
        unlike=unlike,
        under_a_heading=under_a_heading,
        host=lambda address: (urlsplit(address).hostname or address).removeprefix("www."),
        json=as_json,
        html=lambda text: html_escape(typeset(text)),
        plain=prose.plain,
        first_sentence=prose.first_sentence,
        led=prose.led,
        as_of=as_of.written,
        opening=lambda text, most: prose.opening(prose.plain(text.split("\n\n", 1)[0]), most),
    )
    environment.globals.update(
        url=pass_context(partial(_url, locate)),
        to=pass_context(partial(_to, locate, content)),
        linked=pass_context(partial(_linked, locate, content)),
        beside=pass_context(_beside),
        part_of=pass_context(_part_of),
        titled=partial(title_of, content),
        summary=partial(summary_of, content),
        off=content.off,
        left_out=left_out(content),
        quoted=_quoted,
        in_words=in_words,
        levels_in_words=partial(levels_in_words, content),
        content=content,
        language=content.language,
        _=_say,
        _n=_count,
    )

    def render(template: str, **values: Any) -> str:  # noqa: ANN401 - what templates print
        with speaking(content.language):
            return environment.get_template(template).render(**values)

    return render


def layered(folders: Sequence[Path]) -> BaseLoader:
    """Give what finds a template in the first folder that has it, and the last folder's own as handbook/NAME."""
    return ChoiceLoader([FileSystemLoader(folders), PrefixLoader({THEIRS: FileSystemLoader(folders[-1])})])


def _quoted(shown: Any) -> Markup:  # noqa: ANN401 - what a template prints
    """Give what is shown within the quotation marks of the language."""
    opens, closes = quotation_marks()
    return Markup("{}{}{}").format(opens, _shown(shown), closes)


def spoken_time(minutes: float) -> str:
    """Give minutes as m:ss, rounded to five seconds."""
    seconds = round(minutes * 12) * 5
    return f"{seconds // 60}:{seconds % 60:02d}"


def counted(number: int, one: str, many: str = "") -> str:
    """Give the number with its noun, in the plural where it is not one."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def as_json(value: Any) -> Markup:  # noqa: ANN401 - any JSON value
    """Give the value as JSON on one line that is also valid YAML and harmless inside HTML."""
    text = json.dumps(value, ensure_ascii=False)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704 - escaped here


@lru_cache(maxsize=1 << 16)
def relative(path: str, here: str) -> str:
    """Give the path as a link from the page `here`."""
    target, hash_, anchor = path.partition("#")
    if target == here and anchor:
        return f"#{anchor}"
    below, start = target.split("/"), here.split("/")[:-1]
    shared = 0
    while shared < len(start) and shared < len(below) - 1 and start[shared] == below[shared]:
        shared += 1
    return "/".join([".."] * (len(start) - shared) + below[shared:]) + hash_ + anchor


def _say(message: str, **values: object) -> Markup:
    """Give the message with its values escaped as any text is; the message itself may hold Markdown and our tags."""
    return Markup(filled(current().say(message), _escaped_values(values)))  # noqa: S704 - messages are maintainers' own


def _count(one: str, many: str, n: int, **values: object) -> Markup:
    """Give the face of the message that fits the number, likewise."""
    shown = {"n": current().number(n), **_escaped_values(values)}
    return Markup(filled(current().count(one, many, n), shown))  # noqa: S704 - messages are maintainers' own


def _escaped_values(values: Mapping[str, object]) -> dict[str, object]:
    return {name: _shown(value) for name, value in values.items()}


def _shown(value: Any) -> Any:  # noqa: ANN401 - whatever a template prints
    if isinstance(value, Markup | Undefined):
        return value
    if isinstance(value, str):
        return _escaped(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Markup(value)  # noqa: S704 - a number
    raise TypeError(f"a template must print text or a number, not {type(value).__name__}")


def _escaped(text: str) -> Markup:
    return Markup(prose_markdown.escape(text))  # noqa: S704 - escaped here


def _prose(locate: Locate, context: Context, value: str, marks: Sequence[Mark] = (), *, indent: int = 0) -> Markup:
    text = prose_markdown.markdown(value, partial(_link, locate, str(context["here"])), marks)
    return Markup(text.replace("\n", "\n" + " " * indent) if indent else text)  # noqa: S704 - nothing but the subset


def _blanks(locate: Locate, context: Context, value: str, slots: Sequence[Slot]) -> Markup:
    """Give a story template with each of its marks as a labelled blank."""
    text = str(_prose(locate, context, value))
    for slot in slots:
        text = text.replace(f"&#123;{slot.id}&#125;", f'<span class="blank">{prose_markdown.escape(slot.label)}</span>')
    return Markup(text)  # noqa: S704 - our tags around escaped labels


def _inline(locate: Locate, context: Context, value: str) -> Markup:
    text = prose_markdown.markdown(value, partial(_link, locate, str(context["here"])))
    return Markup(text.replace("\n\n", "<br>").replace("\n", " "))  # noqa: S704 - nothing but the subset


def _link(locate: Locate, here: str, kind: str, slug: str) -> str:
    return relative(locate(kind, slug), here)


def _url(locate: Locate, context: Context, kind: str, slug: str) -> Markup:
    return Markup(relative(locate(kind, slug), str(context["here"])))  # noqa: S704 - slugs only


def _beside(context: Context, path: str) -> Markup:
    return Markup(relative(path, str(context["here"])))  # noqa: S704 - our own paths


def _part_of(context: Context, path: str, number: int) -> Markup:
    return _beside(context, part_path(path, number))


def _to(locate: Locate, content: Content, context: Context, kind: str, slug: str) -> Markup:
    name = prose_markdown.escape(content.name(kind, slug))
    return Markup(f"[{name}]({relative(locate(kind, slug), str(context['here']))})")  # noqa: S704 - escaped here


def _linked(locate: Locate, content: Content, context: Context, kind: str, slugs: Iterable[str]) -> list[Markup]:
    return [_to(locate, content, context, kind, slug) for slug in slugs]
