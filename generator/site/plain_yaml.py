"""YAML as plain data, by a fast parser; what is wrong with it the slow one says, in the same words everywhere."""

from typing import Any

import yaml

from generator.text.source import LOADER


def loaded(text: str) -> Any:  # noqa: ANN401 - whatever YAML can hold
    """Give what the text holds. Raises yaml.YAMLError."""
    try:
        return yaml.load(text, Loader=LOADER)  # noqa: S506 - a safe one
    except yaml.YAMLError:
        return yaml.safe_load(text)


def composed(text: str) -> yaml.Node | None:
    """Give the text as nodes, which know their lines; None where there are none. Raises yaml.YAMLError."""
    try:
        found: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError:
        found = yaml.compose(text, Loader=yaml.SafeLoader)
    return found
