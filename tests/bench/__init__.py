"""Tests and tools: bench."""
