"""The pledge tree: how it grows, its poster, its room and the projector."""
