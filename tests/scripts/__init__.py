"""Tests and tools: scripts."""
