"""From content to every page."""
