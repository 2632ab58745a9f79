"""Tests and tools: readers."""
