"""The records, their schemas, and what an editor knows of them."""
