"""Validates the tables in each folder named against the datapackage.json beside them."""

import sys

from frictionless import validate

folders = sys.argv[1:]
for folder in folders:
    report = validate(folder + "datapackage.json")
    if not report.valid:
        sys.exit(f"{folder} does not fit its catalogue:\n{report.to_summary()}")
if not folders:
    sys.exit("there are no tables to validate")
print(f"{len(folders)} folders of tables fit their catalogues")
