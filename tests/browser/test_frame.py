"""The light script in the place of the theme's does what its frame needs: the switch, the drawer, lists, the way up."""

from playwright.sync_api import expect

from tests.browser.conftest import HEIGHT, NARROW, NARROWEST, WIDE, Open, Sites

THEMES = "javascripts/bundle"


def test_no_page_that_is_read_loads_the_themes_script(sites: Sites, open_page: Open) -> None:
    visit = open_page(sites.real.url)
    assert [one for one in visit.requests if THEMES in one] == []
    assert [one for one in visit.requests if one.endswith("assets/frame.js")] != []


def test_the_scheme_is_switched_by_mouse_and_by_key_and_is_kept_for_the_next_page(
    sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.real.url).page
    page.locator("form[data-md-component=palette] label:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(sites.real.url + sites.real.paths["twins"][0])
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator('meta[name="color-scheme"]')).to_have_attribute("content", "dark")
    page.get_by_role("radio", name="Dark scheme").focus()
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    expect(page.get_by_role("radio", name="Light scheme")).to_be_focused()


def test_the_frame_follows_a_reader_who_goes_down_and_up(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + sites.real.paths["twins"][0], width=WIDE).page
    top, title = page.locator(".md-top"), page.locator("[data-md-component=header-title]")
    expect(top).to_be_hidden()
    page.evaluate("scrollTo(0, 1500)")
    expect(title).to_have_class("md-header__title md-header__title--active")
    expect(page.locator(".md-tabs")).to_have_attribute("hidden", "")
    expect(page.locator(".md-sidebar--secondary .md-nav__link--active")).to_have_count(1)
    page.evaluate("scrollTo(0, 1200)")
    expect(top).to_be_visible()
    top.click()
    expect(title).to_have_class("md-header__title")
    assert page.evaluate("scrollY") == 0
    expect(page.locator(".md-tabs")).not_to_have_attribute("hidden", "")


def test_the_drawer_opens_and_goes_when_a_part_of_the_page_is_gone_to(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + sites.real.paths["walkthrough"][0], width=NARROW, has_touch=True).page
    page.get_by_role("banner").get_by_role("button", name="Navigation").click()
    tab = page.locator(".md-sidebar--primary .side-list__tab a").first
    expect(tab).to_be_in_viewport()
    page.evaluate("location.hash = document.querySelector('article h2[id]').id")
    expect(page.locator("#__drawer")).not_to_be_checked()
    expect(tab).not_to_be_in_viewport()


def test_the_drawer_is_opened_and_left_by_keys_from_a_button_that_says_whether_it_is_open(
    sites: Sites, open_page: Open
) -> None:
    page = open_page(sites.tiny.url + sites.tiny.paths["walkthrough"][0], width=NARROWEST).page
    opener = page.get_by_role("banner").get_by_role("button", name="Navigation", exact=True)
    first = page.locator(".md-sidebar--primary a").first
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.focus()
    for opens, leaves in (("Enter", "Escape"), (" ", "Shift+Tab")):
        page.keyboard.press(opens)
        expect(opener).to_have_attribute("aria-expanded", "true")
        expect(first).to_be_focused()
        expect(first).to_be_in_viewport()
        page.keyboard.press(leaves)
        expect(opener).to_have_attribute("aria-expanded", "false")
        expect(first).not_to_be_in_viewport()
        opener.focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.md-sidebar, .md-header')")


def test_on_a_wide_screen_the_list_at_the_side_can_be_reached(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.tiny.url + sites.tiny.paths["walkthrough"][0], width=NARROWEST).page
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    link = page.locator(".md-sidebar--primary .side-list__page a").first
    link.focus()
    expect(link).to_be_focused()


def test_a_list_at_the_side_stays_within_the_screen(sites: Sites, open_page: Open) -> None:
    page = open_page(sites.real.url + sites.real.paths["walkthrough"][0], width=WIDE).page
    box = page.locator(".md-sidebar--primary .md-sidebar__scrollwrap").bounding_box()
    assert box
    assert HEIGHT / 2 < box["y"] + box["height"] <= HEIGHT
