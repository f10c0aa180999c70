"""How the tree grows: the crown's outline, the maps of free places, and the places of leaves."""
