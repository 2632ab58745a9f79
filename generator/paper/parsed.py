"""HTML parsed for WeasyPrint: what is XML as well, as all of ours is, in a tenth of the time."""

import re
from itertools import groupby
from typing import Any
from xml.etree import ElementTree as ET

DOCTYPE = re.compile(r"^\s*<!DOCTYPE html>")


def parsed(library: Any, html: str, base_url: str, url_fetcher: Any) -> Any:  # noqa: ANN401 - WeasyPrint's own
    """Give WeasyPrint's document of this HTML; what is not XML it parses itself."""
    try:
        root = ET.fromstring(DOCTYPE.sub("", html))  # noqa: S314 - as above; entities of its own it cannot have
    except ET.ParseError:
        return library.HTML(string=html, base_url=base_url, url_fetcher=url_fetcher)
    _rows_in_groups(root)
    document = library.HTML.__new__(library.HTML)
    document.base_url, document.url_fetcher, document.media_type = base_url, url_fetcher, "print"
    document.wrapper_element = library.cssselect2.ElementWrapper.from_html_root(root, content_language=None)
    document.etree_element = document.wrapper_element.etree_element
    return document


def _rows_in_groups(root: ET.Element) -> None:
    """Put rows that stand right in a table into a group, as HTML says they are."""
    for table in root.iter("table"):
        grouped: list[ET.Element] = []
        for is_row, children in groupby(list(table), lambda child: child.tag == "tr"):
            if is_row:
                body = ET.Element("tbody")
                body.extend(children)
                grouped.append(body)
            else:
                grouped.extend(children)
        table[:] = grouped
