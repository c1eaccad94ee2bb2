"""Pictures of the explorer, to be looked at."""
