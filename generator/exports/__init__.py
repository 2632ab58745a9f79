"""Files to take away: cards, EPUB, calendars, data, PDFs. Each is a function of Content."""
