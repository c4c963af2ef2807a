"""Pages: each view parses, asks and renders."""
