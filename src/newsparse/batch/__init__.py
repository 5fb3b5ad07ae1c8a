"""Many articles: files, folders and tables in; JSONL, Parquet or CSV out; on all cores, and safe to interrupt."""

from __future__ import annotations

from newsparse.batch.columns import Columns
from newsparse.batch.inputs import InputFile, Inputs
from newsparse.batch.record_batch import ParseBatch, make_parse_batch
from newsparse.batch.run import PART_ROWS, TIME_LIMIT, Progress, Report, Watcher, run
from newsparse.batch.tables import TABLES, Column, Table

__all__ = [
    "PART_ROWS",
    "TABLES",
    "TIME_LIMIT",
    "Column",
    "Columns",
    "InputFile",
    "Inputs",
    "ParseBatch",
    "Progress",
    "Report",
    "Table",
    "Watcher",
    "make_parse_batch",
    "run",
]
