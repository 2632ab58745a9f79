"""Tests and tools: exports."""
