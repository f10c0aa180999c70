"""The tree's papers: the poster whole or in tiles, leaves to hang later, pictures of it."""
