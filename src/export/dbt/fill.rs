//! Puts values in the places of a text that are marked `@name@`.

/// The text with each mark replaced by its value. Values are put in as they are: they are numbers, words of the engine, or
/// quoted for where they stand. A mark without a value stays, for tests to find.
pub fn fill(text: &str, values: &[(&str, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('@') {
        out.push_str(before);
        let known = behind.split_once('@').and_then(|(name, after)| {
            values.iter().find(|(own, _)| *own == name).map(|(_, value)| (value, after))
        });
        if let Some((value, after)) = known {
            out.push_str(value);
            rest = after;
        } else {
            out.push('@');
            rest = behind;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use crate::export::dbt::fill::fill;

    #[test]
    fn marks_are_replaced_once_and_nothing_else_is() {
        let values = [("a", "@b@".to_owned()), ("b", "2".to_owned())];
        assert_eq!(fill("@a@ @b@ x@y.org @c@ @", &values), "@b@ 2 x@y.org @c@ @");
    }
}
