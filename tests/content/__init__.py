"""Tests and tools: content."""
