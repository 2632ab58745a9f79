"""What is referred to exists: by a field, by a link in a prose, by a link in a hand-written page."""

import re
from collections.abc import Iterator

from generator.content.content import Content
from generator.content.generated_pages import COMPUTED
from generator.content.sections import left_out
from generator.model import LINKED_KINDS, PROSE_LIMIT, Ref, Words
from generator.text.issue import Issue, did_you_mean, name_to_write, shown
from generator.text.prose import ENTRY_LINK, WEB_LINK, links, plain


def references(content: Content) -> Iterator[Issue]:
    """Every reference names an entry (or a word of the vocabulary) that exists."""
    for entry in content.every():
        for path, mark, value in entry.fields:
            if isinstance(mark, Ref) and content.missing(mark.kind, value):
                kind = mark.kind.replace("_", " ")
                near = name_to_write(value, content.names[mark.kind], content.other_names.get(mark.kind))
                yield entry.issue(path, "reference", f'the {kind} must exist, found "{shown(value)}"{near}')


def prose_links(content: Content) -> Iterator[Issue]:
    """Every link in a prose leads to an entry that exists, or to an https address."""
    for entry in content.every():
        for path, mark, value in entry.fields:
            if isinstance(mark, Words) and mark.form == "prose":
                for target in links(value) if "](" in value else ():
                    if said := _link_problem(content, target):
                        yield entry.issue(path, "link", said, words=f"]({target}")


def _link_problem(content: Content, target: str) -> str | None:
    if found := ENTRY_LINK.fullmatch(target):
        kind, slug = found.groups()
        if kind not in LINKED_KINDS:
            return f'a link must name a kind of entry, found "{shown(kind)}"{did_you_mean(kind, LINKED_KINDS)}'
        if content.missing(kind, slug):
            near = name_to_write(slug, content.names[kind], content.other_names.get(kind))
            return f'the {kind} that a link names must exist, found "{shown(slug)}"{near}'
        return None
    if WEB_LINK.fullmatch(target):
        return None
    return f'a link must be "kind:slug" or begin with https://, found "{shown(target)}"'


def essay_links(content: Content) -> Iterator[Issue]:
    """Every link to an entry in a hand-written page leads to an entry that exists."""
    for essay in content.essays.values():
        for found in re.finditer(r"\]\(([a-z]+:[a-z0-9/-]+)\)", essay.text):
            target = found.group(1)
            if target.startswith("mailto:") or not (said := _essay_link_problem(content, target)):
                continue
            line = essay.text.count("\n", 0, found.start()) + 1
            column = found.start(1) - essay.text.rfind("\n", 0, found.start())
            yield Issue(file=essay.file, line=line, column=column, message=said, code="link")


def _essay_link_problem(content: Content, target: str) -> str | None:
    kind, _, slug = target.partition(":")
    if kind != "computed":
        return _link_problem(content, target)
    if slug in left_out(content):
        return f'a link must name a page that this handbook has, found "{slug}", which it holds nothing for'
    if slug in COMPUTED:
        return None
    near = did_you_mean(slug, COMPUTED)
    return f'the computed page that a link names must exist, found "{shown(slug)}"{near}'


def readable_prose(content: Content) -> Iterator[Issue]:
    """A prose says something once its markup is taken away."""
    for entry in content.every():
        for path, mark, value in entry.fields:
            if isinstance(mark, Words) and mark.form == "prose" and len(value) <= PROSE_LIMIT and not plain(value):
                yield entry.issue(path, "value", f'a prose must hold words, found "{shown(value)}"')
