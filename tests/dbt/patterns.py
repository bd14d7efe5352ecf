"""What the project's macros write for engines that are not at hand, by their own rules for texts and patterns."""

import re
from types import SimpleNamespace

from jinja2 import Environment
from project import ROOT

MACROS = ROOT / "src/export/dbt/project/macros"
TARGETS = ["duckdb", "spark", "postgres", "snowflake", "bigquery", "athena"]
# Whose regular expressions know properties of Unicode.
WITH_PROPERTIES = {"duckdb", "spark", "bigquery", "athena"}
# Where a backslash within plain quotes begins an escape.
WITH_ESCAPES = {"spark", "snowflake", "bigquery"}


def macros(target):
    """The macros as dbt would have them for a target, each answering with its text."""
    found = {}

    def dispatch(name, _package):
        return found.get(f"{target}__{name}") or found[f"default__{name}"]

    given = {
        "return": lambda text: text,
        "adapter": SimpleNamespace(dispatch=dispatch),
        "target": SimpleNamespace(type=target),
        "var": lambda name, default=None: {"scale": 6}.get(name, default),
        "tieout": SimpleNamespace(),
    }
    environment = Environment(extensions=["jinja2.ext.do"])
    environment.filters["as_bool"] = bool
    for path in sorted(MACROS.rglob("*.sql")):
        module = environment.from_string(path.read_text(encoding="utf-8"), globals=given).module
        found.update({name: macro for name, macro in vars(module).items() if callable(macro)})
    vars(given["tieout"]).update(found)
    return given["tieout"]


def every_target_is_given_texts_and_patterns_that_it_reads(_folder):
    for target in TARGETS:
        tieout = macros(target)
        written = [tieout.letters("name"), tieout.looks("id"), tieout.usual_sign("section", "name"), tieout.trimmed("name")]
        written += [tieout.is_plain("text"), tieout.decimals_of("text"), tieout.whole_digits_of("text"), tieout.is_residue("text"), tieout.day_of("text")]
        sql = "\n".join(written)
        literals = re.findall(r"(\br)?'((?:[^']|'')*)'", sql)
        assert len(literals) > 50, (target, len(literals))
        assert (r"\p{" in sql) == (target in WITH_PROPERTIES), target
        for raw, text in literals:
            assert not raw or target in ("spark", "bigquery"), (target, text)
            if target in WITH_ESCAPES and not raw:
                assert "\\" not in text.replace("\\\\", ""), (target, text)
            if target == "bigquery":
                assert "\n" not in text, "no line ends within plain quotes"
    print(f"\ntexts and patterns are legal on {', '.join(TARGETS)}")
