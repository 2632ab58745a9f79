"""What a proposal changes, and what may be doubted in it."""
