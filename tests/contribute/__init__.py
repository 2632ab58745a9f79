"""What a contributor begins with: an issue form, a skeleton, a handbook of one's own."""
