"""What agencies send, and their archives."""
