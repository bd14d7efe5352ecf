"""DuckDB's nested read: one select a section and level, all into one CSV. It checks nothing."""

import json
import sys
from time import perf_counter

import duckdb

LEVELS = 5


def type_of(level):
    """The type of a line with so many levels under it."""
    items = f", items {type_of(level - 1)}[]" if level else ""
    return f"STRUCT(account_id VARCHAR, name VARCHAR, value VARCHAR{items})"


def selects(section):
    """A select for the section's own row, and one for each level under it, each unnesting one level more."""
    source = f"(SELECT {section}.name AS category, '' AS parent_name, {section} AS line FROM statements)"
    for level in range(LEVELS + 1):
        lowest = "coalesce(len(line.items), 0) = 0" if level < LEVELS else "true"
        yield (
            "SELECT category, parent_name, line.name AS name, line.account_id AS account_id, line.value AS value, "
            f"{lowest} AS is_lowest_level FROM {source}"
        )
        source = f"(SELECT category, line.name AS parent_name, unnest(line.items) AS line FROM {source})"


def main(source, target):
    sections = ["assets", "liabilities", "equity"]
    columns = ", ".join(f"{section}: '{type_of(LEVELS)}'" for section in sections)
    connection = duckdb.connect()
    connection.execute(
        f"CREATE TABLE statements AS FROM read_json('{source}', format = 'newline_delimited', columns = {{{columns}}})"
    )
    table = " UNION ALL ".join(select for section in sections for select in selects(section))
    connection.execute(f"COPY ({table}) TO '{target}' (HEADER, DELIMITER ',')")


if __name__ == "__main__":
    start = perf_counter()
    main(*sys.argv[1:])
    print(json.dumps({"seconds": perf_counter() - start}))
