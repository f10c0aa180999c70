"""The sample programme to look around in."""
