"""Where each thing stands: the path of its page under build/docs, with an anchor where it shares a page."""

from collections.abc import Callable

from generator.content.content import Content
from generator.content.generated_pages import COMPUTED
from generator.content.pagination import BANK_QUESTIONS, part_path
from generator.model import ENTRY_KINDS

FOLDER_OF = {**{kind.id: kind.folder for kind in ENTRY_KINDS}, "page": "reference"}
SHARED = {
    "trait": "reference/traits.md",
    "theme": "reference/themes.md",
    "failure_pattern": "reference/failure-patterns.md",
    "level": "reference/levels.md",
    "system_category": "reference/systems.md",
}
Locate = Callable[[str, str], str]


def locate_in(content: Content) -> Locate:
    """Give the function from kind and slug to the path of the page, with its anchor. KeyError where there is none."""

    def locate(kind: str, slug: str) -> str:
        if kind == "computed":
            return COMPUTED[slug].path
        if kind in SHARED:
            return f"{SHARED[kind]}#{slug}"
        if kind == "question":
            question = content.bank[slug]
            return f"{part_path(f'questions/{question.competency}.md', question.at // BANK_QUESTIONS + 1)}#{slug}"
        if kind == "questions":
            return f"questions/{slug}.md"
        if kind == "principle":
            group, _, name = slug.partition("/")
            return f"principles/{group}.md#{name}"
        page = content.essays.get(slug) if kind == "page" else None
        return page.path if page else f"{FOLDER_OF[kind]}/{slug}.md"

    return locate
