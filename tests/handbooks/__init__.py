"""The handbooks that tests read: the tiny one, copies of the real one, a large one, and their built sites."""
