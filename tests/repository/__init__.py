"""Tests and tools: repository."""
