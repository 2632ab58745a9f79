"""Many questions and stories at once."""
