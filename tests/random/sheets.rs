//! Random balance sheets that tie, as trees that a test can damage and then print as JSON.

/// A small seeded generator (`SplitMix64`), so that a failing seed can be run again.
pub struct Dice(pub u64);

impl Dice {
    /// The next number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap()
    }
}

/// A line. Amounts are cents; each field holds the JSON that is printed, so that a test can spoil it.
#[derive(Clone, Debug)]
pub struct Node {
    pub id: String,
    pub name: String,
    pub value: String,
    pub items: Vec<Node>,
    /// Further fields, printed after a comma.
    pub extra: String,
    pub cents: i64,
}

/// A statement: assets, liabilities, equity.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub header: String,
    pub sections: [Node; 3],
}

/// The id of a section that is not printed.
pub const GONE: &str = "gone";

/// Stands for a byte that is no UTF-8.
pub const BAD_BYTE: char = '\u{e000}';

pub const KEYS: [&str; 3] = ["assets", "liabilities", "equity"];

/// A sheet that ties, of up to some hundred lines, with names and ids that occur once.
pub fn balanced(dice: &mut Dice) -> Sheet {
    let mut serial = 0;
    let mut sections = [(); 3].map(|()| section(dice, &mut serial));
    for (section, key) in sections.iter_mut().zip(KEYS) {
        section.name = text(key);
    }
    // The last account of equity takes up what is missing.
    let gap = sections[0].cents - sections[1].cents - sections[2].cents;
    let mut plug = account(dice, &mut serial);
    plug.name = text("Retained earnings");
    set(&mut plug, gap);
    sections[2].items.push(plug);
    let equity = sections[2].cents + gap;
    set(&mut sections[2], equity);
    let header = r#""end_date": "2024-06-30", "currency_code": "CHF", "#.to_owned();
    Sheet { header, sections }
}

fn section(dice: &mut Dice, serial: &mut u32) -> Node {
    let mut node = group(dice, serial, 0);
    node.id = String::new();
    node
}

fn group(dice: &mut Dice, serial: &mut u32, depth: usize) -> Node {
    let mut node = account(dice, serial);
    node.name = text(&format!("Group {serial}"));
    let count = 2 + dice.roll(4);
    for _ in 0..count {
        let is_group = depth < 4 && dice.roll(5) < 2;
        node.items.push(if is_group { group(dice, serial, depth + 1) } else { account(dice, serial) });
    }
    node.id = "null".to_owned();
    let sum = node.items.iter().map(|item| item.cents).sum();
    set(&mut node, sum);
    node
}

fn account(dice: &mut Dice, serial: &mut u32) -> Node {
    *serial += 1;
    let mut node = Node {
        id: text(&format!("{serial:08x}-{:04x}", dice.roll(65536))),
        name: text(&format!("Line {serial}")),
        value: String::new(),
        items: Vec::new(),
        extra: String::new(),
        cents: 0,
    };
    let cents = i64::try_from(dice.roll(20_000_000)).unwrap() - 5_000_000;
    // Far enough from zero that no fault turns the sign; what is below zero says so in its name.
    let far = if cents < 0 { -100_000 } else { 100_000 };
    if cents < 0 {
        node.name = text(&format!("Less: Line {serial}"));
    }
    set(&mut node, cents + far);
    node
}

/// Sets a line's amount.
pub fn set(node: &mut Node, cents: i64) {
    node.cents = cents;
    let sign = if cents < 0 { "-" } else { "" };
    node.value = text(&format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100));
}

/// JSON text in quotes.
pub fn text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl Sheet {
    /// The sheet as JSON.
    pub fn json(&self) -> String {
        let printed = self.sections.iter().zip(KEYS).filter(|(node, _)| node.id != GONE);
        let parts: Vec<String> = printed.map(|(node, key)| format!("\"{key}\": {}", node.json())).collect();
        format!("{{{}{}}}", self.header, parts.join(",\n "))
    }

    /// The sheet as the bytes of a file.
    pub fn bytes(&self) -> Vec<u8> {
        let json = self.json();
        let mut parts = json.split(BAD_BYTE);
        let first = parts.next().unwrap_or_default().as_bytes().to_vec();
        parts.fold(first, |bytes, part| [bytes.as_slice(), &[0xE9], part.as_bytes()].concat())
    }

    /// The line at a path of positions: the section, then an item each.
    pub fn at(&mut self, path: &[usize]) -> &mut Node {
        let (section, rest) = path.split_first().unwrap();
        rest.iter().fold(&mut self.sections[*section], |node, item| &mut node.items[*item])
    }

    /// The text of a line's name.
    pub fn name(&mut self, path: &[usize]) -> String {
        serde_json::from_str(&self.at(path).name).unwrap()
    }

    /// Whether liabilities and equity are both below zero, as in a ledger that writes credits with a minus.
    pub fn is_reversed(&self) -> bool {
        self.sections[1].cents < 0 && self.sections[2].cents < 0
    }

    /// The paths of all lines, sections among them.
    pub fn paths(&self) -> Vec<Vec<usize>> {
        let mut found = Vec::new();
        for (at, section) in self.sections.iter().enumerate() {
            section.walk(&mut vec![at], &mut found);
        }
        found
    }
}

impl Node {
    fn json(&self) -> String {
        let id = if self.id.is_empty() { String::new() } else { format!("\"account_id\": {}, ", self.id) };
        let items: Vec<String> = self.items.iter().map(Node::json).collect();
        let items =
            if items.is_empty() { String::new() } else { format!(", \"items\": [\n{}]", items.join(",\n")) };
        format!("{{{id}\"name\": {}, \"value\": {}{items}{}}}", self.name, self.value, self.extra)
    }

    fn walk(&self, path: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
        found.push(path.clone());
        for (at, item) in self.items.iter().enumerate() {
            path.push(at);
            item.walk(path, found);
            path.pop();
        }
    }
}

/// The JSON pointer of a path.
pub fn pointer(path: &[usize]) -> String {
    let (section, rest) = path.split_first().unwrap();
    rest.iter().fold(format!("/{}", KEYS[*section]), |pointer, item| format!("{pointer}/items/{item}"))
}
