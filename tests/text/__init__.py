"""Tests and tools: text."""
