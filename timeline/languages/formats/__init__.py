"""How Django's own pages write days and hours, where we do not."""
