"""A page talks to its own server alone, and complains of nothing."""

from tests.browser.conftest import Open

TO_THE_END = "scrollTo(0, document.documentElement.scrollHeight)"


def test_no_page_asks_another_server_for_anything(urls: tuple[str, ...], open_page: Open) -> None:
    strays = []
    for url in urls:
        visit = open_page(url)
        visit.page.evaluate(TO_THE_END)
        visit.page.wait_for_load_state("networkidle")
        server = "/".join(url.split("/")[:3]) + "/"
        strays += [request for request in visit.requests if not request.startswith((server, "data:", "blob:"))]
    assert strays == []


def test_no_page_logs_an_error_or_a_warning(urls: tuple[str, ...], open_page: Open) -> None:
    complaints = []
    for url in urls:
        visit = open_page(url)
        visit.page.wait_for_load_state("networkidle")
        complaints += [f"{url}: {error}" for error in visit.errors]
    assert complaints == []
