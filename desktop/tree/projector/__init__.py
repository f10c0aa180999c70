"""The projector: the tree as the room sees it grow."""

from desktop.tree.projector.projection import Projection

__all__ = ["Projection"]
