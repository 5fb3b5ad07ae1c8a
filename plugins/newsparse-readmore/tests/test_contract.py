from newsparse.testing import PluginContract
from newsparse_readmore import ReadmorePlugin


class TestContract(PluginContract):
    plugin = ReadmorePlugin()
    sample = (
        "Harbour reopens\nBy Ann Lee\nOSLO, Aug. 15 (Reuters) - The minister said on Friday that ships would return.\n"
        "Read more: Fishermen strike\nThe strike was over. READ MORE: Why did it start? It began in May.\n"
        "Related\nMayor opens the new bridge\nStorm closes three schools\n\nPhoto: Ann Lee / AP\nThe bridge is long.\n"
    )
