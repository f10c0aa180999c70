"""The record store: every write is an immutable revision, the tables are a view of them."""
