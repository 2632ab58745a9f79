"""Tests and tools: tools."""
