"""What the commands print, write and answer with."""
