"""Tests and tools: pages."""
