"""Does a test see it when the code is changed? What is changed, and which tests look."""
