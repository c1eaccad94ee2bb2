"""Benchmarks: slow, never part of the tests. Each prints what it measured."""
