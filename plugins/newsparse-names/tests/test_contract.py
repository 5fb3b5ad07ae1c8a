"""The invariants every plugin keeps."""

from newsparse.testing import PluginContract
from newsparse_names import NamesPlugin


class TestContract(PluginContract):
    """Alone."""

    plugin = NamesPlugin()
    sample = (
        "Harbour Agency (HA) chief Ann Lee met Peter van der Meer. The agency said she left.\n"
        "Lee, a mother of two, stayed. The two leaders spoke to Reuters.\n"
    )
