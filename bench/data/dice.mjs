// Numbers that look random and are the same on every machine, so that everybody measures the same bytes.

/// A die for this seed: each call gives the next number in [0, 1). (Mulberry32, by Tommy Ettinger, in the public domain.)
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/// A whole number from `least` to `most`.
export const whole = (roll, least, most) => least + Math.floor(roll() * (most - least + 1));

/// An account id as ledgers make them.
export function uuid(roll) {
  const hex = (digits) => whole(roll, 0, 16 ** digits - 1).toString(16).padStart(digits, "0");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${(8 + whole(roll, 0, 3)).toString(16)}${hex(3)}-${hex(8)}${hex(4)}`;
}

/// An amount in cents, of any size that occurs, now and then negative.
export function cents(roll) {
  const size = whole(roll, 3, 9);
  const amount = whole(roll, 1, 10 ** size);
  return roll() < 0.04 ? -amount : amount;
}

/// Cents as a text with two decimals.
export function text_of(cents) {
  const digits = Math.abs(cents).toString().padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
