"""The ways in: skeleton, form, submission, a new handbook."""
