"""Help: the guide inside the app."""
