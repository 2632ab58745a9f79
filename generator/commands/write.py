"""The commands that write what others read on: `handbook build` and `handbook schema`."""

import argparse
from pathlib import Path

from generator.bulk.known import names_of
from generator.commands.command import FINE, AddCommand
from generator.content.load import load
from generator.model.json_schema import SCHEMAS, write_schemas
from generator.site import pipeline
from generator.text.own_path import own


def add_commands(command: AddCommand) -> None:
    """Add the commands to the parser."""
    command("build", _build, f"Write the handbook's Markdown pages into {pipeline.DOCS}.")
    schema = command("schema", _schema, "Write the JSON Schemas that editors use, with the names that exist.")
    schema.add_argument(
        "--out", default=SCHEMAS, metavar="DIR", help=f"the folder, below the project's (default: {SCHEMAS})"
    )


def _build(root: Path, _: argparse.Namespace) -> int:
    built = pipeline.build(root)
    print(
        f"{built.pages} pages of {built.entries} entries in {root / pipeline.DOCS}: "
        f"{built.written} written, {built.removed} removed."
    )
    return FINE


def _schema(root: Path, options: argparse.Namespace) -> int:
    folder = own(root, root / options.out)
    print(f"{write_schemas(folder, names_of(load(root)))} JSON Schemas in {folder}, with the names that exist today.")
    return FINE
