"""My loop, and what an advert asks for: kept or not kept in this browser, and followed by the rest of the practice."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.practice import keep
