"""What a handbook says of its own look and of its own pages: it can be read, it leads somewhere, it stands apart."""

from collections.abc import Iterator

from generator.content.address import locate_in
from generator.content.content import Content
from generator.content.generated_pages import COMPUTED
from generator.content.shown import hidden
from generator.model import ENTRY_KINDS, LINKED_KINDS
from generator.text.colour import NEEDED, nearest, weakest
from generator.text.issue import Issue, did_you_mean, shown
from generator.text.prose import ENTRY_LINK

TAKEN = frozenset({"assets", "icons", "index", "own", "search", "downloads", "404", "without-network"})


def own_look(content: Content) -> Iterator[Issue]:
    """The accent can be read on the paper, and what stands at the foot leads somewhere."""
    look = content.words.look
    if look.accent and (has := weakest(look.accent)) < NEEDED:
        said = f"look.accent must have a contrast of {NEEDED} on light paper, found {look.accent} with {has:.1f}"
        yield content.handbook.issue(("look", "accent"), "own", f'{said}; "{nearest(look.accent)}" has it')
    if look.logo_dark and not look.logo:
        said = "look.logo must be there where look.logo_dark is, found none"
        yield content.handbook.issue(("look", "logo_dark"), "own", said)
    for at, link in enumerate(look.footer.links):
        found = ENTRY_LINK.fullmatch(link.to)
        if found is None or found[1] == "mailto":
            continue
        kind, slug = found.groups()
        path = ("look", "footer", "links", at, "to")
        if kind not in LINKED_KINDS:
            said = f'a link at the foot must name a kind of entry, found "{shown(kind)}"'
            yield content.handbook.issue(path, "link", said + did_you_mean(kind, LINKED_KINDS))
        elif content.missing(kind, slug):
            said = f'the {kind} that a link at the foot names must exist, found "{shown(slug)}"'
            yield content.handbook.issue(path, "link", said + did_you_mean(slug, content.names[kind]))


def own_pages(content: Content) -> Iterator[Issue]:
    """A page written by hand stands where nothing else does, in a section that is not off."""
    taken = {page.path for page in COMPUTED.values()}
    locate = locate_in(content)
    for kind in ENTRY_KINDS:
        taken |= {locate(kind.id, slug).partition("#")[0] for slug in content.of(kind)}
    folders = TAKEN | {path.partition("/")[0] for path in taken}
    off = content.words.sections_off
    gone = {"practise": "practice", "walkthroughs": "walkthroughs"}
    for essay in content.essays.values():
        if essay.path in taken or (essay.tab and essay.slug in folders):
            said = f"a page must have an address of its own, found {essay.path}, which is taken; rename the file"
            yield Issue(file=essay.file, message=said, code="own")
        if not essay.tab and gone.get(essay.under) in off:
            said = f"a page must stand in a section that is not off, found under: {essay.under}"
            yield Issue(file=essay.file, line=2, message=f"{said}; write another, or tab: true", code="own")


def hidden_lines(content: Content) -> Iterator[str]:
    """Give in one line each which sections are off, and how much of content/ is not shown for it."""
    for section, count in hidden(content):
        yield f"{section} is off. Entries that are not shown for it: {count}; links to them are words alone."
