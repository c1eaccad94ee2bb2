"""Widgets that know how to draw and to move, and nothing of news."""
