"""The script that a competent person writes: json, Decimal and csv of the standard library."""

import csv
import json
import sys
from decimal import Decimal
from time import perf_counter

COLUMNS = ["category", "parent_name", "name", "account_id", "value", "is_lowest_level"]


def flatten(line, category, parent_name, rows, faults):
    """Adds the rows of a line and of all below it, and answers the line's amount."""
    name, value, items = line["name"], line["value"], line.get("items")
    rows.append((category, parent_name, name, line.get("account_id") or "", value, not items))
    amount = Decimal(value)
    if items:
        total = sum([flatten(item, category, name, rows, faults) for item in items])
        if total != amount:
            faults.append((name, amount, total))
    return amount


def main(source, target):
    faults = []
    with open(source, encoding="utf-8") as lines, open(target, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for text in lines:
            statement = json.loads(text)
            rows = []
            assets, liabilities, equity = (
                flatten(statement[key], statement[key]["name"], "", rows, faults)
                for key in ("assets", "liabilities", "equity")
            )
            if assets != liabilities + equity:
                faults.append(("equation", assets, liabilities + equity))
            writer.writerows(rows)
    return len(faults)


if __name__ == "__main__":
    start = perf_counter()
    differing = main(*sys.argv[1:])
    print(json.dumps({"seconds": perf_counter() - start, "differing": differing}))
