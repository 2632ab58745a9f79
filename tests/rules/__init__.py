"""Tests and tools: rules."""
