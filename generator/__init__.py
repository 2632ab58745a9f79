"""The generator of an interview handbook: YAML under content/ becomes Markdown that MkDocs builds."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


def version() -> str:
    """Give the version of the generator; "0" where it is not installed, but run from its folder."""
    try:
        return installed("em-interview-handbook")
    except PackageNotFoundError:
        return "0"
