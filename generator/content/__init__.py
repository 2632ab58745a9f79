"""What the handbook says, joined, and where each thing stands."""
