"""The book and the sheets."""
