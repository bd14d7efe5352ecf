"""Makes projects and really runs `dbt build` on DuckDB: python tests/dbt/run.py [part]..."""

import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from patterns import every_target_is_given_texts_and_patterns_that_it_reads  # noqa: E402
from project import ROOT, TIEOUT, Project, compare, report, rules_of  # noqa: E402

FIXTURES = ROOT / "tests/fixtures"
CANONICAL = FIXTURES / "canonical.json"


def expected(project):
    """The findings that came with the project: {rule: {(statement, line)}}."""
    found = {}
    with open(project.folder / "data/finding.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            statement = int(row["statement_id"]) if row["statement_id"] else None
            found.setdefault(row["rule"], set()).add((statement, row["line_id"] or None))
    return found


# A field is told once a statement by the report, and on every line that has it by the test; a statement is told by the
# place of a date, or once a date; and what only a whole file shows is told by path alone.
BY_STATEMENT = {"A003", "S008", "D002", "S001", "D007"}


def coarse(rule, places):
    return {(statement, None) for statement, _ in places} if rule in BY_STATEMENT else places


def same_places(project, outcomes, title, beside=()):
    """Each rule's test fails on the very lines that the report tells of, and no other test fails."""
    tested = rules_of(outcomes)
    wanted = expected(project)
    got = {rule: places for rule, places in project.failing(outcomes).items() if rule not in beside}
    count = lambda found: {rule: len(coarse(rule, places)) for rule, places in found.items()}
    agree = compare(title, count(wanted), count(got), tested)
    for rule in sorted(set(wanted) & tested | set(got)):
        a, b = coarse(rule, wanted.get(rule, set())), coarse(rule, got.get(rule, set()))
        if a != b:
            agree = False
            print(f"{rule}: only in the report {sorted(map(str, a - b))}, only in the tests {sorted(map(str, b - a))}")
    assert agree, "tests and report differ"


def a_tying_sheet_passes_every_test(folder):
    sheet = Path(__file__).parent / "ties.json"
    (one,) = report(sheet)
    assert not one["findings"], one["findings"]
    project = Project(folder / "ties", [sheet])
    outcomes = project.dbt("build")
    statuses = {one.status for one in outcomes if one.is_test}
    assert statuses == {"pass"}, project.failing(outcomes)
    names = [name for (name,) in project.query("select name from tieout.stg_line order by line_order")]
    assert "Bank\nof two lines\tand a tab" in names and "'; drop table stg_line; --" in names
    print(f"every one of {sum(one.is_test for one in outcomes)} tests passes on a sheet that ties")


def the_canonical_sheet_fails_as_the_report_says(folder):
    project = Project(folder / "canonical", [CANONICAL])
    outcomes = project.dbt("build")
    rules = {finding["rule"] for finding in report(CANONICAL)[0]["findings"]}
    assert set(project.failing(outcomes)) == rules, (project.failing(outcomes), rules)
    same_places(project, outcomes, "The canonical sheet: findings of the report, failing rows of the tests")
    said = project.query("select says, reported, calculated, difference from tieout_findings.total_equals_items_first_level_")
    print(f"\na failing row: {said[0]}")
    assert "Current Liabilities" in said[0][0] and said[0][3].startswith("76998.1")
    equal = project.query("""
      select count(*) from (
        select line_id, path, amount from tieout.stg_line
        intersect select line_id, path, cast(amount as decimal(36, 6)) from read_csv('%s', all_varchar = true)
      )""" % (project.folder / "data/line.csv"))
    assert equal == [(37,)], equal
    areas = [project.query(f"select count(*), sum(amount) from tieout.{area}")[0] for area in ("assets", "liabilities", "equity")]
    assert areas == [(9, Decimal("13318970.87")), (8, Decimal("948018.89")), (4, Decimal("12399101.55"))], areas


def every_rule_that_has_a_test_fires_where_its_example_says(folder):
    files = []
    (folder / "examples").mkdir()
    codes = [line.split()[0] for line in subprocess.run([TIEOUT, "rules"], capture_output=True, text=True).stdout.splitlines()]
    settings = []
    for code in codes:
        said = subprocess.run([TIEOUT, "rules", code], capture_output=True, text=True, errors="replace").stdout
        if "with the settings" in said:
            settings.append(code)
        file = folder / "examples" / f"{code}.json"
        file.write_text(said.split("\nfails\n\n", 1)[1].split("\n\npasses\n\n", 1)[0], encoding="utf-8")
        # A file that cannot be read makes no project.
        if subprocess.run([TIEOUT, "check", str(file)], capture_output=True).returncode != 2:
            files.append(file)
    project = Project(folder / "rules", files)
    outcomes = project.dbt("build")
    # Of the text of a file a warehouse sees nothing.
    wanted = {rule for rule in expected(project)} & rules_of(outcomes) 
    got = set(project.failing(outcomes))
    print(f"\nrules told of all examples together: {' '.join(sorted(wanted))}; with the settings of their own: {' '.join(settings)}")
    # The examples are one sheet again and again.
    repeated = "statement_not_repeated_stg_statement_"
    same_places(project, outcomes, "The examples of all rules together", beside={repeated})
    assert wanted == got - {repeated}


def a_changed_period_closes_the_old_rows(folder):
    sheet = json.loads(CANONICAL.read_text())
    first = folder / "first.json"
    first.write_text(json.dumps({"entity": "Flex", "end_date": "2023-12-31", "currency": "USD", **sheet}))
    project = Project(folder / "periods", [first])
    project.dbt("build")
    before = project.query("select balance_key, amount from tieout.fact_balance")
    bank = sheet["assets"]["items"][0]["items"][0]["items"]
    bank[0]["name"] = "Flex Cash, renamed"
    gone = bank.pop()
    moved = bank.pop(1)
    sheet["assets"]["items"][0]["items"][1]["items"].append(moved)
    second = {"entity": "Flex", "end_date": "2024-12-31", "currency": "USD", **sheet}
    (project.folder / "data/raw/tomorrow.json").write_text(json.dumps(second))
    project.dbt("build")
    history = project.query("""
      select name, account_id, dbt_valid_to is null from tieout.account_history order by account_id, dbt_valid_from""")
    versions = {id: [(name, open) for name, of, open in history if of == id] for _, id, _ in history}
    assert versions["6c9790a2-0800-46cc-8c50-e29e69d8015c"] == [("Flex Cash", False), ("Flex Cash, renamed", True)]
    assert [open for _, open in versions[moved["account_id"]]] == [False, True], versions[moved["account_id"]]
    assert [open for _, open in versions[gone["account_id"]]] == [True], "it stands in the first period still"
    after = project.query("select balance_key, amount from tieout.fact_balance")
    assert set(before) < set(after) and len(after) == len(before) + 20, (len(before), len(after))
    closed = sum(not open for _, _, open in history)
    print(f"\na second period: {len(history)} rows of history, {closed} of them closed; {len(before)} balances became {len(after)}")
    # A file that is corrected replaces its period, and an account that is there no more goes.
    sheet["equity"]["items"].pop()
    (project.folder / "data/raw/tomorrow.json").write_text(json.dumps({**second, **sheet}))
    time.sleep(0.01)
    project.dbt("run", "--select", "+fact_balance")
    assert len(project.query("select 1 from tieout.fact_balance")) == len(after) - 1


def other_shapes_are_rewritten_and_flattened_alike(folder):
    files = [*sorted((FIXTURES / "quickbooks").glob("*.json")), *sorted((FIXTURES / "xero").glob("*.json"))]
    files += [*sorted((FIXTURES / "named").glob("*.json")), FIXTURES / "hledger/periods.json", FIXTURES / "rows/erpnext.json"]
    # One that has no statement at all cannot be read alone, but beside others.
    project = Project(folder / "shapes", files)
    outcomes = project.dbt("build")
    failing = project.failing(outcomes)
    if {"flattened_as_shipped", "balances_as_shipped"} & set(failing):
        raise AssertionError(project.query("select * from tieout_findings.flattened_as_shipped order by statement_id"))
    lines = project.query("select count(*), count(distinct statement_id) from tieout.stg_line")[0]
    print(f"\n{len(files)} files of other shapes: {lines[0]} lines of {lines[1]} statements, flattened alike")
    for rule in ("T001", "T002", "A001", "A002"):
        assert expected(project).get(rule, set()) == failing.get(rule, set()), rule


def what_is_new_breaks_nothing_and_is_told(folder):
    project = Project(folder / "drift", [CANONICAL])
    project.dbt("build")
    deep = {"name": "Level 8", "account_id": "x-9", "value": "1.00", "cost_centre": {"a": [1.50, None]}}
    for level in range(7, 0, -1):
        deep = {"name": f"Level {level}", "value": "1.00", "items": [deep]}
    new = {
        "end_date": "2025-03-31", "currency": "EUR", "workflow": "v2",
        "assets": {"name": "Assets", "value": "1.00", "items": [deep]},
        "liabilities": {"name": "Liabilities", "value": "0.00", "items": [{"name": "None", "account_id": "x-1", "value": "0.00"}]},
        "equity": {"name": "Equity", "value": "1.00", "items": [{"name": "Capital", "account_id": "x-2", "value": "1.00"}]},
        "off_balance": {"name": "Off balance", "value": "5.00", "items": [{"name": "Lease", "account_id": "x-3", "value": "5.00"}]},
    }
    # A name like those of the shipped files makes no shipped file of it.
    (project.folder / "data/raw/tieout_000000_tomorrow.json").write_text(json.dumps(new))
    outcomes = project.dbt("build")
    failing = project.failing(outcomes)
    assert {"fields_as_found", "sections_as_found", "levels_as_found"} <= set(failing), sorted(failing)
    assert not {"flattened_as_shipped", "balances_as_shipped", "nothing_below_the_deepest"} & set(failing), sorted(failing)
    extra = project.query("select extra from tieout.stg_line where extra is not null")
    assert json.loads(extra[0][0]) == {"cost_centre": {"a": ["1.5", None]}}, extra
    assert json.loads(project.query("select extra from tieout.stg_statement where extra is not null")[0][0]) == {"workflow": "v2"}
    deepest = project.query("select max(level), count(*) from tieout.deeper_levels")
    print(f"\nnew fields, levels and sections: told by {sorted(rule for rule in failing if rule.endswith('_as_found'))}; extra {extra[0][0]}; deepest {deepest}")
    assert deepest == [(8, 4)], deepest
    # Deeper than is flattened is an error, and stops nothing.
    outcomes = project.dbt("build", "--vars", "{spare_levels: 2}")
    assert "nothing_below_the_deepest" in project.failing(outcomes)


def what_the_files_had_is_not_new(folder):
    part = lambda name, **more: {"name": name, "value": "1.00", "items": [{"name": "Part", "account_id": "n-1", "value": "1.00", **more}]}
    sheet = lambda **more: {"assets": part("A", **more), "liabilities": part("L"), "equity": part("E")}
    many = sheet(**{f"field {number}": number for number in range(10_001)})
    many.update({f"header {number}": number for number in range(101)})
    unnamed = {**sheet(**{"": 1}), "": {"value": "1.00", "items": [{"name": "Part", "value": "1.00"}]}}
    files = {"many": many, "unnamed": unnamed, "rewritten": {**sheet(**{"": 1, "note": 2}), "entity": True}}
    (folder / "had").mkdir()
    for name, made in files.items():
        (folder / "had" / f"{name}.json").write_text(json.dumps(made))
    project = Project(folder / "names", [folder / "had" / f"{name}.json" for name in files])
    drift = {"fields_as_found", "sections_as_found", "levels_as_found", "flattened_as_shipped", "balances_as_shipped"}
    failing = project.failing(project.dbt("build"))
    assert not drift & set(failing), {test: project.query(f"select * from tieout_findings.{test} limit 5") for test in drift & set(failing)}
    # Tomorrow the same fields are no news, and others are.
    (project.folder / "data/raw/tomorrow.json").write_text(json.dumps({**sheet(**{"": 1, "note": 2, "field 10000": 3, "new": 4}), "new section": part("N")}))
    failing = project.failing(project.dbt("build"))
    assert drift & set(failing) == {"fields_as_found", "sections_as_found"}, sorted(failing)
    fields = project.query("select field from tieout_findings.fields_as_found")
    assert fields == [("new",)], fields
    assert project.query("select section from tieout_findings.sections_as_found") == [("new section",)]
    print("\n10,103 fields and a section without a name are no news")


def bad_input_is_told(folder):
    part = lambda value, **more: {"name": "Part", "value": value, "items": [{"name": "One", "account_id": "n-1", "value": value, **more}]}
    plain = {"assets": part("2.00"), "liabilities": part("1.00", account_id="n-2"), "equity": part("1.00", account_id="n-3")}
    long = "123456789012345678901234567.1"
    cases = {
        "nothing": {"assets": {}, "liabilities": {}, "equity": {}},
        "no_items": {"assets": {"name": "A", "value": "0"}, "liabilities": {"name": "L", "value": "0"}, "equity": {"name": "E", "value": "0"}},
        "twice": [{"entity": "E", "end_date": "2024-12-31", **plain}, {"entity": "E", "end_date": "2024-12-31", **plain}],
        "long": {"assets": part(long), "liabilities": part("0." + "1" * 27, account_id="n-2"), "equity": part("1" * 40, account_id="n-3")},
        "old": {"end_date": "1066-10-14", **plain},
    }
    files = []
    (folder / "bad").mkdir()
    for name, sheet in cases.items():
        files.append(folder / "bad" / f"{name}.json")
        files[-1].write_text(json.dumps(sheet))
    project = Project(folder / "odd", files)
    outcomes = project.dbt("build")
    failing = project.failing(outcomes)
    print(f"\nbad input: told by {' '.join(sorted(failing))}")
    assert {"D001", "D006", "S003", "V006", "statement_not_repeated_stg_statement_"} <= set(failing), sorted(failing)
    assert "flattened_as_shipped" not in failing, project.query("select * from tieout_findings.flattened_as_shipped")
    # Amounts that do not fit the column are the one thing in which the warehouse may differ.
    assert project.query("select max(repetition) from tieout.stg_statement where as_of = '2024-12-31'") == [(2,)]
    # A file that is no JSON among tomorrow's is told and stops nothing.
    (project.folder / "data/raw/broken.json").write_text('{"assets": {"name": ')
    (project.folder / "data/raw/empty.json").write_text("")
    (project.folder / "data/raw/other.json").write_text('[{"a": 1}, 5]')
    nearly = {
        "nought": {"01"}, "bare_point": {"1."}, "no_nought": {".5"}, "plus": {"+1"}, "exponent": {"1e"}, "hexadecimal": {"0x10"},
        "nan": {"NaN", "nan", "-Infinity", "inf"}, "comma": {"1,", "[1,]", "[1, ]"}, "comment": {"1 // one"}, "minus": {"-01", "- 1"},
        "words": {"True", "nil"}, "quotes": {"'1'"},
    }
    for name, values in nearly.items():
        for nth, value in enumerate(sorted(values)):
            sheet = json.dumps({**plain, "assets": part("@")}).replace('"@"', value)
            assert subprocess.run([TIEOUT, "check", "-"], input=sheet, capture_output=True, text=True).returncode == 2, sheet
            (project.folder / f"data/raw/none_{name}_{nth}.json").write_text(sheet)
            (project.folder / f"data/raw/none_{name}_{nth}_lines.json").write_text(json.dumps(plain) + "\n" + sheet + "\n")
    sound = json.dumps({**plain, "note": "01, NaN,] \" inf ,}", "exponent": -1.50e+3, "nought": [0, -0.0], "null": None})
    (project.folder / "data/raw/sound.json").write_text(sound)
    before = project.query("select count(*) from tieout.stg_statement")[0][0]
    failing = project.failing(project.dbt("build"))
    assert "J001" in failing and "S001" in failing, sorted(failing)
    told = {name for (name,) in project.query("select path from tieout_findings.document_is_json_checked_document_")}
    written = {path.name for path in (project.folder / "data/raw").glob("none_*")}
    assert told == {"broken.json", "other.json"} | written, told ^ ({"broken.json", "other.json"} | written)
    # The sound file and the first line of each of those of lines are statements.
    assert project.query("select count(*) from tieout.stg_statement") == [(before + 1 + len(written) // 2,)]


def what_is_legal_but_odd_is_flattened_as_shipped(folder):
    """A value of another kind than is wanted, and white space that is no space: each in a sheet of its own."""
    blank = "\t\n\r \u000b\u000c\u0085\u00a0\u1680\u2003\u2028\u202f\u205f\u3000"
    lines = [
        {"name": True}, {"name": {"en": "Cash"}}, {"name": ["Cash"]}, {"name": None}, {"name": 1.50}, {"name": blank},
        {"account_id": False}, {"account_id": [1]}, {"account_id": {"a": 1}}, {"account_id": None}, {"account_id": 7},
        {"account_id": ""}, {"account_id": "\t"}, {"account_id": "\u00a0"}, {"account_id": blank}, {"account_id": "\u200b"},
        {"value": "\t"}, {"value": blank}, {"value": None}, {"value": True}, {"value": {"a": 1}}, {"value": [1]},
        {"value": "1.234"}, {"value": "1,234"}, {"value": "1234567890123456789012345.12345"}, {"tieout_own": "5"}, {"section": "x", "key": "y", "bare": "true"},
        {"value": "\t1.00"}, {"value": "1.00\u3000"}, {"value": "n/a\t"}, {"currency": 5}, {"currency": blank}, {"currencyCode": "EUR"},
    ]
    headers = [
        {"entity": True}, {"entity": {"name": "E"}}, {"entity": 5}, {"currency": False}, {"currency": blank}, {"entity": blank},
        {"end_date": True}, {"end_date": {"day": 1}}, {"end_date": ["2024-12-31"]}, {"end_date": blank}, {"end_date": 20241231},
        {"id": True}, {"net_assets": "$0.00"}, {"currency": "EUR", "total_assets": "$1"}, {"currency": "EUR", "currency_code": "USD"}, {"total_assets": "1,000"},
        {"Tieout Title": "T"}, {"tieout_kind": "other"},
        {"total_assets": True}, {"total_assets": {"a": 1}}, {"total_assets": blank}, {"created_at": {"a": 1}},
    ]
    part = lambda of, line={}: {"name": of, "value": "1.00", "items": [{"name": "Part", "account_id": "n-1", "value": "1.00", **line}]}
    sheet = lambda line={}, **more: {**more, "assets": part("A", line), "liabilities": part("L"), "equity": part("E")}
    sheets = [sheet(line) for line in lines] + [sheet(**header) for header in headers]
    sheets += [{**header, "balance_sheets": [sheet()]} for header in headers]
    sheets += [{**sheet(), "assets": {**part("A"), **line}} for line in lines]
    # Where a group alone has an id, each account without one is told.
    unnumbered = lambda of, **more: {"name": of, "value": "2", **more, "items": [{"name": name, "value": "1"} for name in ("One", "Two")]}
    sheets.append({"assets": unnumbered("A", account_id="n-9"), "liabilities": unnumbered("L"), "equity": unnumbered("E")})
    (folder / "odd").mkdir()
    files = [folder / "odd" / f"{number:03}.json" for number in range(len(sheets))]
    for file, made in zip(files, sheets):
        file.write_text(json.dumps(made))
    project = Project(folder / "values", files)
    failing = project.failing(project.dbt("build"))
    for test in ("flattened_as_shipped", "balances_as_shipped"):
        if test in failing:
            told = project.query(f"select * from tieout_findings.{test} limit 20")
            raise AssertionError("\n".join(map(str, [test, *told])))
    for rule in ("S004", "A001", "V001", "V002", "V006", "T004", "D006", "D007"):
        # What the header states in place of a total is no line.
        wanted = {place for place in expected(project).get(rule, set()) if rule != "V001" or place[1]}
        assert wanted == failing.get(rule, set()), (rule, wanted ^ failing.get(rule, set()))
    print(f"\n{len(sheets)} sheets with odd values are flattened as shipped")


def random_trees_fail_as_the_report_says(folder):
    """Few names and ids, each in many places of the tree."""
    roll = random.Random(20_261_128)
    names = ["Cash", "Bank", "Less: Depreciation", "Allowance for Doubtful Accounts", "Owner Draws", "Share Capital", "cash", " ", "Loan"]
    names += ["Loan $", "Loan %", "Loan.", "_loan_", "(LOAN)", "Loan\u00a0", "Loan\u2013", "\u00c4rger", "\u00e4rger", "1 000", "1000", "1-0 0", "1.000", "Less:Cash", "\u00a0less: x"]

    def line(level):
        made = {"name": roll.choice(names), "value": str(roll.randrange(-50, 100))}
        if roll.random() < 0.6:
            made["account_id"] = roll.choice("0123")
        if level < 5 and roll.random() < 0.5:
            made["items"] = [line(level + 1) for _ in range(roll.randrange(0, 4))]
        return made

    section = lambda key: {"name": roll.choice([key, "Cash"]), "account_id": roll.choice("09"), "value": str(roll.randrange(0, 200)), "items": [line(1) for _ in range(roll.randrange(1, 5))]}
    files = [folder / f"{number:02}.json" for number in range(40)]
    for file in files:
        file.write_text(json.dumps({key: section(key) for key in ("assets", "liabilities", "equity")}))
    project = Project(folder / "random", files)
    outcomes = project.dbt("build")
    same_places(project, outcomes, "Random trees", beside={"statement_not_repeated_stg_statement_"})
    # An id on lines that stand in each other is a note to the command line, and no error here.
    statuses = {one.name: one.status for one in outcomes}
    assert statuses["account_id_unique_along_chain"] == "warn" and statuses["account_id_unique_checked_line_"] == "fail", statuses


def many_lines_alike_take_no_longer(folder):
    account = {"name": "Depreciation", "account_id": "0", "value": "-1"}
    part = lambda items, **more: {"name": "Part", "value": "1", **more, "items": items}
    groups = [part([account] * 600, **account) for _ in range(100)]
    sheet = {"assets": part(groups), "liabilities": part([{**account, "account_id": "1"}]), "equity": part([{**account, "account_id": "2"}])}
    (folder / "alike.json").write_text(json.dumps(sheet))
    outcomes = Project(folder / "alike", [folder / "alike.json"]).dbt("build")
    slow = {one.name: one.seconds for one in outcomes if one.seconds > 10}
    assert not slow, slow
    print(f"\n60,000 lines of one name and id: no node takes more than {max(one.seconds for one in outcomes):.1f} s")


def the_shipped_tables_do_where_the_engine_does_not_flatten(folder):
    project = Project(folder / "shipped", [CANONICAL])
    outcomes = project.dbt("build", "--vars", "{shipped: true}")
    same_places(project, outcomes, "From the shipped tables, as on engines that do not flatten")
    # Groups with postings of their own add up as well.
    project = Project(folder / "own", [FIXTURES / "quickbooks/balance_sheet.json"])
    outcomes = project.dbt("build", "--vars", "{shipped: true}")
    assert project.failing(outcomes).get("T001", set()) == expected(project).get("T001", set())


PARTS = [
    every_target_is_given_texts_and_patterns_that_it_reads,
    a_tying_sheet_passes_every_test,
    the_canonical_sheet_fails_as_the_report_says,
    every_rule_that_has_a_test_fires_where_its_example_says,
    a_changed_period_closes_the_old_rows,
    other_shapes_are_rewritten_and_flattened_alike,
    what_is_new_breaks_nothing_and_is_told,
    what_the_files_had_is_not_new,
    bad_input_is_told,
    what_is_legal_but_odd_is_flattened_as_shipped,
    random_trees_fail_as_the_report_says,
    many_lines_alike_take_no_longer,
    the_shipped_tables_do_where_the_engine_does_not_flatten,
]

if __name__ == "__main__":
    chosen = [part for part in PARTS if not sys.argv[1:] or any(name in part.__name__ for name in sys.argv[1:])]
    for part in chosen:
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            part(Path(folder))
        print(f"-- {part.__name__.replace('_', ' ')}: {time.monotonic() - start:.1f} s", flush=True)
