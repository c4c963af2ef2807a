"""Rows of a view as charts and files. Nothing here knows a request."""
