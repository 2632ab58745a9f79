"""The files that a site's configuration names, or that it names what nobody can follow: then nothing of it is kept."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator.site.engines import EngineError, read
from generator.site.plain_yaml import loaded

PARENT = "INHERIT"
READS_MORE = "pymdownx.snippets"  # an extension that takes files of its user's into a page
OURS = "generator.mkdocs_hook"


def named_in(root: Path, config: str) -> tuple[str, ...] | None:
    """Give the files and folders of the project that the configuration names, itself among them.

    None where it runs what may read anything: a plugin, a hook or an extension of one's own.
    """
    try:
        whole, chain = read(root, config), tuple(_chain(root, config))
    except (EngineError, RecursionError):
        return None
    hooks = tuple(map(str, _listed(whole.get("hooks"))))
    custom = whole.get("theme", {}).get("custom_dir") if isinstance(whole.get("theme"), dict) else None
    extensions = _names(whole.get("markdown_extensions"))
    if set(_names(whole.get("plugins"))) - {"search"} or not all(_is_ours(root / hook) for hook in hooks):
        return None
    if not all(name != READS_MORE and (name.startswith("pymdownx.") or name.isidentifier()) for name in extensions):
        return None
    return (*chain, *hooks, *([str(custom)] if custom else ()))


def _chain(root: Path, config: str) -> Iterator[str]:
    yield config
    whole = loaded((root / config).read_text(encoding="utf-8"))
    if isinstance(whole, dict) and PARENT in whole:
        yield from _chain(root, str(whole[PARENT]))


def _listed(given: Any) -> Sequence[Any]:  # noqa: ANN401 - what stands in a configuration
    return given if isinstance(given, list) else list(given or ())


def _names(given: Any) -> list[str]:  # noqa: ANN401 - the same
    return [str(next(iter(one), "")) if isinstance(one, dict) else str(one) for one in _listed(given)]


def _is_ours(hook: Path) -> bool:
    """Whether the hook is the generator's, or only hands on what that does."""
    try:
        text = hook.read_text(encoding="utf-8")
        if text == (Path(__file__).resolve().parents[1] / "mkdocs_hook.py").read_text(encoding="utf-8"):
            return True
        return all(map(_hands_on, ast.parse(text).body))
    except (OSError, ValueError, SyntaxError):
        return False


def _hands_on(step: ast.stmt) -> bool:
    match step:
        case ast.ImportFrom(module=module):
            return module == OURS
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List(elts=names)):
            return all(isinstance(name, ast.Constant) for name in names)
    return False
