"""Exports a file with the command line, and reads what comes out: every format as rows of texts, null as an empty one."""

import csv
import io
import json
import re
import subprocess
from datetime import date, datetime
from decimal import Decimal, getcontext

import duckdb
import openpyxl
import pyarrow.parquet

TABLES = ["statement", "line", "account_line", "line_closure", "check", "finding", "fact_balance",
          "dim_entity", "dim_period", "dim_category", "dim_account"]

# Sums are to be exact, and Python's decimals round to 28 digits unasked.
getcontext().prec = 100

# Cells are longer than what Python's reader takes unasked.
csv.field_size_limit(1 << 24)


class Exported:
    """A file in a folder of its own."""

    def __init__(self, tieout, folder, text):
        self.tieout, self.folder = tieout, folder
        folder.mkdir()
        self.file = folder / "file.json"
        self.file.write_bytes(text.encode())

    def export(self, form, name, *arguments):
        """Exports, twice, and answers with the path; the two must be the same bytes."""
        paths = [self.folder / name, self.folder / ("again_" + name)]
        for path in paths:
            done = subprocess.run([self.tieout, "export", form, self.file, "-o", path, *arguments], capture_output=True)
            assert done.returncode == 0, f"{form}: {done.stderr.decode()}"
        assert paths[0].read_bytes() == paths[1].read_bytes(), f"{form} twice is not the same"
        return paths[0]

    def csv(self, table):
        path = self.export("csv", f"{table}.csv", "--table", table, "--no-guard")
        rows = list(csv.reader(io.StringIO(path.read_bytes().decode(), newline="")))
        return rows[0], rows[1:]

    def ndjson(self, table):
        path = self.export("ndjson", f"{table}.ndjson", "--table", table)
        return path, [list(map(plain, json.loads(line).values())) for line in path.read_bytes().decode().split("\n")[:-1]]

    def parquet(self, table):
        path = self.export("parquet", f"{table}.parquet", "--table", table)
        return path, pyarrow.parquet.read_table(path)

    def xlsx(self):
        return self.export("xlsx", "book.xlsx")


def plain(value):
    """A value as CSV writes it, but for trailing zeros."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime, date)):
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    return str(value)


def same(text, value):
    """Whether a cell has what CSV has: numbers by their value, texts by their characters."""
    if isinstance(value, (Decimal, int, float)) and not isinstance(value, bool):
        return text != "" and Decimal(text) == Decimal(str(value))
    return text == plain(value)


def unescaped(text):
    """A text of a workbook with what XML cannot hold, which the format writes as _xHHHH_."""
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def sheet_rows(book, name):
    """The headings and the rows of a table in a workbook, over all of its sheets."""
    sheets = [sheet for sheet in book.worksheets if re.fullmatch(re.escape(name) + r"( \d+)?", sheet.title)]
    heads = [cell.value for cell in sheets[0][1]]
    return heads, [row for sheet in sheets for row in sheet.iter_rows(min_row=2)]


def workbook(path, cached):
    return openpyxl.load_workbook(path, data_only=cached)


def sum_of(query):
    """An exact sum by DuckDB, with how many rows there are."""
    many, total = duckdb.sql(query).fetchall()[0]
    return many, Decimal(total or 0)
