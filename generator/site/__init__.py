"""Disk to disk: build, publish, serve."""
