"""A hundred generated files on Spark in local mode: the tests of the project find what the command line does."""

import json
import random
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from project import Project, compare, report  # noqa: E402

FILES = 100
ASSETS = {"Bank": ["Checking", "Savings", "Petty Cash"], "Receivables": ["Trade", "Allowance for Doubtful Accounts"], "Equipment": ["Machines", "Accumulated Depreciation"]}
CLAIMS = {"Payables": ["Trade Creditors", "Accrued Rent"], "Loans": ["Bank Loan", "Vehicle Loan"]}
EQUITY = {"Owner's Equity": ["Share Capital", "Owner Draws"]}


def sheet(number, roll):
    """A statement that ties, with a fault of one kind or none."""

    def section(name, groups, digit):
        made = {"name": name, "items": []}
        for at, (group, accounts) in enumerate(groups.items(), 1):
            items = [
                {"account_id": f"{digit}{at}{of:02}", "name": account, "value": amount(account)}
                for of, account in enumerate(accounts, 1)
            ]
            made["items"].append({"name": group, "value": total(items), "items": items})
        made["value"] = total(made["items"])
        return made

    def amount(account):
        cents = Decimal(roll.randrange(1, 10**7)) / 100
        return str(-cents if "Depreciation" in account or "Allowance" in account else cents)

    def total(items):
        return str(sum(Decimal(item["value"]) for item in items))

    assets, liabilities, equity = section("Assets", ASSETS, 1), section("Liabilities", CLAIMS, 2), section("Equity", EQUITY, 3)
    rest = Decimal(assets["value"]) - Decimal(liabilities["value"]) - Decimal(equity["value"])
    equity["items"].append({"account_id": "3900", "name": "Retained Earnings", "value": str(rest)})
    equity["value"] = str(Decimal(equity["value"]) + rest)
    made = {"entity": f"Company {number}", "end_date": "2024-12-31", "currency": "EUR", "assets": assets, "liabilities": liabilities, "equity": equity}
    bank = assets["items"][0]["items"]
    faults = [
        lambda: assets["items"][0].update(value="1.00"),
        lambda: assets.update(value="2.00"),
        lambda: bank[0].pop("account_id"),
        lambda: bank[0].update(account_id=bank[1]["account_id"]),
        lambda: bank[0].update(account_id="X-1"),
        lambda: bank[0].update(value="-" + bank[0]["value"]),
        lambda: bank[0].update(value="n/a"),
        lambda: made.pop("end_date"),
        lambda: made.pop("currency"),
        lambda: made.update(end_date="2024-02-31"),
        lambda: bank[0].update(memo="\u00fcber \U0001f4b6"),
        lambda: bank[0].update(name=bank[1]["name"], account_id=bank[1]["account_id"]),
        lambda: made.pop("equity"),
        lambda: bank[0].update(name=""),
        lambda: made.update(total_assets="3.00"),
    ]
    if number % 3 == 0:
        roll.choice(faults)()
    return made


def counted(reports):
    """Findings by rule; of rules that speak of a statement, or of a field, one a file."""
    count = {}
    for one in reports:
        for finding in one["findings"]:
            count[finding["rule"]] = count.get(finding["rule"], 0) + 1
    return count


def main():
    start = time.monotonic()
    roll = random.Random(20_261_125)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        files = [folder / f"company{number:03}.json" for number in range(FILES)]
        for number, file in enumerate(files):
            file.write_text(json.dumps(sheet(number, roll), ensure_ascii=False), encoding="utf-8")
        wanted = counted(report(*files))
        project = Project(folder / "spark", files)
        made = time.monotonic()
        outcomes = project.dbt("build", target="spark")
        ran = time.monotonic()
        got = {}
        for one in outcomes:
            if one.is_test and one.status != "pass":
                got[one.rule or one.name] = got.get(one.rule or one.name, 0) + one.failures
        tested = {one.rule for one in outcomes if one.rule}
        agree = compare(f"{FILES} files on Spark: findings of the command line, failing rows of the tests", wanted, got, tested)
        print(f"\n{len(outcomes)} nodes; made in {made - start:.0f} s, dbt build on Spark in {ran - made:.0f} s")
        assert agree, "Spark and the command line differ"


if __name__ == "__main__":
    main()
