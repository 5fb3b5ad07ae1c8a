"""From what the words say to what they mean: one small function for each kind of value."""

from newsparse_dates.resolve.context import Antecedent, Context, Resolved
from newsparse_dates.resolve.expression import resolve

__all__ = ["Antecedent", "Context", "Resolved", "resolve"]
