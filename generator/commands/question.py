"""The command `handbook new question`: one question, put where it belongs, beside what is asked already."""

import argparse
from pathlib import Path

from generator.commands.command import FINE
from generator.content.asked_alike import Asked
from generator.content.content import Content
from generator.content.naming import NoSuchNameError, slug_named
from generator.contribute.new_question import NewQuestion, write_question
from generator.site import pipeline
from generator.text.issue import UsageError
from generator.text.usage import usage_of

QUESTION = "question"
NEAR, MOST_NEAR = 30, 3  # per cent of the same words from which a question is shown, and how many are


def new_question(root: Path, options: argparse.Namespace, content: Content) -> int:
    """Write one question into the folder of its competency, and show what is asked already."""
    if not options.question or not options.competencies:
        own = next((entry.slug for entry in content.competencies.ordered), "SLUG")
        raise UsageError(f'a question needs its words and its competency: --question "..." --competencies {own}')
    asked = " ".join(options.question.split())
    try:
        competency = slug_named(content, "competency", options.competencies)
    except NoSuchNameError as error:
        raise UsageError(f"--competencies: {error}") from None
    filling = usage_of(content.language.code).get("review", {}).get("asking", ())
    for one in Asked(content.bank, filling).like(asked, least=NEAR)[:MOST_NEAR]:
        print(f'Asked already, {one.likeness} % the same words: {one.question.slug} ("{one.question.record.ask}")')
    templates = pipeline.templates_of(root) / "new"
    path = write_question(root, content, NewQuestion(competency=competency, ask=asked, slug=options.slug), templates)
    print(f"Wrote {path}")
    print(f"Open it and replace each TODO. Then:\n  handbook check {path}\n  handbook preview questions/{competency}")
    return FINE
