"""Stories of the explorer: what a reader does, and what they then see."""
