//! An amount as it is typed into a field, with separators where they leave no doubt.

use crate::view::amount_text::Separators;

/// The amount as settings have it, `-?digits(.digits)?`. What is no amount at all stays as it is, for whoever reads settings
/// to say so. Errors say what is unclear about the separators.
pub fn plain(typed: &str, reader: &Separators) -> Result<String, String> {
    let typed = typed.trim();
    let (minus, core) = typed.strip_prefix(['-', '−']).map_or(("", typed), |core| ("-", core));
    let core: String = core.chars().map(|letter| if is_space(letter) { ' ' } else { letter }).collect();
    if !core.bytes().any(|byte| byte.is_ascii_digit())
        || !core.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' '))
    {
        return Ok(typed.to_owned());
    }
    let whole = ungrouped(&core);
    let split = core.rsplit_once(['.', ',']).and_then(|(whole, fraction)| {
        let mark = core.chars().rev().find(|letter| matches!(letter, '.' | ','))?;
        let whole = if whole.is_empty() { Some("0".to_owned()) } else { ungrouped(whole) };
        let digits = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
        let once = core.matches(mark).count() == 1;
        (digits && once).then_some(())?;
        Some((mark, format!("{}.{fraction}", whole?)))
    });
    let shown = typed.replace('`', "'");
    let exact = match (whole, split) {
        (Some(whole), None) => whole,
        (None, Some((_, split))) => split,
        // One mark with three digits behind it may stand for either; a reader who writes a point before decimals has
        // but one use for each.
        (Some(_), Some(('.', split))) if reader.decimal == "." => split,
        (Some(whole), Some((',', _))) if reader.decimal == "." && reader.group == "," => whole,
        (Some(whole), Some((_, split))) => {
            return Err(format!(
                "`{shown}` may be {whole} or {split}: write it without separators of thousands, and decimals behind a point"
            ));
        }
        (None, None) => {
            return Err(format!("`{shown}` cannot be read as an amount: write it like 80000 or 80000.50"));
        }
    };
    Ok(format!("{minus}{exact}"))
}

/// What else stands between groups of digits than points and commas. A comma above the line is as good as an apostrophe.
pub fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\'' | '’' | '‘' | '_')
}

/// The digits of a whole number in groups as they are written: all by the same mark, the last of three digits, those before
/// of two or three.
fn ungrouped(text: &str) -> Option<String> {
    let marks: Vec<char> = text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let groups: Vec<&str> = text.split(|letter: char| !letter.is_ascii_digit()).collect();
    let fits = match groups.as_slice() {
        [only] => !only.is_empty(),
        [first, between @ .., last] => {
            (1..=3).contains(&first.len())
                && !first.starts_with('0')
                && between.iter().all(|group| (2..=3).contains(&group.len()))
                && last.len() == 3
        }
        [] => false,
    };
    (fits && marks.windows(2).all(|two| two.first() == two.last())).then(|| groups.concat())
}
