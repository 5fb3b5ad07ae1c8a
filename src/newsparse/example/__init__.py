"""The bundled example: parse an article and print its facts with the places they come from.

python -m newsparse.example                               # the bundled article
python -m newsparse.example FILE --published 2024-08-15   # any text
"""
