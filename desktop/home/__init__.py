"""Home: what is on today and what comes up."""
