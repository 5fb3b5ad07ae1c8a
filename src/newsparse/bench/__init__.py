"""How fast newsparse is on this machine, as ratios in one run: `python -m newsparse.bench`.

Machines are noisy and differ: what holds from one to the next is how many passes of a plain tokenising regular
expression over the same text a parse takes, and how the cost per character grows with the text.
"""

from __future__ import annotations

from newsparse.bench.measure import Figure, measure_layers, measure_scaling, measure_start

__all__ = ["Figure", "measure_layers", "measure_scaling", "measure_start"]
