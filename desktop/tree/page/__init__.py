"""The tree room: which pledges, how they come on paper, and the very poster on screen."""
