"""Tests and tools: model."""
