"""The parts every page is built from: they know Qt and plain types, and no feature."""
