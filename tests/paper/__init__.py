"""What is printed: book, pocket edition and sheets, opened and read."""
