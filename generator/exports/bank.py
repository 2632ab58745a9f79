"""Questions and stories as tables, JSON or Markdown, which `handbook import` reads again."""

from collections.abc import Iterator

from generator.bulk import rows
from generator.exports.edition import Edition
from generator.exports.export import File


def csv_files(edition: Edition) -> Iterator[File]:
    """Give two tables."""
    return _files(edition, "csv")


def json_files(edition: Edition) -> Iterator[File]:
    """Give two lists of objects."""
    return _files(edition, "json")


def markdown_files(edition: Edition) -> Iterator[File]:
    """Give two texts with headings."""
    return _files(edition, "markdown")


def _files(edition: Edition, form: str) -> Iterator[File]:
    for name, text in rows.texts(edition.content, form).items():
        yield File(name=name, make=lambda text=text: text().encode())  # type: ignore[misc]
