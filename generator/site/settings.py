"""What a handbook's mkdocs.yml asks for: obeyed, or refused here with what to write instead.

Read without the engine, so that `handbook check` says it, too, and so that it is said where the engine would not start.
"""

from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.site.settings_theme import theme_issues
from generator.site.settings_tree import Tree, tree_of
from generator.text.issue import Issue, shown

FILE = "mkdocs.yml"
CODE = "settings"
FIXED = {
    "docs_dir": ("build/docs", "where a build writes the pages; pages of your own are files of content/pages"),
    "site_dir": ("site", "where `handbook site` puts the site; copy it elsewhere from there"),
    "use_directory_urls": (True, "for a site that opens from a disk there is `handbook site --offline`"),
}
OURS = {"extra_css": "assets/handbook.css", "extra_javascript": "assets/handbook.js"}
INSTEAD = {  # of plugins, and of what else the engine would do
    "redirects": "an address that an entry had before stands in the entry: formerly: [its-old-slug]; or under `gone` "
    "in content/handbook.yaml",
    "social": "the pictures that a link shows are made already, once site_url is set",
    "blog": "pages of your own are files of content/pages",
    "tags": "the search and the indexes have every entry already",
    "i18n": "the language is one line in content/handbook.yaml, language: de",
    "offline": "a site that opens from a disk is made by `handbook site --offline`",
    "minify": "pages must stay as they are, or no script of theirs would be known to the policy",
    "mkdocs-jupyter": "pages of your own are files of content/pages",
    "privacy": "nothing is fetched from elsewhere already",
}
KEYS = {
    "edit_uri": "set repo_url, and where the branch is not main, branch: NAME under `extra`",
    "edit_uri_template": "set repo_url, and where the branch is not main, branch: NAME under `extra`",
    "exclude_docs": "an entry goes with its file in content/; a section with sections_off in content/handbook.yaml",
}
EXTRA = {
    "analytics": "the site's policy lets nothing of a reader's be sent anywhere",
    "consent": "the site keeps nothing that a reader must agree to",
    "version": "versions of a site are folders on the host",
}


def settings_issues(root: Path, language: str = "") -> Iterator[Issue]:
    """Give every wish of mkdocs.yml that cannot be met, each with the mend; none where there is no such file.

    Without the handbook's language, nothing is said of the theme's.
    """
    path = root / FILE
    if not path.is_file():
        return
    try:
        tree = tree_of(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        place = getattr(error, "problem_mark", None)
        said = f"the file must be readable as YAML, found {getattr(error, 'problem', None) or 'other bytes than UTF-8'}"
        yield Issue(file=FILE, line=place.line + 1 if place else 1, message=said, code=CODE)
        return
    for check in (_fixed, _keys, _hooks, _assets, _plugins, _nav):
        yield from (_issue(tree, where, said) for where, said in check(root, tree))
    if where := _search(tree):
        said = "the plugin search changes nothing: the search is the generator's own; write plugins: []"
        yield _issue(tree, where, said, severe=False)
    for where, said, severe in theme_issues(root, tree, language):
        yield _issue(tree, where, said, severe=severe)


def files_named(root: Path) -> list[str]:
    """Give every file whose being there, or whose words, decide what is said of mkdocs.yml, which may not be there."""
    try:
        tree = tree_of((root / FILE).read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return []
    custom, given = _custom(tree), [one for key in OURS for one in tree.value.get(key) or []]
    names = [str(one.get("path", "")) if isinstance(one, dict) else str(one) for one in given]
    places = [f"{custom}/{name}" for name in ("main.html", "assets/handbook.css", *names)] if custom else []
    return [*(str(hook) for hook in tree.value.get("hooks") or []), *names, *places]


def _issue(tree: Tree, where: tuple[str | int, ...], said: str, *, severe: bool = True) -> Issue:
    severity = "error" if severe else "warning"
    return Issue(file=FILE, line=tree.line(where), message=said, code=CODE, severity=severity)  # type: ignore[arg-type]


Said = Iterator[tuple[tuple[str | int, ...], str]]


def _fixed(_: Path, tree: Tree) -> Said:
    for key, (must, why) in FIXED.items():
        if (found := tree.value.get(key, must if key == "use_directory_urls" or not tree.whole else None)) != must:
            shows = "nothing" if found is None else f'"{shown(str(found))}"'
            yield (key,), f"{key} must be {str(must).lower() if must is True else must}, found {shows}: {why}"


def _keys(_: Path, tree: Tree) -> Said:
    for key, instead in KEYS.items():
        if key in tree.value:
            yield (key,), f"{key} is not heeded here; take it out: {instead}"
    for key, instead in EXTRA.items():
        if key in (tree.value.get("extra") or {}):
            yield ("extra", key), f"{key} under extra is not heeded here; take it out: {instead}"


def _hooks(root: Path, tree: Tree) -> Said:
    hooks = [str(hook) for hook in tree.value.get("hooks") or []]
    texts = {hook: (root / hook).read_text(encoding="utf-8") for hook in hooks if (root / hook).is_file()}
    for at, hook in enumerate(hooks):
        if hook not in texts:
            yield ("hooks", at), f'hooks must name files that are there, found "{shown(hook)}"'
    if tree.whole and not any("generator.mkdocs_hook" in text or "def on_pre_build" in text for text in texts.values()):
        said = "hooks must name the generator's, hook.py, or no page would be written: hooks: [hook.py, your_own.py]; "
        yield ("hooks",), f"{said}`handbook init` in another folder writes that file"
    if (root / "own/templates/site").is_dir() and hooks and not any("on_env" in text for text in texts.values()):
        yield (
            ("hooks",),
            "hook.py must pass on on_env, too, for own/templates/site; add it to both lists of names in it",
        )


def _assets(root: Path, tree: Tree) -> Said:
    for key, ours in OURS.items():
        given = tree.value.get(key) or []
        names = [str(one.get("path", "")) if isinstance(one, dict) else str(one) for one in given]
        if tree.whole and ours not in names:
            yield (key,), f"{key} must name {ours}, or the whole look is gone: {key}: [{ours}]"
        for at, name in enumerate(names):
            if name.startswith("assets/") and (name == ours or (root / "own/templates/site" / name).is_file()):
                continue
            if "//" in name.split("?")[0]:
                said = "the site's policy lets nothing be fetched from elsewhere; put the file into own/"
                yield (key, at), f'{key} must name a file of the site, found "{shown(name)}": {said}'
            elif not (name.startswith("own/") and (root / name).is_file()) and not (
                (custom := _custom(tree)) and (root / custom / name).is_file()
            ):
                file = name.rpartition("/")[2]
                mend = "own/style.css, which every page then loads" if key == "extra_css" else f"own/{file}"
                said = f'{key} must name a file of own/ that is there, found "{shown(name)}"; put it into {mend}'
                yield (key, at), f"{said}, and nothing into build/docs, which a build empties"


def _custom(tree: Tree) -> str:
    theme = tree.value.get("theme")
    return str(theme.get("custom_dir") or "") if isinstance(theme, dict) else ""


def _plugins(_: Path, tree: Tree) -> Said:
    for name, where in _named_plugins(tree):
        if name in INSTEAD:
            yield where, f"the plugin {name} is not heeded here; take it out: {INSTEAD[name]}"


def _search(tree: Tree) -> tuple[str | int, ...]:
    return next((where for name, where in _named_plugins(tree) if name == "search"), ())


def _named_plugins(tree: Tree) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    given = tree.value.get("plugins") or []
    for at, one in enumerate(given):
        name = str(next(iter(one), "") if isinstance(one, dict) else one)
        yield name.rpartition("/")[2], ("plugins", name if isinstance(given, dict) else at)


def _nav(_: Path, tree: Tree) -> Said:
    for at, item in enumerate(tree.value.get("nav") or []):
        leads = next(iter(item.values())) if isinstance(item, dict) and item else item
        if not isinstance(leads, str):
            said = "nav must be one line for each tab, such as - Contact: contact.md, found a list in it"
            mend = "a section has its list at the side; a page of content/pages says with `under` in which it stands"
            yield ("nav", at), f"{said}; {mend}"
