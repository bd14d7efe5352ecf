"""Lets LibreOffice compute every formula of the workbooks anew: they have to equal the calculated totals.

Use: recalculate.py TIEOUT
"""

import re
import subprocess
import sys
import tempfile
import zipfile
from decimal import Decimal
from pathlib import Path

from exported import Exported, sheet_rows, workbook
from samples import samples


def without_values(path, bare):
    """A copy of a workbook in which formulas have no values yet. Answers how many there were."""
    found = 0
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bare, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename.startswith("xl/worksheets/sheet"):
                text, many = re.subn("</f><v>[^<]*</v>", "</f>", data.decode())
                data, found = text.encode(), found + many
            new.writestr(entry.filename, data)
    return found


def check(exported, folder):
    heads, rows = exported.csv("line")
    path, bare = exported.xlsx(), folder / "bare.xlsx"
    formulas = without_values(path, bare)
    assert not any(cell.value for row in sheet_rows(workbook(bare, True), "lines")[1] for cell in row if is_formula(cell))
    out = folder / "computed"
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
               "--outdir", out, bare]
    done = subprocess.run(command, capture_output=True, timeout=300)
    assert done.returncode == 0 and (out / "bare.xlsx").exists(), done.stderr.decode()
    sheet_heads, live = sheet_rows(workbook(path, False), "lines")
    _, computed = sheet_rows(workbook(out / "bare.xlsx", True), "lines")
    assert len(live) == len(computed) == len(rows)
    compared = 0
    for row, before, after in zip(rows, live, computed):
        for head in ("calculated", "difference"):
            at = sheet_heads.index(head)
            if not is_formula(before[at]):
                continue
            expected = Decimal(row[heads.index(head)])
            value = after[at].value
            assert isinstance(value, (int, float)), f"{before[at].value} is {value!r}"
            # A sum of doubles is right to the decimals that are shown.
            shown = Decimal(repr(value)).quantize(Decimal(1).scaleb(expected.as_tuple().exponent))
            assert shown == expected, f"{before[at].value} is {value!r} and not {expected}"
            compared += 1
    assert compared == formulas, f"{compared} of {formulas} formulas were compared"
    return compared


def is_formula(cell):
    return cell.data_type == "f"


def main(tieout):
    formulas = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, text) in enumerate(samples().items()):
            within = Path(folder) / str(number)
            exported = Exported(tieout, within, text)
            compared = check(exported, within)
            print(f"ok {name}: {compared} formulas", flush=True)
            formulas += compared
    assert formulas > 100
    print(f"{formulas} passed, 0 failed")


if __name__ == "__main__":
    main(*sys.argv[1:])
