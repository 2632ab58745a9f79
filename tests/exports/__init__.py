"""What can be taken away: cards, EPUB, calendars, data, feed and the list of them."""
