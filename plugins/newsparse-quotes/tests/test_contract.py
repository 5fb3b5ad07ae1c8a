"""The invariants every plugin keeps."""

from newsparse.testing import PluginContract
from newsparse_quotes import QuotesPlugin


class TestContract(PluginContract):
    """Alone."""

    plugin = QuotesPlugin()
    sample = (
        "The mayor, Ann Lee, said on Friday that ships would “soon” return. “We met in Oslo,” she told reporters. "
        "“It rained.” According to Lee, nobody left.\nPolice said two men were held.\n"
    )
