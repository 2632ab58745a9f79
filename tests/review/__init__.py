"""Tests and tools: review."""
