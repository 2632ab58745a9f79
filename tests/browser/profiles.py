"""Profiles of a browser, each as if nobody had read in it: a new one, or one whose reader left and took all along.

A profile that has shown the site has its scripts and style sheets read already: it shows a page in less than half of
the work. What a test did to it that cannot be undone keeps it from being lent again.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary, WeakSet

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

from tests.browser.visit import Visit

BARRED_WORKER = "Service Worker registration blocked by Playwright"
EMPTY = "there-is-no-such-page"  # whose scripts keep nothing, because it has none
CLEAR = """async () => {
  localStorage.clear();
  sessionStorage.clear();
  for (const { name } of await indexedDB.databases()) {
    await new Promise((done) => {
      const asked = indexedDB.deleteDatabase(name);
      asked.onsuccess = asked.onerror = asked.onblocked = done;
    });
  }
  for (const key of await caches.keys()) await caches.delete(key);
  return localStorage.length + sessionStorage.length + (await indexedDB.databases()).length;
}"""
NOWHERE = -10  # where the mouse is over nothing
AT_MOST, IDLE = 60, 8  # so often one is lent, which keeps it small; so many wait to be lent
LEAVES_TRACES: Mapping[type, tuple[str, ...]] = {
    Page: (
        *("add_init_script", "add_locator_handler", "clock", "expose_binding", "expose_function", "on", "once"),
        *("route", "route_from_har", "set_default_navigation_timeout", "set_default_timeout", "set_extra_http_headers"),
    ),
    BrowserContext: (
        *("add_init_script", "clock", "expose_binding", "expose_function", "grant_permissions", "new_cdp_session"),
        *("on", "once", "route", "route_from_har", "set_default_navigation_timeout", "set_default_timeout"),
        *("set_extra_http_headers", "set_geolocation", "set_offline"),
    ),
}
SPENT: WeakSet[BrowserContext] = WeakSet()


def _marking(done: Any) -> Any:
    """Give the method or property, which also notes that its profile is not to be lent again."""

    def note(owner: Page | BrowserContext) -> None:
        SPENT.add(owner.context if isinstance(owner, Page) else owner)

    if isinstance(done, property):
        return property(lambda owner: (note(owner), done.__get__(owner))[1])

    @wraps(done)
    def marking(owner: Any, *given: Any, **options: Any) -> Any:
        note(owner)
        return done(owner, *given, **options)

    return marking


for _owner, _names in LEAVES_TRACES.items():
    for _name in _names:
        setattr(_owner, _name, _marking(getattr(_owner, _name)))


@dataclass(kw_only=True)
class Profile:
    """A profile with its page, and the visit that hears what the page asks for and complains of."""

    context: BrowserContext
    page: Page
    visit: Visit
    lent: int = 1

    def again(self) -> "Profile":
        """Give itself, for another visit."""
        self.visit, self.lent = Visit(page=self.page), self.lent + 1
        return self


Shelf = list[tuple[str, Profile]]
SHELVES: WeakKeyDictionary[Browser, Shelf] = WeakKeyDictionary()


@contextmanager
def lent(
    browser: Browser, *, to_others: bool, ready: Callable[[Page], None], made: str, **options: Any
) -> Iterator[Visit]:
    """Give a visit in a profile with these options, which was lent `to_others` and will be, or is no one else's.

    `ready` does once to its page what none of its visits takes back; `made` tells profiles apart that differ in that.
    """
    shelf, key = SHELVES.setdefault(browser, []), made + repr(sorted(options.items()))
    waiting = next((one for one in reversed(shelf) if to_others and one[0] == key), None)
    if waiting:
        shelf.remove(waiting)
    profile = waiting[1].again() if waiting else _new(browser, ready, options)
    yield profile.visit
    if not (to_others and _cleared(profile, options)):
        profile.context.close()
        return
    shelf.append((key, profile))
    if len(shelf) > IDLE:
        shelf.pop(0)[1].context.close()


def _new(browser: Browser, ready: Callable[[Page], None], options: Mapping[str, Any]) -> Profile:
    context = browser.new_context(**options)
    page = context.new_page()
    profile = Profile(context=context, page=page, visit=Visit(page=page))
    context.on("request", lambda request: _asked(profile.visit, request))
    context.on("requestfinished", lambda request: _came(profile.visit, request))
    context.on("requestfailed", lambda request: _came(profile.visit, request))
    context.on("console", lambda said: profile.visit.errors.append(said.text) if _complains(said) else None)
    page.on("pageerror", lambda error: profile.visit.errors.append(str(error)))
    ready(page)
    SPENT.discard(context)
    return profile


def _asked(visit: Visit, request: Request) -> None:
    visit.requests.append(request.url)
    visit.waited_for.append(request)


def _came(visit: Visit, request: Request) -> None:
    if request in visit.waited_for:
        visit.waited_for.remove(request)


def _complains(said: ConsoleMessage) -> bool:
    return said.type in {"error", "warning"} and said.text != BARRED_WORKER


def _cleared(profile: Profile, options: Mapping[str, Any]) -> bool:
    """Say whether the profile is as if nobody had read in it, once all that was kept in it is thrown away."""
    if profile.context in SPENT or profile.lent >= AT_MOST:
        return False
    try:
        for other in profile.context.pages:
            if other is not profile.page:
                other.close()
        _put_back(profile, options)
        return all(_forgotten(profile.page, origin, options) for origin in _origins(profile.visit))
    except Error:  # its page or its server is gone
        return False


def _put_back(profile: Profile, options: Mapping[str, Any]) -> None:
    profile.context.clear_cookies()
    profile.page.mouse.move(NOWHERE, NOWHERE)
    seen = {name: options[name] for name in ("color_scheme", "reduced_motion")}
    profile.page.emulate_media(media="null", forced_colors="none", **seen)
    if profile.page.viewport_size != options["viewport"]:
        profile.page.set_viewport_size(options["viewport"])


def _origins(visit: Visit) -> list[str]:
    """Give the addresses at which the visit may have kept something."""
    asked = map(urlsplit, visit.requests)
    return sorted({f"{one.scheme}://{one.netloc}/" for one in asked if one.hostname == "127.0.0.1"})


def _forgotten(page: Page, origin: str, options: Mapping[str, Any]) -> bool:
    page.goto(origin + EMPTY)
    return not options["java_script_enabled"] or page.evaluate(CLEAR) == 0
