"""British English, with the hours of a clock of twenty-four, as everywhere else."""
