"""Tests and tools: hostile."""
