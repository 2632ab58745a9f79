"""A stranger's file as rows, whatever its form, within bounds."""

from generator.bulk import csv_shape, json_shape, markdown_shape
from generator.bulk.columns import Columns
from generator.bulk.shapes import Row
from generator.text.characters import decode, forbidden_characters
from generator.text.issue import ContentError, Issue, shown

MEGABYTES = 4
MOST_ROWS = 2_000
FORMS = {".csv": "table", ".tsv": "table", ".json": "json", ".jsonl": "json", ".ndjson": "json"}
SAVE = "save a table as CSV, notes as .md"
FORMS |= {".md": "markdown", ".markdown": "markdown"}


def read(file: str, raw: bytes, columns: Columns, left_out: list[str], issues: list[Issue]) -> list[Row]:
    """Give the rows of the file, and keep its faults. Raises ContentError where it cannot be read at all."""
    form = FORMS.get(f".{file.rpartition('.')[2].lower()}")
    if form is None:
        said = f'the name must end in {", ".join(FORMS)}, found "{shown(file.rpartition("/")[2])}"; {SAVE}'
        raise ContentError([Issue(file=file, message=said, code="file-name")])
    if len(raw) > MEGABYTES << 20:
        said = f"the file must be at most {MEGABYTES} MB, found more; part it"
        raise ContentError([Issue(file=file, message=said, code="too-large")])
    text = decode(raw, file)
    if bad := list(forbidden_characters(text, file)):
        raise ContentError(bad)
    if form == "table":
        return list(csv_shape.read(text, file, issues))
    if form == "json":
        return list(json_shape.read(text, file, issues))
    passed: list[tuple[int, str]] = []
    rows = markdown_shape.read(text, file, columns, passed)
    if passed:
        number, line = passed[0]
        more = f", and {len(passed) - 1} lines more" if len(passed) > 1 else ""
        left_out.append(f'{file}:{number}: passed over what is no entry: "{shown(line.strip(), 40)}"{more}')
    return rows
