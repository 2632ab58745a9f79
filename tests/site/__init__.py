"""From pages to a published folder: built, guarded, searched, served, and whole after any fault."""
