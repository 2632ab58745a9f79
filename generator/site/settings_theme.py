"""What mkdocs.yml asks of the theme: obeyed, or refused with what to write instead."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.site.settings_tree import Tree, Where
from generator.text.colour import nearest
from generator.text.issue import did_you_mean, shown

THEMES = frozenset({"material", "materialx"})
COLOURS = {  # Material's names, as the hexadecimal numbers of its own style sheets
    "red": "#ef5552",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "deep-purple": "#7e56c2",
    "indigo": "#4051b5",
    "blue": "#2094f3",
    "light-blue": "#02a6f2",
    "cyan": "#00bdd6",
    "teal": "#009485",
    "green": "#4cae4f",
    "light-green": "#8bc34b",
    "lime": "#cbdc38",
    "yellow": "#ffec3d",
    "amber": "#ffc105",
    "orange": "#ffa724",
    "deep-orange": "#ff6e42",
    "brown": "#795649",
    "grey": "#757575",
    "blue-grey": "#546d78",
    "black": "#000000",
    "white": "#ffffff",
}
HEEDED = frozenset(
    {
        *("navigation.tabs", "navigation.tabs.sticky", "navigation.top", "navigation.tracking", "navigation.footer"),
        *("toc.follow", "header.autohide", "announce.dismiss", "content.tooltips", "content.footnote.tooltips"),
        *("content.code.copy", "content.code.annotate", "content.tabs.link"),
    }
)
UNHEEDED = {
    **dict.fromkeys(
        (
            "navigation.instant",
            "navigation.instant.prefetch",
            "navigation.instant.progress",
            "navigation.instant.preview",
        ),
        "the scripts of practice begin anew with each page",
    ),
    **dict.fromkeys(
        (
            *("navigation.sections", "navigation.expand", "navigation.indexes", "navigation.path", "navigation.prune"),
            "toc.integrate",
        ),
        "the list at the side is the generator's, and shows the section one is in",
    ),
    **dict.fromkeys(
        ("content.action.edit", "content.action.view"), 'repo_url gives every page its "Improve this page"'
    ),
}
SEARCH = frozenset({"search.highlight", "search.suggest", "search.share"})  # `handbook init` once wrote them itself
SCHEMES = ("default", "slate")
INSTEAD = {
    "logo": "name a file of own/ in content/handbook.yaml, look: {logo: logo.svg}",
    "favicon": "name a file of own/ in content/handbook.yaml, look: {favicon: favicon.png}",
    "direction": "it follows from the language in content/handbook.yaml",
    "static_templates": "files for the host stand in own/host",
}
Said = Iterator[tuple[Where, str, bool]]


def theme_issues(root: Path, tree: Tree, language: str) -> Said:
    """Give place, words and whether it stops a build, for each wish that cannot be met."""
    theme: Any = tree.value.get("theme")
    if isinstance(theme, str):
        theme = {"name": theme}
    if not isinstance(theme, dict):
        if "INHERIT" not in tree.value:
            yield ("theme",), "theme must be there, found none: theme: {name: material}", True
        return
    if (name := theme.get("name", "material")) not in THEMES:
        yield (
            ("theme", "name"),
            f'the theme must be material, found "{shown(str(name))}": the pages are made for it',
            True,
        )
    for key, instead in INSTEAD.items():
        if key in theme:
            yield ("theme", key), f"{key} under theme is not heeded here; take it out: {instead}", True
    if theme.get("font") not in (None, False):
        instead = "put the files into own/ and name them in content/handbook.yaml, look: {fonts: {reading: {regular: "
        yield (
            ("theme", "font"),
            f"font must be false: no letters are fetched from elsewhere; {instead}FILE.woff2}}}}}}",
            True,
        )
    if language and (code := theme.get("language", "en")) not in {"en", language}:
        said = f'language under theme must be the handbook\'s, "{language}", found "{shown(str(code))}"; '
        yield ("theme", "language"), f"{said}write language: {shown(str(code))} in content/handbook.yaml", True
    yield from _custom_dir(root, theme)
    if tree.whole and "navigation.tabs" not in (theme.get("features") or []):
        said = "features must name navigation.tabs, or a wide screen has no way from section to section"
        yield ("theme", "features"), f"{said}: theme: {{name: material, features: [navigation.tabs]}}", True
    yield from _features(theme)
    yield from _icons(theme)
    yield from _palette(theme.get("palette"))


def _custom_dir(root: Path, theme: dict[str, Any]) -> Said:
    if custom := theme.get("custom_dir"):
        folder = root / str(custom)
        whole = (folder / "main.html").is_file() and (folder / "assets/handbook.css").is_file()
        if not whole:
            said = f'custom_dir must hold the whole look, a copy of templates/site, found "{shown(str(custom))}"'
            mend = "take the line out and put your templates into own/templates/site, which is asked first"
            yield ("theme", "custom_dir"), f"{said}: the pages would lose theirs; {mend}", True


def _features(theme: dict[str, Any]) -> Said:
    for at, feature in enumerate(theme.get("features") or []):
        where: Where = ("theme", "features", at)
        if feature in SEARCH:
            yield where, f"{feature} changes nothing: the search is the generator's own; take it out", False
        elif feature in UNHEEDED:
            yield where, f"{feature} is not heeded here; take it out: {UNHEEDED[feature]}", True
        elif feature not in HEEDED:
            near = did_you_mean(str(feature), [*HEEDED, *UNHEEDED])
            yield where, f'features must name what the theme can do, found "{shown(str(feature))}"{near}', True


def _icons(theme: dict[str, Any]) -> Said:
    """Every icon is one that the theme has."""
    spec, icons = find_spec("material"), theme.get("icon")
    places = [Path(place) / "templates/.icons" for place in (spec and spec.submodule_search_locations) or ()]
    for name, icon in icons.items() if isinstance(icons, dict) else ():
        if isinstance(icon, str) and places and not any((place / f"{icon}.svg").is_file() for place in places):
            family, _, last = icon.rpartition("/")
            near = did_you_mean(last, [path.stem for place in places for path in (place / family).glob("*.svg")])
            said = f'an icon must be one that the theme has, found "{shown(icon)}"{near}'
            yield ("theme", "icon", name), f"{said}; a picture of your own is look: {{logo: logo.svg}}", True


def _palette(palette: Any) -> Said:  # noqa: ANN401 - any YAML value
    schemes = palette if isinstance(palette, list) else [palette] if isinstance(palette, dict) else []
    for at, scheme in enumerate(schemes):
        if not isinstance(scheme, dict):
            continue
        here: Where = ("theme", "palette", at) if isinstance(palette, list) else ("theme", "palette")
        if (name := scheme.get("scheme", "default")) not in SCHEMES:
            said = f'scheme must be default or slate, found "{shown(str(name))}"; colours of your own stand in '
            yield (*here, "scheme"), f"{said}own/style.css", True
        for key in ("primary", "accent"):
            if (colour := str(scheme.get(key, "custom")).replace(" ", "-")) != "custom":
                known = COLOURS.get(colour)
                write = f'look: {{accent: "{nearest(known)}"}}' if known else 'look: {accent: "#0a5361"}'
                said = f"{key} must be custom, found {shown(colour)}: one colour stands in content/handbook.yaml"
                yield (*here, key), f"{said}, and both schemes follow from it; write {write} there", True
