"""What can be relied on, whatever the articles hold and whatever goes wrong."""
