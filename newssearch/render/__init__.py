"""Results and articles to text: for a person at a terminal, and for machines."""
