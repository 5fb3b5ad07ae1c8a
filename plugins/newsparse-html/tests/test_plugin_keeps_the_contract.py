"""The invariants of every plugin, over texts that are no HTML."""

from newsparse.testing import PluginContract
from newsparse_html import HtmlPlugin


class TestContract(PluginContract):
    plugin = HtmlPlugin()
