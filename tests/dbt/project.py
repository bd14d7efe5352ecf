"""Makes a dbt project by the command line, runs dbt in it, and reads what came of it."""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TIEOUT = os.environ.get("TIEOUT", str(ROOT / "target/debug/tieout"))
os.environ.update(DO_NOT_TRACK="1", DBT_SEND_ANONYMOUS_USAGE_STATS="false")


def report(*files, settings=None):
    """What the command line says of each file alone."""
    chosen = ["--settings", str(settings)] if settings else []
    reports = []
    for file in files:
        run = subprocess.run([TIEOUT, "check", "--format", "json", *chosen, str(file)], capture_output=True, text=True)
        assert run.returncode in (0, 1), run.stderr
        reports.append(json.loads(run.stdout))
    return reports


class Project:
    """A project in a folder."""

    def __init__(self, folder, files, settings=None):
        self.folder = Path(folder)
        packed = self.folder.with_suffix(".zip")
        chosen = ["--settings", str(settings)] if settings else []
        made = subprocess.run([TIEOUT, "export", "dbt", *map(str, files), *chosen, "-o", str(packed)], capture_output=True, text=True)
        assert made.returncode == 0, made.stderr
        with zipfile.ZipFile(packed) as zip:
            zip.extractall(self.folder)

    def dbt(self, *arguments, target="duckdb", **environment):
        """Runs dbt and answers with what came of each node."""
        dbt = Path(sys.executable).with_name("dbt")
        chosen = ["--quiet", "--no-use-colors", *arguments, "--profiles-dir", ".", "--target", target]
        run = subprocess.run([dbt, *chosen], cwd=self.folder, capture_output=True, text=True, env={**os.environ, "PWD": str(self.folder), **environment})
        assert run.returncode in (0, 1), f"dbt {' '.join(arguments)}: {run.stdout[-5000:]}{run.stderr[-5000:]}"
        nodes = json.loads((self.folder / "target/manifest.json").read_text())["nodes"]
        results = json.loads((self.folder / "target/run_results.json").read_text())["results"]
        outcomes = [Outcome(nodes[one["unique_id"]], one) for one in results if one["unique_id"] in nodes]
        broken = [f"{one.name}: {one.message}" for one in outcomes if one.status in ("error", "runtime error")]
        assert not broken, "\n".join(broken)
        skipped = [one.name for one in outcomes if one.status == "skipped"]
        assert not skipped, f"nothing is skipped, whatever is found: {skipped}"
        return outcomes

    def query(self, sql):
        import duckdb

        with duckdb.connect(str(self.folder / "warehouse.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def failing(self, outcomes):
        """The failing tests: {rule: {(statement, line)}}, with tests that carry no rule under their own names."""
        found = {}
        for outcome in outcomes:
            if not outcome.is_test or outcome.status == "pass":
                continue
            columns = [one for (one,) in self.query(f"select column_name from (describe select * from {outcome.relation})")]
            wanted = ", ".join(one if one in columns else "null" for one in ("statement_id", "line_id"))
            rows = self.query(f"select {wanted} from {outcome.relation}")
            found.setdefault(outcome.rule or outcome.name, set()).update(rows)
        return found


class Outcome:
    """What came of a node."""

    def __init__(self, node, result):
        self.name, self.status, self.message = node["name"], result["status"], result["message"]
        self.failures, self.seconds = result.get("failures") or 0, result["execution_time"]
        self.is_test, self.relation = node["resource_type"] == "test", node["relation_name"]
        rule = node["config"]["meta"].get("rule", "")
        self.rule = rule if re.fullmatch(r"[A-Z]\d{3}", rule) else None


def rules_of(outcomes):
    """The rules that have a test which ran."""
    return {one.rule for one in outcomes if one.rule}


def compare(title, expected, actual, tested):
    """Prints a table of rules with what the report tells and what the tests find; answers whether they agree."""
    print(f"\n{title}\n\n| rule | report | tests | |\n| --- | ---: | ---: | --- |")
    agree = True
    for rule in sorted(set(expected) | set(actual)):
        if rule not in tested and rule not in actual:
            print(f"| {rule} | {expected[rule]} | no test | |")
            continue
        same = expected.get(rule, 0) == actual.get(rule, 0)
        agree &= same
        print(f"| {rule} | {expected.get(rule, 0)} | {actual.get(rule, 0)} | {'' if same else 'DIFFERS'} |")
    sys.stdout.flush()
    return agree
