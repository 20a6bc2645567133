"""Who wrote it: bylines and credits as printed."""
