"""Makes the plans of the wood and the stamps of leaves; README.md says when and how."""

from pathlib import Path

from desktop.tree.growth.stamps import packed
from desktop.tree.wood.planting import plant

HERE = Path(__file__)

for form in ("portrait", "landscape"):
    HERE.with_name(f"{form}-1.plan").write_bytes(plant(form))
HERE.with_name("stamps-1.bin").write_bytes(packed())
