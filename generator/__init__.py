"""The generator of an interview handbook: YAML under content/ becomes Markdown that MkDocs builds."""


def version() -> str:
    """Give the version of the generator; "0" where it is not installed, but run from its folder."""
    from importlib.metadata import PackageNotFoundError  # noqa: PLC0415 - slow to load, and almost never asked for
    from importlib.metadata import version as installed  # noqa: PLC0415 - the same

    try:
        return installed("em-interview-handbook")
    except PackageNotFoundError:
        return "0"
