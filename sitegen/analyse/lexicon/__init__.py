"""What the rules know of English: words as data, one noun a file."""
