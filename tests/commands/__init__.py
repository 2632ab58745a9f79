"""Tests and tools: commands."""
