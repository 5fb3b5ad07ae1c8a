"""Sphinx: MyST pages, the API from its docstrings, warnings as errors."""

project = "newsparse"
copyright = "2026, the newsparse authors"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = "newsparse"
exclude_patterns = ["_build", "examples"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
autodoc_typehints = "description"
autodoc_default_options = {"show-inheritance": False}
autodoc_class_signature = "separated"
nitpicky = False
suppress_warnings = ["ref.python"]  # the builtin `type` and the fields of that name
