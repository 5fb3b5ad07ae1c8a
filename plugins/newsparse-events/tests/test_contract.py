"""The invariants every plugin keeps."""

from __future__ import annotations

from newsparse.testing import PluginContract
from newsparse_events import EventsPlugin


class TestContract(PluginContract):
    plugin = EventsPlugin()


class TestContractBesideDates(PluginContract):
    plugin = EventsPlugin()
    beside = ("newsparse-dates",)
