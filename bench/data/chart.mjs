// A chart of accounts as small companies have it, of which every entity of the data gets its own variant.

import { uuid, whole } from "./dice.mjs";

const CHART = {
  assets: {
    "Current Assets": {
      "Bank Accounts": ["Checking", "Savings", "Petty Cash", "Payroll Account", "Money Market"],
      "Accounts Receivable": ["Accounts Receivable", "Trade Debtors", "Allowance for Doubtful Accounts"],
      "Other Current Assets": ["Payments to Deposit", "Prepaid Expenses", "Prepaid Insurance", "Employee Advances"],
      Inventory: ["Raw Materials", "Work in Progress", "Finished Goods", "Goods in Transit"],
    },
    "Fixed Assets": {
      "Property, Plant, and Equipment": ["Office Equipment", "Furniture", "Vehicles", "Computers and Accessories"],
      "Accumulated Depreciation": ["Depreciation, Buildings", "Depreciation, Equipment", "Depreciation, Vehicles"],
    },
    "Other Assets": { Deposits: ["Rent Deposit", "Security Deposit"], "Intangible Assets": ["Goodwill", "Software", "Patents"] },
  },
  liabilities: {
    "Current Liabilities": {
      "Accounts Payable": ["Accrued Rent", "Trade Creditors", "Accounts Payable"],
      "Credit Cards": { "Business Cards": ["Bronze Card", "Silver Card", "Gold Card"], "Travel Cards": ["Café Card", "Fuel Card"] },
      "Other Current Liabilities": ["Sales Tax Payable", "Payroll Liabilities", "Deferred Revenue", "Accrued Expenses"],
    },
    "Long-Term Liabilities": { "Loans Payable": ["Bank Loan", "Vehicle Loan", "Loan \\\"Bridge\\\""], Leases: ["Lease, Office", "Lease, Machines"] },
  },
  equity: { "Owner's Equity": ["Share Capital", "Owner Contributions", "Owner Draws"], Reserves: ["Retained Earnings", "Revaluation Reserve"] },
};

/// The chart of one entity: sections of { name, items }, accounts of { name, id }. `repeats` is how often each kind of
/// account stands in its group, 1 for about 50 lines.
export function chart(roll, repeats) {
  return Object.entries(CHART).map(([key, groups]) => {
    const section = group(key[0].toUpperCase() + key.slice(1), groups, roll, repeats);
    // The ledger computes it and gives it no id; it is also what makes the equation hold.
    if (key === "equity") section.items.push({ name: "Net Income", id: null });
    return { key, ...section };
  });
}

function group(name, inside, roll, repeats) {
  if (!Array.isArray(inside)) {
    return { name, items: Object.entries(inside).map(([name, inside]) => group(name, inside, roll, repeats)) };
  }
  const items = [];
  for (const kind of inside) {
    const first = whole(roll, 1000, 9000);
    for (let at = 0; at < repeats; at += 1) {
      // Not every company has every account.
      if (items.length > 1 && roll() < 0.25) continue;
      items.push({ name: at === 0 ? kind : `${kind} ${first + at}`, id: uuid(roll) });
    }
  }
  return { name, items };
}
