"""What the repository promises around the code: licences, workflows, and all that a kind of entry needs."""
