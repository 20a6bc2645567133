"""Feeds, and WordPress exports."""
