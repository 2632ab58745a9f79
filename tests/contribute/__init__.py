"""Tests and tools: contribute."""
