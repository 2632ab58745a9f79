"""The faces: one module for each group of commands."""
