"""What reads a page or a PDF as its reader would."""
