"""What a schema cannot say, how a story is told, and how a list of issues is printed; `every` has all rules at once."""
