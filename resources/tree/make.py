"""Makes the plans of the wood; README.md says when and how."""

from pathlib import Path

from desktop.tree.wood.planting import plant

for form in ("portrait", "landscape"):
    Path(__file__).with_name(f"{form}-1.plan").write_bytes(plant(form))
