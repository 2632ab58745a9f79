"""The scripts of the browser: their rooms, their types, their bundles, and what they say of a story."""
