"""How the weights of newsparse-quotes are learned from annotated articles; no part of the package that is installed."""
