"""Where each thing stands: the path of its page under build/docs, with an anchor where it shares a page."""

from collections.abc import Callable

from generator.content import Content
from generator.division import BANK_QUESTIONS, part_path

FOLDERS = {
    "competency": "competencies",
    "questions": "questions",
    "framework": "frameworks",
    "story": "stories",
    "comparison": "comparisons",
    "walkthrough": "walkthroughs",
    "worksheet": "worksheets",
    "principles": "principles",
    "plan": "plans",
    "page": "reference",
}
SHARED = {
    "trait": "reference/traits.md",
    "theme": "reference/themes.md",
    "failure_pattern": "reference/failure-patterns.md",
    "level": "reference/levels.md",
    "system_category": "reference/systems.md",
}
COMPUTED = {
    "home": "index.md",
    "competencies": "competencies/index.md",
    "questions": "questions/index.md",
    "twins": "reference/look-alike-questions.md",
    "questions-by-level": "reference/questions-by-level.md",
    "frameworks": "frameworks/index.md",
    "stories": "stories/index.md",
    "comparisons": "comparisons/index.md",
    "walkthroughs": "walkthroughs/index.md",
    "worksheets": "worksheets/index.md",
    "principles": "principles/index.md",
    "plans": "plans/index.md",
    "practise": "practise/index.md",
    "my-stories": "practise/my-stories.md",
    "mock-interview": "practise/mock-interview.md",
    "drill": "practise/drill.md",
    "readiness": "practise/readiness.md",
    "my-data": "practise/my-data.md",
    "reference": "reference/index.md",
    "traits": "reference/traits.md",
    "themes": "reference/themes.md",
    "failure-patterns": "reference/failure-patterns.md",
    "levels": "reference/levels.md",
    "systems": "reference/systems.md",
    "leadership": "reference/leadership.md",
    "learnings": "reference/learnings.md",
    "coverage": "reference/coverage.md",
    "glossary": "reference/glossary.md",
    "downloads": "downloads.md",
    "story-rules": "reference/how-a-story-is-judged.md",
    "contributors": "reference/contributors.md",
}

Locate = Callable[[str, str], str]


def locate_in(content: Content) -> Locate:
    """Give the function from kind and slug to the path of the page, with its anchor. KeyError where there is none."""

    def locate(kind: str, slug: str) -> str:
        if kind == "computed":
            return COMPUTED[slug]
        if kind in SHARED:
            return f"{SHARED[kind]}#{slug}"
        if kind == "question":
            question = content.bank[slug]
            return f"{part_path(f'questions/{question.competency}.md', question.at // BANK_QUESTIONS + 1)}#{slug}"
        if kind == "principle":
            group, _, name = slug.partition("/")
            return f"principles/{group}.md#{name}"
        return f"{FOLDERS[kind]}/{slug}.md"

    return locate
