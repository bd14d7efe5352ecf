//! The currency codes of ISO 4217 and the signs that stand for currencies.

/// The alphabetic codes in use now or lately, by the alphabet; metals, funds and test codes are left out.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
    BZD CAD CDF CHF CLF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
    GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR \
    LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP \
    PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND \
    TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL";

/// Signs, the longer before those they end with.
const SIGNS: &[&str] = &[
    "US$", "AU$", "CA$", "NZ$", "HK$", "NT$", "MX$", "A$", "C$", "S$", "R$", "$", "€", "£", "¥", "₹", "₽",
    "₩", "₪", "₺", "₫", "₴", "₦", "₱", "฿", "₡", "₲", "₸", "₼", "₾", "₵", "₭", "₮",
];

/// Splits the currency in front of a text from what follows it.
pub fn in_front(text: &str) -> Option<(&str, &str)> {
    let len = SIGNS.iter().find(|sign| text.starts_with(**sign)).map(|sign| sign.len()).or_else(|| {
        let goes_on = text.get(3..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        text.get(..3).filter(|code| is_code(code) && !goes_on).map(str::len)
    })?;
    text.split_at_checked(len)
}

/// Splits the currency behind a text from what stands before it.
pub fn behind(text: &str) -> Option<(&str, &str)> {
    let len = SIGNS.iter().find(|sign| text.ends_with(**sign)).map(|sign| sign.len()).or_else(|| {
        let (before, code) = text.split_at_checked(text.len().checked_sub(3)?)?;
        Some(code).filter(|code| is_code(code) && !before.ends_with(char::is_alphabetic)).map(str::len)
    })?;
    text.split_at_checked(text.len().checked_sub(len)?)
}

fn is_code(text: &str) -> bool {
    text.len() == 3 && !text.contains(' ') && CODES.split_ascii_whitespace().any(|code| code == text)
}
