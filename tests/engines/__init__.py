"""What a reader gets under each engine: measured on the real handbook, and written into docs/engines.md."""
