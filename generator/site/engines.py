"""The engines that can make a site of `build/docs`: what each needs, and how it is called.

MkDocs and ProperDocs run `mkdocs_hook`, which builds the pages and finishes the site. Zensical runs no hooks: it gets a
configuration that says what the hook would (`configured`), and the site is finished once it is done (`hookless`).
Whoever starts an engine loads little: the engine loads the rest.
"""

import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from generator.site.plain_yaml import loaded

REFUSED = "generator/site/sanitizer.py leaves out what is not on its list"  # said of a page, while it is made
BOTH = (
    "mkdocs-material and mkdocs-materialx cannot stand side by side: both install a folder “material”, "
    "and the later writes over the other; uninstall both and install one"
)


class EngineError(Exception):
    """Raised where an engine cannot be had, with what to do about it."""


@dataclass(frozen=True, kw_only=True)
class Engine:
    """An engine: the packages of program and theme, and what stands in its configuration instead of mkdocs.yml's."""

    name: str
    program: str
    look: str  # the package of the theme
    theme: str  # its name in the configuration
    made: Mapping[str, str]  # who made the look, for the foot of every page
    extra: str = ""  # of this project, which installs it; nothing where it is always there
    hooks: bool = True  # whether it calls mkdocs_hook
    strict: bool = True  # whether its warnings end a build

    def command(self, config: str) -> list[str]:
        """Give the command that builds the site by this configuration. Raises EngineError where it is not installed."""
        if missing := [name for name in (self.program, self.look) if not find_spec(name)]:
            said = f'{" and ".join(missing)} must be installed: pip install "em-interview-handbook[{self.extra}]"'
            raise EngineError(f"the engine {self.name} cannot run, for {said}")
        if all(map(_is_installed, ("mkdocs-material", "mkdocs-materialx"))):
            raise EngineError(BOTH)
        strict = ["--strict"] if self.strict else []
        return [sys.executable, "-m", self.program, "build", *strict, "--config-file", config]


MATERIALX = {"name": "MaterialX", "address": "https://jaywhj.github.io/mkdocs-materialx/"}
MATERIAL = {"name": "Material for MkDocs", "address": "https://squidfunk.github.io/mkdocs-material/"}
ENGINES = {
    engine.name: engine
    for engine in (
        Engine(name="mkdocs", program="mkdocs", look="material", theme="material", made=MATERIAL),
        Engine(
            name="properdocs",
            program="properdocs",
            look="material",
            theme="material",
            made=MATERIAL,
            extra="properdocs",
        ),
        Engine(
            name="zensical",
            program="zensical",
            look="zensical",
            theme="material",
            made={"name": "Zensical", "address": "https://zensical.org/"},
            extra="zensical",
            hooks=False,
            strict=False,  # it takes a link to a file that is no page for a broken one; ours are checked by `links`
        ),
    )
}


def _is_installed(package: str) -> bool:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - with all that reads an e-mail

    with suppress(PackageNotFoundError):
        return bool(version(package))
    return False


def engine_of(name: str) -> Engine:
    """Give the engine of this name. Raises EngineError where there is none."""
    if name not in ENGINES:
        raise EngineError(f'the engine must be one of {", ".join(ENGINES)}, found "{name}"')
    return ENGINES[name]


def with_hooks(engine: Engine, config: str) -> str:
    """Give the configuration of an engine that calls the hook: its look, which may be MaterialX, and the rest as is."""
    theme, made = ("materialx", MATERIALX) if _is_installed("mkdocs-materialx") else (engine.theme, engine.made)
    return yaml.safe_dump({"INHERIT": config, "theme": {"name": theme}, "extra": {"made": dict(made)}})


def read(root: Path, config: str) -> dict[str, Any]:
    """Give a configuration with what it inherits, as plain data. Raises EngineError where it is not."""
    try:
        whole = loaded((root / config).read_text(encoding="utf-8")) or {}
    except (OSError, yaml.YAMLError) as error:
        raise EngineError(f"{config} must be plain YAML for this engine: {error}") from None
    return _joined(read(root, parent), whole) if (parent := whole.pop("INHERIT", None)) else whole


def _joined(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    both = {**parent, **child}
    for key in parent.keys() & child.keys():
        if isinstance(parent[key], dict) and isinstance(child[key], dict):
            both[key] = _joined(parent[key], child[key])
    return both
