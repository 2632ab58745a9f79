"""In bulk: many questions and stories from a stranger's file, and the handbook's own in the same shapes."""
