"""Inputs that mean harm, each refused at its place or shown as typed; and mutations of entries without end."""
