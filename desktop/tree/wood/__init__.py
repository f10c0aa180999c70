"""The wood of the tree: its plan, which never changes, and what of it the leaves call forth."""
