"""What the filter of an index finds an item by and its page does not say: a script that comes when somebody types.

The page of all questions would be half as heavy again with it, and nobody reads it there: the page of the question has
it, and the search knows it.
"""

import json

from generator.content.content import Content
from generator.content.pagination import INDEX_ROWS, fit_groups
from generator.text.prose import first_sentence, plain
from generator.text.typography import typeset

QUESTIONS = "questions/found-by.js"


def found_by(content: Content) -> dict[str, str]:
    """Give path and text of the script, which has each question's other names by its slug; none without a filter."""
    asked = [len(content.bank.of(entry.slug)) for entry in content.competencies.ordered]
    if not asked or max(asked) > fit_groups(asked, INDEX_ROWS):
        return {}
    said = {
        question.slug: typeset(" · ".join((*it.also_asked, *it.known_as, plain(first_sentence(it.intent)[1]))))
        for question in content.bank.values()
        for it in (question.record,)
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return {QUESTIONS: f'(globalThis.handbookData??={{}})["{QUESTIONS}"]={safe};\n'}
