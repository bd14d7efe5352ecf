"""Files to export: each brings something that a format could lose."""

import json
from decimal import Decimal
from pathlib import Path

FIXTURES = Path(__file__).parent.parent / "fixtures"

# Names that a reader, a spreadsheet, a shell or a database could take for something else.
HOSTILE = [
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "'apostrophe", "\ttab in front",
    "two\nlines", "carriage\r\nreturn", "bare\rreturn", '"quotes", commas', "emoji 🧾 and ligature ﬁ",
    "control \u0001 \u001f end", "nul \u0000 end", "not a character \ufffe", "_x0041_ is no A",
    "  spaces around  ", "<b>&amp;</b>", '"; drop table line; --', "select", "http://example.org/",
    "mailto:a@example.org", "1e5", "007", "TRUE", "1/2", "\u202eright to left", "x" * 300,
]


def node(name, value=None, items=(), account=None):
    made = {"name": name, "account_id": account, "items": list(items)}
    if value is not None:
        made["value"] = value
    return made


def group(name, items):
    """A group whose amount is that of its items."""
    total = sum((Decimal(item["value"]) for item in items), Decimal("0.00"))
    return node(name, str(total), items)


def sheet(assets, liabilities=(), entity=None, day=None, currency=None):
    """A statement that ties: equity takes up the rest."""
    made = {}
    for key, value in (("entity", entity), ("end_date", day), ("currency_code", currency)):
        if value is not None:
            made[key] = value
    made["assets"] = group("Assets", assets)
    made["liabilities"] = group("Liabilities", list(liabilities))
    rest = Decimal(made["assets"]["value"]) - Decimal(made["liabilities"]["value"])
    made["equity"] = group("Equity", [node("Capital", str(rest), account="9000")])
    return made


def several():
    tree = [group("Cash", [node("Till", "10.00", account="1"), node("Bank", "0.10", account="2")]),
            group("Deep", [group("Deeper", [group("Deepest", [node("End", "0.25", account="3")])])])]
    first = sheet(tree, [node("Loan", "5.00", account="4")], "A & Co", "2024-12-31", "EUR")
    second = sheet(tree, [node("Loan", "5.00", account="4")], "A & Co", "1875-12-31", "EUR")
    second["assets"]["value"] = "11.35"
    third = sheet([node("Fine", "1.125", account="1"), node("Finer", "2.375", account="2")], entity="B")
    fourth = sheet(tree, entity="A & Co", day="2024-02-31")
    return "\n".join(json.dumps(one) for one in (first, second, third, fourth))


def hostile():
    items = [node(name, f"{at}.50", account=name if at % 2 else f"{at:020d}") for at, name in enumerate(HOSTILE)]
    items += [node("no amount"), node("unreadable", "=1+1"), node(None, "1.00"), node("long", "1.00", account="7" * 30)]
    return json.dumps({
        "entity": HOSTILE[0], "currency_code": HOSTILE[9],
        "assets": node("=Assets", "100.00", [node("two\nlines", "50.00", items)]),
        "liabilities": group("Liabilities", []), "equity": group("Equity", []),
    })


def long_amounts():
    items = [node("most", "9999999999999999999999999999", account="1"),
             node("kept", "123456789012.345", account="2"), node("text", "12345678901234.567", account="3")]
    return json.dumps(sheet(items[1:]) | {"assets": node("Assets", "9999999999999999999999999998", items[:1])})


def beyond_38():
    items = [node("large", "1234567890123456789012345678", account="1"),
             node("small", "0.0000000000000000000000000001", account="2")]
    return json.dumps(sheet(items[1:]) | {"liabilities": node("Liabilities", "1234567890123456789012345678", items[:1])})


def wide():
    items = [group(f"Group {at}", [node("Only", "0.01", account=str(at))]) for at in range(400)]
    return json.dumps(sheet(items))


def samples():
    """The name and the text of each file."""
    return {
        "canonical": (FIXTURES / "canonical.json").read_text(),
        "own postings": (FIXTURES / "quickbooks" / "periods.json").read_text(),
        "tying": json.dumps(sheet([node("Cash", "12.50", account="1000")], [node("Loan", "2.50", account="2000")])),
        "several statements": several(),
        "hostile names": hostile(),
        "28 digits": long_amounts(),
        "beyond 38 digits": beyond_38(),
        "400 groups in one": wide(),
        "no items": '{"assets":{"name":"A","value":"0"},"liabilities":{"name":"L","value":"0"},"equity":{"name":"E","value":"0"}}',
        "no statement": (FIXTURES / "quickbooks" / "empty.json").read_text(),
    }
