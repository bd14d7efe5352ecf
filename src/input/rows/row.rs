//! What one row says of itself, by the keys it says it under.

use crate::input::outline::{NodeId, Outline};
use crate::model::syntax::Shape;

/// The keys of a name, the best first; of all keys here, only letters and digits count.
const NAMES: [&str; 7] = ["accountname", "name", "label", "title", "displayname", "account", "description"];

/// The keys that another row may name as its parent, and that are an account's id, the best first.
pub const IDS: [&str; 9] =
    ["accountid", "accountnumber", "accountcode", "code", "id", "account", "key", "name", "accountname"];

/// How many of [`IDS`] are ids whatever they say; what stands under the others may be the name again, which is none.
const TRUE_IDS: usize = 5;

/// A row.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Its object.
    pub node: NodeId,
    /// Its name, as written.
    pub name: &'a str,
    /// What it says under each of [`IDS`].
    pub ids: [Option<NodeId>; IDS.len()],
    /// The parent it names.
    pub parent: Option<&'a str>,
    /// Its level.
    pub level: Option<i64>,
    /// The key of its parent, and of its level, if it has such keys, whatever they say.
    pub links: [Option<&'a str>; 2],
    /// Whether it says that it is a total.
    pub total: bool,
    /// What its root is, and what its report is.
    pub kinds: [&'a str; 2],
    /// Its currency.
    pub currency: &'a str,
    /// The list of its amounts, if they stand in one.
    pub cells: Option<NodeId>,
    /// Whether it has a list of objects other than that.
    pub nested: bool,
    /// Whether it has a day, as an entry of a journal does.
    pub dated: bool,
}

impl<'a> Row<'a> {
    /// Reads the fields of an object.
    pub fn read(outline: &'a Outline, node: NodeId) -> Row<'a> {
        let mut row = Row {
            node,
            name: "",
            ids: [None; IDS.len()],
            parent: None,
            level: None,
            links: [None; 2],
            total: false,
            kinds: [""; 2],
            currency: "",
            cells: None,
            nested: false,
            dated: false,
        };
        let mut best = NAMES.len();
        for child in outline.children(node) {
            let key = plain(outline.key(child));
            let text = outline.text(child).trim();
            if let Some(rank) =
                NAMES.iter().position(|name| *name == key).filter(|rank| *rank < best && !text.is_empty())
            {
                (row.name, best) = (outline.text(child), rank);
            }
            if let Some(slot) = IDS.iter().position(|id| *id == key).and_then(|at| row.ids.get_mut(at)) {
                *slot = Some(child).filter(|_| !text.is_empty());
            }
            row.total |= match key.as_str() {
                "id" => text.starts_with("total") || text.contains("|total"),
                "class" => text.split(' ').any(|word| word == "total"),
                _ => false,
            };
            row.take(outline, &key, child, text);
        }
        row
    }

    fn take(&mut self, outline: &'a Outline, key: &str, child: NodeId, text: &'a str) {
        let written = outline.key(child);
        match key {
            "level" | "indent" | "depth" | "indentation" | "hierarchylevel" => {
                self.level = level(text);
                self.links = [self.links[0], self.level.map(|_| written)];
            }
            "roottype" => self.kinds[0] = text,
            "reporttype" => self.kinds[1] = text,
            "currency" | "currencycode" => self.currency = text,
            "date" | "postingdate" | "entrydate" | "transactiondate" => self.dated |= !text.is_empty(),
            "columns" if outline.shape(child) == Shape::Array => self.cells = Some(child),
            "parenttype" | "parentfield" => {}
            _ if key.starts_with("parent") => {
                // A parent may be a pair of its key and its name.
                let stated = outline.children(child).next().map_or(text, |first| outline.text(first));
                self.parent = Some(stated).filter(|stated| !stated.is_empty());
                self.links[0] = Some(written).filter(|_| outline.shape(child) != Shape::Object);
            }
            _ => {
                let list = outline.shape(child) == Shape::Array;
                let first = outline.children(child).next().filter(|_| list);
                self.nested |= first.is_some_and(|first| outline.shape(first) == Shape::Object);
            }
        }
    }

    /// The account's id: its own, or else what rows name as their parent, or what is called an account.
    pub fn id(&self, outline: &Outline, key: usize) -> Option<NodeId> {
        let own = self.ids.iter().take(TRUE_IDS).find_map(|id| *id);
        let others = [key, TRUE_IDS].into_iter().filter_map(|at| self.ids.get(at).copied().flatten());
        own.or_else(|| others.into_iter().find(|id| outline.text(*id) != self.name))
    }

    /// Its name without the quotes that `ERPNext` puts around what it computes.
    pub fn title(&self) -> &'a str {
        self.name.trim_matches(|c: char| c == '\'' || c == '"' || c.is_whitespace())
    }

    /// Whether it is the total of something, by its name or because it says so.
    pub fn is_total(&self) -> bool {
        self.total || after_total(self.title()).is_some()
    }
}

/// What stands behind the word total at the beginning of a name.
pub fn after_total(name: &str) -> Option<&str> {
    let (first, rest) = name.split_at_checked(5)?;
    let ends = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || c == ':');
    first.eq_ignore_ascii_case("total").then_some(rest.trim_start_matches([':', ' '])).filter(|_| ends)
}

/// The letters and digits of a key, in small letters.
pub fn plain(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
}

/// A level, which some write with decimals.
fn level(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    whole.parse().ok().filter(|_| fraction.bytes().all(|digit| digit == b'0'))
}
