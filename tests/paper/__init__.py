"""Tests and tools: paper."""
