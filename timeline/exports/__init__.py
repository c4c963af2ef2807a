"""Rows out of the application, in the formats that others read. Knows no request."""
