"""What somebody typed, with its lines."""
