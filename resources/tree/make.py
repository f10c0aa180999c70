"""Makes the plans of the wood and the stamps of leaves; README.md says when and how."""

from pathlib import Path

from desktop.tree.growth import stamps
from desktop.tree.wood import plan
from desktop.tree.wood.planting import plant

HERE = Path(__file__)

for form in ("portrait", "landscape"):
    HERE.with_name(f"{form}-{plan.VERSION}.plan").write_bytes(plant(form))
HERE.with_name(f"stamps-{stamps.VERSION}.bin").write_bytes(stamps.packed())
