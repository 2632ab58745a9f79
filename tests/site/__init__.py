"""Tests and tools: site."""
