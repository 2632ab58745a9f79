"""What an engine is told of a build, in its configuration: the tabs, and what the templates of the site ask."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import yaml

from generator import version as our_version
from generator.site.app import UNKEPT
from generator.site.engines import Engine, EngineError
from generator.site.markdown import sources, texts_of
from generator.site.pipeline import DOCS, Built
from generator.text.language import N_, Language
from generator.text.typography import typeset

TABS = {
    N_("Home"): "index.md",
    N_("Competencies"): "competencies/index.md",
    N_("Stories"): "stories/index.md",
    N_("Walkthroughs"): "walkthroughs/index.md",
    N_("Practise"): "practise/index.md",
    N_("Reference"): "reference/index.md",
}  # where mkdocs.yml names none
CONFIGURED = (*TABS, N_("On this page"), N_("Switch to the dark scheme"), N_("Switch to the light scheme"))
NEEDED = ("abbr", "attr_list", "md_in_html", "tables", "toc")  # what the pages are written in
PARTS = {"permalink": False, "toc_depth": 2, "title": "On this page", "marker": ""}  # of a page, as its list names them


def without_hooks(engine: Engine, root: Path, whole: Mapping[str, Any], built: Built) -> str:
    """Give the configuration of an engine that calls none: the `whole` with all that the hook would have changed."""
    published = bool(whole.get("use_directory_urls", True))
    language = built.language
    theme = {
        **whole.get("theme", {}),
        "name": engine.theme,
        "variant": "classic",
        "language": language.code,
        "direction": language.direction,
    }
    theme["palette"] = [_spoken_toggle(scheme, language) for scheme in theme.get("palette", ())]
    theme |= {"font": False, **{s: path for s in ("logo", "favicon") if (path := built.own.look.get(s))}}
    extensions = _extensions(whole.get("markdown_extensions", ()), language)
    nav = laid_nav(whole.get("nav") or [{name: path} for name, path in TABS.items()], built)
    if lost := absent(nav, root / whole.get("docs_dir", DOCS)):
        raise EngineError(lost)
    walls = ["generator.site.dialect:Dialect", "generator.site.dialect:Wall"]
    extra = {
        **whole.get("extra", {}),
        **said_of(built, whole.get("extra_css", ()), published=published),
        "keeps": published and keeps(whole),
        "markdown": sources(texts_of(root / DOCS), folders=published),
        "made": dict(engine.made),
    }
    changed = {
        "site_name": typeset(whole["site_name"]),
        "theme": theme,
        "hooks": [],
        "nav": spoken_nav(nav, language),
        "extra_templates": [UNKEPT] if published else [],
        "markdown_extensions": [*extensions, *walls],
        "extra": extra | {"theme_language": language.code.partition("-")[0]},
    }
    return yaml.safe_dump({**whole, **changed}, sort_keys=False, allow_unicode=True)


def keeps(whole: Mapping[str, Any]) -> bool:
    """Whether readers' browsers may keep the site: `worker: false` under `extra` takes leave of every worker."""
    return bool((whole.get("extra") or {}).get("worker", True))


def said_of(built: Built, sheets: Collection[str], *, published: bool) -> dict[str, Any]:
    """Give what the templates of the site are told of the build, under `extra`; `sheets` are loaded anyway."""
    return {
        "app": published,
        "pictures": "pictures" if published and built.sketches else "",
        "feed": built.feed,
        "handbook": our_version(),
        "words": built.words,
        "moves": built.moves,
        "said": {message: forms[0] for message, forms in built.language.messages.items()},
        "sections": {name: [asdict(link) for link in links] for name, links in built.sections.items()},
        "own": {**built.own.look, "sheets": [sheet for sheet in built.own.sheets if sheet not in sheets]},
        "off": sorted(built.off),
    }


def laid_nav(nav: Sequence[Any], built: Built) -> list[Any]:
    """Give the tabs without those of what is switched off, and with those of pages that ask for one."""
    kept = [tab for tab in nav if _leads(tab) not in built.off]
    named = {_leads(tab) for tab in nav}
    return [*kept, *({tab.title: tab.path} for tab in built.tabs if tab.path not in named)]


def absent(nav: Sequence[Any], docs: Path) -> str:
    """Give what is to be said of a tab that leads to no page, or nothing."""
    for path in map(_leads, nav):
        if path.endswith(".md") and not (docs / path).is_file():
            return (
                f"mkdocs.yml: nav must name pages that there are, found {path}; a page of your own is a file of "
                f'content/pages, and stands as "tab: true" asks at its top, or under reference/'
            )
    return ""


def _leads(tab: Any) -> str:  # noqa: ANN401 - one entry of nav
    return str(next(iter(tab.values())) if isinstance(tab, dict) else tab)


def speak(config: Any, language: Language) -> None:  # noqa: ANN401 - MkDocs' config, or a fork's
    """Have the theme speak the language: its direction, its own words where it has them, and what mkdocs.yml says.

    Raises EngineError for a theme that knows no languages.
    """
    theme = config["theme"]
    theme["language"], theme["direction"] = language.code, language.direction
    folders = [Path(folder) / "partials/languages" for folder in theme.dirs]
    codes = (language.code, language.code.partition("-")[0], "en")
    there = [code for code in codes if any((folder / f"{code}.html").is_file() for folder in folders)]
    if not there:
        raise EngineError(f'the theme must be one made from Material, found "{theme.name}"')
    config["extra"]["theme_language"] = there[0]
    for scheme in theme.get("palette") or []:
        if isinstance(scheme, dict) and (toggle := scheme.get("toggle")):
            toggle["name"] = language.say(toggle.get("name", ""))
    config["nav"] = spoken_nav(config["nav"], language)
    if title := config["mdx_configs"].get("toc", {}).get("title"):
        config["mdx_configs"]["toc"]["title"] = language.say(title)


def spoken_nav(nav: Sequence[Any] | None, language: Language) -> list[Any] | None:
    """Give the tabs with the names of ours in the language."""
    return [
        {language.say(name) if name in CONFIGURED else name: leads for name, leads in tab.items()}
        if isinstance(tab, dict)
        else tab
        for tab in nav or ()
    ] or None


def _spoken_toggle(scheme: Any, language: Language) -> Any:  # noqa: ANN401 - one entry of a palette
    if not isinstance(scheme, dict) or not scheme.get("toggle"):
        return scheme
    return {**scheme, "toggle": {**scheme["toggle"], "name": language.say(scheme["toggle"].get("name", ""))}}


def _extensions(given: Sequence[Any], language: Language) -> list[Any]:
    """Give the extensions of mkdocs.yml and what the pages need beside them; the list of a page's parts is named."""
    options = {
        name: options for one in given for name, options in (one if isinstance(one, dict) else {one: {}}).items()
    }
    toc = {**PARTS, **(options.get("toc") or {})}
    wanted = {**options, **{name: options.get(name) or {} for name in NEEDED}, "toc": toc}
    wanted["toc"] = {**toc, "title": language.say(str(toc["title"]))}
    return [{name: chosen} if chosen else name for name, chosen in wanted.items()]
