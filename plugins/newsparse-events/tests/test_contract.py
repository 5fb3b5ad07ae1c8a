"""The invariants every plugin keeps, alone and beside the other installed plugins."""

from __future__ import annotations

from newsparse.testing import PluginContract
from newsparse_events import EventsPlugin


class TestContract(PluginContract):
    plugin = EventsPlugin()


class TestContractBesideDates(PluginContract):
    plugin = EventsPlugin()
    beside = ("newsparse-dates",)


class TestContractBesideAll(PluginContract):
    plugin = EventsPlugin()
    beside = ("newsparse-dates", "newsparse-names", "newsparse-quotes")
    sample = (
        "Union leader Ann Lee met Bo Carr in Oslo on Friday. The strike began last week, and will end if they agree. "
        "“We shall march on the port,” she said.\n"
    )
