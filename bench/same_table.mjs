// Proves that everything measured wrote what is in the data, before any speed is compared.

/// Fails unless `found` agrees with what is known of the file in every figure that it has.
export function agree(who, facts, { ms, target, csv, memory, ...found }) {
  const known = { ...facts, rows: facts.lines, documents: facts.statements };
  for (const [name, value] of Object.entries(found)) {
    if (known[name] !== value) throw new Error(`${who}: ${name} is ${value} and should be ${known[name]}`);
  }
}
