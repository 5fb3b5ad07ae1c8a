"""An article as a page that a person can read, check and send on: one HTML file that needs nothing else."""

from __future__ import annotations

from newsparse.render.page import to_html

__all__ = ["to_html"]
