"""What the templates make of an entry: the golden pages, and any text in any of their places."""
