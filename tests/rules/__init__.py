"""Every mistake that can be made in content, and the line that names it."""
