"""Text before it is content: YAML with its places, prose, scalars, the lines of issues."""
