//! Which currencies a text may mean: a code, or a sign that several currencies share.

/// Signs and the currencies they stand for; the plain dollar also stands for every other dollar.
const SIGNS: &[(&str, &[&str])] = &[
    ("$", DOLLARS),
    ("US$", &["USD"]),
    ("C$", &["CAD"]),
    ("CA$", &["CAD"]),
    ("A$", &["AUD"]),
    ("AU$", &["AUD"]),
    ("NZ$", &["NZD"]),
    ("S$", &["SGD"]),
    ("HK$", &["HKD"]),
    ("NT$", &["TWD"]),
    ("MX$", &["MXN"]),
    ("R$", &["BRL"]),
    ("€", &["EUR"]),
    ("£", &["GBP", "EGP", "FKP", "GIP", "LBP", "SHP", "SYP"]),
    ("¥", &["JPY", "CNY"]),
    ("￥", &["JPY", "CNY"]),
    ("RMB", &["CNY"]),
    ("₹", &["INR"]),
    ("₩", &["KRW"]),
    ("₽", &["RUB"]),
    ("₺", &["TRY"]),
    ("₪", &["ILS"]),
    ("₫", &["VND"]),
    ("₦", &["NGN"]),
    ("₱", &["PHP"]),
    ("₴", &["UAH"]),
    ("฿", &["THB"]),
];

const DOLLARS: &[&str] = &[
    "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD", "ARS", "BBD", "BMD", "BND", "BSD", "BZD", "CLP",
    "COP", "DOP", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "UYU", "XCD",
];

/// Whether two texts certainly mean two currencies. Nothing is certain of a text that is neither a code of three
/// letters nor a known sign.
pub fn differ(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim().to_ascii_uppercase(), other.trim().to_ascii_uppercase());
    if one == other {
        return false;
    }
    let (mine, theirs) = (meanings(&one), meanings(&other));
    !mine.is_empty() && !theirs.is_empty() && mine.iter().all(|code| !theirs.contains(code))
}

/// The codes a text may stand for; none if it is no currency that is known.
fn meanings(text: &str) -> Vec<&str> {
    if let Some((_, codes)) = SIGNS.iter().find(|(sign, _)| *sign == text) {
        return codes.to_vec();
    }
    let is_code = text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code { vec![text] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::rules::currency_sign::differ;

    #[test]
    fn signs_fit_every_currency_they_stand_for() {
        for (one, other) in [
            ("EUR", "eur "),
            ("EUR", "€"),
            ("$", "USD"),
            ("CAD", "$"),
            ("US$", "$"),
            ("¥", "CNY"),
            ("JPY", "¥"),
            ("RMB", "cny"),
            ("EUR", "Euro"),
        ] {
            assert!(!differ(one, other) && !differ(other, one), "{one} {other}");
        }
        for (one, other) in
            [("EUR", "USD"), ("€", "$"), ("US$", "CAD"), ("£", "€"), ("CHF", "¥"), ("C$", "A$")]
        {
            assert!(differ(one, other) && differ(other, one), "{one} {other}");
        }
    }
}
