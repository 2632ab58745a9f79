"""Tests and tools: handbooks."""
