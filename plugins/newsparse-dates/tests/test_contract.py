from newsparse.testing import PluginContract
from newsparse_dates import DatesPlugin


class TestContract(PluginContract):
    plugin = DatesPlugin()
    sample = (
        "Harbour reopens\nThe minister said on Friday that ships would return two weeks later. Sales fell 3% in the "
        "third quarter from a year earlier, to $1,998. “We met in Oslo last April at 10:30 a.m.,” she told reporters.\n"
    )


class TestContractWithChoices(PluginContract):
    plugin = DatesPlugin(day_first=True, narrative=True, southern=True)
