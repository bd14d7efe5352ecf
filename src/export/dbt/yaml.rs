//! Texts as YAML values that can be nothing but texts.

use std::fmt::Write;

/// A text within double quotes, with everything escaped that YAML or the templates of dbt could take for their own: dbt
/// renders values as Jinja after they are read, so braces that would open one are kept apart by a Jinja text.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '{' => out.push_str("{{ '{' }}"),
            '}' => out.push_str("{{ '}' }}"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use crate::export::dbt::yaml::quoted;

    #[test]
    fn no_text_ends_its_quotes_or_opens_a_template() {
        let cases = [
            ("plain", "\"plain\""),
            ("\"; drop table x; --", "\"\\\"; drop table x; --\""),
            ("a\\", "\"a\\\\\""),
            ("a\nb\u{7}", "\"a\\nb\\u0007\""),
            ("{{ env_var('HOME') }}", "\"{{ '{' }}{{ '{' }} env_var('HOME') {{ '}' }}{{ '}' }}\""),
            ("💶", "\"💶\""),
        ];
        for (text, expected) in cases {
            assert_eq!(quoted(text), expected);
        }
    }
}
