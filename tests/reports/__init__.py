"""The figures that summaries show."""
