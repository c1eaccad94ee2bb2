"""The five tabs, and the reader."""
