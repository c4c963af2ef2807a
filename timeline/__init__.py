"""Debateline: a policy debate as an interactive, filterable timeline."""

__version__ = "0.1.0"
