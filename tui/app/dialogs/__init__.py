"""What asks for the whole screen for a moment."""
