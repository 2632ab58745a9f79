"""Further faces of the same content: paper, cards, books, calendars and data. Each is a function of Content."""
