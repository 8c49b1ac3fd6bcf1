"""What was learned from annotated news: weights for the choices that rules leave open, and how a choice is made."""
