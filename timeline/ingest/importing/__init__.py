"""Files into a debate row by row: read, checked, shown, and only then written. docs/curating.md tells how."""
