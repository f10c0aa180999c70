"""The plan of the wood as it is shipped, and the nodes on which a leaf may hang."""

import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from desktop import paths
from desktop.tree.growth.crown import Crown, crown

VERSION = 1  # a changed plan gets a new file and number: trees that hang must not change
FINE = 32  # steps of an em in the file
PATH = 8  # nodes before a leaf that are looked at

_HOME = 4.0  # em: side of the squares by which nodes are found
_BLOCK = 8  # squares each way whose nodes are looked for at once
_AROUND = 7.5  # em from a square's middle
BEYOND = 1.0  # em of rank by which a node may lie further out than the square of a foot
_MOST = 24  # nodes of a square
_ASK = -2  # not looked for yet

_ACROSS, _UP = (part.ravel() for part in np.mgrid[-2:3, -2:3])  # squares about a node's own

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]
Seen = NDArray[np.bool_]


class Plan:
    """The wood a tree may ever have: nodes in depth-first order, node 0 the root."""

    def __init__(self, rows: NDArray[np.int16], crown: Crown) -> None:
        self.x, self.y = rows[0] / FINE, rows[1] / FINE
        self.parent = rows[2].astype(np.intp)
        self.level = rows[3]
        self.rank = crown.rank(self.x, self.y)
        upper, lower = self.y / crown.up, -self.y / crown.down
        self.frame = np.maximum(np.abs(self.x), np.maximum(upper, lower))
        self.origin = self._origins()
        self.end = self._ends()
        self.along = self.x - self.x[self.parent]
        self.up = self.y - self.y[self.parent]
        self.along[0], self.up[0] = 0.0, 1.0
        far = np.sqrt(self.along**2 + self.up**2)
        self.along, self.up = self.along / far, self.up / far
        self.stride = far  # em from the parent
        self.depth = self._depths(far)
        self.aside = self._aside()
        self.back = self._back()
        self._by_x = np.argsort(self.x, kind="stable")
        self._sorted = self.x[self._by_x]
        self._west, self._south = (int(low.min() // _HOME) - 2 for low in (self.x, self.y))
        wide, high = (int(top.max() // _HOME) + 3 for top in (self.x, self.y))
        self.shape = high - self._south, wide - self._west  # rows and columns of squares
        self._homes = np.full((*self.shape, _MOST), _ASK, np.intp)
        every = np.arange(self.shape[0] * self.shape[1])
        self._ranks = crown.rank(*self._middles(*np.divmod(every, self.shape[1])))

    def __len__(self) -> int:
        return len(self.x)

    def _ends(self) -> Numbers:
        """Return for each node the number after the last node that it carries."""
        ends = list(range(1, len(self.parent) + 1))
        parents = self.parent.tolist()
        for node in range(len(ends) - 1, 0, -1):
            ends[parents[node]] = max(ends[parents[node]], ends[node])
        return np.array(ends, np.intp)

    def _origins(self) -> Floats:
        """Return for each node the height at which its limb leaves the trunk."""
        heights, parents, levels = self.y.tolist(), self.parent.tolist(), self.level.tolist()
        for node in range(1, len(heights)):
            if levels[node] > 0:
                heights[node] = heights[parents[node]]
        return np.array(heights)

    def _depths(self, far: Floats) -> Floats:
        """Return each node's distance from the root along the wood, in em."""
        depths, parents, steps = [0.0], self.parent.tolist(), far.tolist()
        for node in range(1, len(parents)):
            depths.append(depths[parents[node]] + steps[node])
        return np.array(depths)

    def _aside(self) -> Floats:
        """Return each node's distance from the trunk along the wood, in em."""
        onset, parents, levels = self.depth.tolist(), self.parent.tolist(), self.level.tolist()
        for node in range(1, len(onset)):
            if levels[node] > 0:
                onset[node] = onset[parents[node]]
        return np.asarray(self.depth - np.array(onset))

    def _back(self) -> Numbers:
        """Return for each node itself and those before it, PATH nodes in all."""
        steps = [np.arange(len(self.parent))]
        for _ in range(PATH - 1):
            steps.append(np.maximum(self.parent[steps[-1]], 0))
        return np.stack(steps, axis=1)

    def _middles(self, rows: Numbers, columns: Numbers) -> tuple[Floats, Floats]:
        """Return the middles of squares, in em."""
        x, y = (columns + self._west + 0.5) * _HOME, (rows + self._south + 0.5) * _HOME
        return np.asarray(x), np.asarray(y)

    def square(self, x: Floats, y: Floats) -> Numbers:
        """Return the numbers of the squares in which points lie, counted by rows."""
        columns = np.floor(x / _HOME).astype(np.intp) - self._west
        rows = np.floor(y / _HOME).astype(np.intp) - self._south
        high, wide = self.shape
        columns = np.minimum(np.maximum(columns, 0), wide - 1)
        return np.asarray(np.minimum(np.maximum(rows, 0), high - 1) * wide + columns)

    def squares_about(self, nodes: Numbers) -> Numbers:
        """Return the numbers of squares near which a node is, and not further out than these."""
        x, y = self.x[nodes, None], self.y[nodes, None]
        columns = np.floor(x / _HOME).astype(np.intp) - self._west + _ACROSS
        rows = np.floor(y / _HOME).astype(np.intp) - self._south + _UP
        squares = rows * self.shape[1] + columns
        middle_x, middle_y = self._middles(rows, columns)
        near = (middle_x - x) ** 2 + (middle_y - y) ** 2 < _AROUND**2
        near &= self.rank[nodes, None] < self._ranks[squares] + BEYOND
        return np.asarray(squares[near])

    def within(self, x: float, y: float, reach: float) -> Numbers:
        """Return the nodes so near a point, across and upright, in their order."""
        first, last = np.searchsorted(self._sorted, (x - reach, x + reach))
        nodes = self._by_x[first:last]
        return np.sort(nodes[np.abs(self.y[nodes] - y) < reach])

    def near(self, x: Floats, y: Floats) -> Numbers:
        """Return for each point the numbers of nodes near it, filled up with −1."""
        squares, homes = self.square(x, y), self._homes.reshape(-1, _MOST)
        asked = homes[squares, 0] == _ASK
        for square in set(squares[asked].tolist()) if asked.any() else ():
            self._settle(*divmod(square, self.shape[1]))
        return np.asarray(homes[squares])

    def _settle(self, row: int, column: int) -> None:
        """Find the nodes near each square of the block in which one lies."""
        row, column = row // _BLOCK * _BLOCK, column // _BLOCK * _BLOCK
        block = self._homes[row : row + _BLOCK, column : column + _BLOCK]
        y = (np.arange(row, row + block.shape[0]) + self._south + 0.5) * _HOME
        x = (np.arange(column, column + block.shape[1]) + self._west + 0.5) * _HOME
        first, last = np.searchsorted(self._sorted, (x[0] - _AROUND, x[-1] + _AROUND))
        nodes = np.sort(self._by_x[first:last])
        high = self.y[nodes]
        nodes = nodes[(high > y[0] - _AROUND) & (high < y[-1] + _AROUND)]
        across, high = self.x[nodes, None] - x, self.y[nodes, None] - y
        far = (across * across)[:, None, :] + (high * high)[:, :, None]
        near, rows, columns = np.nonzero(far < _AROUND**2)
        square = rows * len(x) + columns
        order = np.lexsort((far[near, rows, columns], square))
        square, near = square[order], near[order]
        place = np.arange(len(square)) - np.searchsorted(square, square)
        fits = place < _MOST
        found = np.full(block.shape, -1, np.intp)
        found[*np.divmod(square[fits], len(x)), place[fits]] = nodes[near[fits]]
        # Trees grow in several threads: what the others look at first comes last.
        block[..., 1:] = found[..., 1:]
        block[..., 0] = found[..., 0]


@cache
def plan(form: str) -> Plan:
    """Return the plan of a form of tree: "portrait" or "landscape"."""
    packed = paths.resources("tree", f"{form}-{VERSION}.plan").read_bytes()
    rows = np.frombuffer(zlib.decompress(packed), "<i2").reshape(4, -1)
    return Plan(rows, crown(form))
