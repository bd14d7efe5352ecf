"""Reads CSV, NDJSON, Parquet and XLSX back with pyarrow, DuckDB and openpyxl: every cell has to be what the CSV says.

Use: check.py TIEOUT
"""

import sys
import tempfile
import traceback
from decimal import Decimal
from pathlib import Path

from exported import TABLES, Exported, same, sheet_rows, sum_of, unescaped, workbook
from samples import samples

# The sheet of lines shows these columns of the table of lines.
LINE_COLUMNS = ["name", "account_id", "amount", "calculated", "difference", "status", "statement_id", "as_of", "currency",
                "section", "level", "line_order", "line_id", "parent_id", "path", "source_line"]


def decimals_of(schema):
    return [field.name for field in schema if str(field.type).startswith("decimal")]


def total(column):
    return sum((Decimal(text) for text in column if text), Decimal(0))


def check_table(exported, table):
    heads, rows = exported.csv(table)
    path, objects = exported.ndjson(table)
    assert objects == rows, f"{table}: NDJSON is not what CSV is"
    many, _ = sum_of(f"select count(*), 0 from read_ndjson_objects('{path}')")
    assert many == len(rows), f"{table}: DuckDB counts {many} objects"
    path, read = exported.parquet(table)
    assert read.column_names == heads and read.num_rows == len(rows), f"{table}: Parquet has other columns or rows"
    for head, column, cells in zip(heads, read.columns, zip(*rows)):
        values = column.to_pylist()
        wrong = [(text, value) for text, value in zip(cells, values) if not same(text, value)]
        assert not wrong, f"{table}.{head}: Parquet has {wrong[:3]}"
    csv_path = exported.folder / f"{table}.csv"
    for head in decimals_of(read.schema):
        expected = total(row[heads.index(head)] for row in rows)
        assert total(map(str, filter(None, read[head].to_pylist()))) == expected, f"{table}.{head}: pyarrow"
        assert sum_of(f"select count(*), sum({head}) from '{path}'") == (len(rows), expected), f"{table}.{head}: DuckDB"
        scale = read.schema.field(head).type.scale
        asked = f"select count(*), sum({head}::decimal(38,{scale})) from read_csv('{csv_path}', all_varchar=true, header=true)"
        assert sum_of(asked) == (len(rows), expected), f"{table}.{head}: DuckDB reads another sum from CSV"
    return heads, rows


def check_cells(name, heads, rows, sheet_heads, cells, columns):
    assert len(cells) == len(rows), f"{name}: the sheet has {len(cells)} rows, not {len(rows)}"
    for head in columns:
        at, sheet_at = heads.index(head), sheet_heads.index(head)
        for row, line in zip(rows, cells):
            text, value = row[at], line[sheet_at].value
            if head == "amount" and text == "":
                # The hierarchy shows what stands in place of an amount, as a text.
                assert value is None or isinstance(value, str)
                continue
            long = isinstance(value, str) and same_number(text, value)
            cut = isinstance(value, str) and value.endswith("…") and unescaped(text).startswith(value[:-1])
            escaped = isinstance(value, str) and unescaped(value) == text
            assert same(text, value) or long or cut or escaped, f"{name}.{head}: {value!r} and not {text!r}"


def same_number(text, value):
    """A number of more than 15 digits, which stands as text."""
    digits = value.replace("-", "").replace(".", "")
    return digits.isdigit() and len(digits) > 15 and text != "" and Decimal(text) == Decimal(value)


def check_workbook(exported, tables):
    path = exported.xlsx()
    shown, live = workbook(path, True), workbook(path, False)
    for table in TABLES:
        heads, rows = tables[table]
        if table == "line":
            sheet_heads, cells = sheet_rows(shown, "lines")
            check_cells(table, heads, rows, sheet_heads, cells, LINE_COLUMNS)
        else:
            sheet_heads, cells = sheet_rows(shown, table)
            assert sheet_heads == heads, f"{table}: the sheet has other columns"
            check_cells(table, heads, rows, sheet_heads, cells, heads)
    for sheet in live.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                formula = cell.data_type == "f"
                head = sheet.cell(1, cell.column).value
                ours = sheet.title == "lines" and head in ("calculated", "difference")
                assert not formula or ours, f"{sheet.title}!{cell.coordinate} is a formula: {cell.value}"
                assert cell.hyperlink is None, f"{sheet.title}!{cell.coordinate} is a link"


def main(tieout):
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, text) in enumerate(samples().items()):
            try:
                exported = Exported(tieout, Path(folder) / str(number), text)
                tables = {table: check_table(exported, table) for table in TABLES}
                check_workbook(exported, tables)
                print(f"ok {name}: {sum(len(rows) for _, rows in tables.values())} rows in {len(TABLES)} tables")
                passed += 1
            except Exception:
                print(f"not ok {name}")
                traceback.print_exc()
                failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
