"""Plain text, as copied from a page."""
