//! The engine alone, for measuring it without the page: in WebAssembly in a worker, natively on files that are named.
//!
//! It puts one function on the global scope, `tieout_run(next, take, digest)`: `next()` gives the next bytes of the file, or
//! undefined after the last, `take(bytes)` gets the bytes of the CSV as they come, `digest` says whether the file's digest is
//! made as well, which on the page the browser does once all is read; the answer is what was counted.

#[cfg(target_arch = "wasm32")]
mod run {
    use std::io::{Error, Result, Write};

    use js_sys::{Function, Reflect, Uint8Array};
    use tieout::engine::Engine;
    use tieout::export::format::Format;
    use tieout::model::report::Counts;
    use tieout::model::settings::Settings;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};

    /// How much of the CSV is handed over at once: as much as the page does.
    const BATCH: usize = 2 << 20;

    /// Bytes go to a function of JavaScript.
    struct Taker<'a>(&'a Function);

    impl Write for Taker<'_> {
        fn write(&mut self, bytes: &[u8]) -> Result<usize> {
            let taken = self.0.call1(&JsValue::UNDEFINED, &Uint8Array::from(bytes));
            taken.map(|_| bytes.len()).map_err(|_| Error::other("the bytes were not taken"))
        }

        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }

    /// Reads, checks and writes the compact CSV. All that is measured of the engine is here.
    fn run(mut next: impl FnMut(&mut Vec<u8>) -> bool, mut out: impl Write, digest: bool) -> Result<Counts> {
        let mut engine = Engine::empty(Settings::default());
        engine.tabulate(Format::CsvCompact, false);
        engine.begin("bench.json");
        if !digest {
            engine.leave_digest();
        }
        let mut window = Vec::new();
        while next(&mut window) {
            engine.feed(&window);
            if engine.waiting() >= BATCH {
                out.write_all(&engine.take_table())?;
            }
        }
        engine.end();
        out.write_all(&engine.take_table())?;
        Ok(engine.finish().counts)
    }

    fn called(next: &Function, take: &Function, digest: bool) -> String {
        let more = |window: &mut Vec<u8>| {
            let bytes = next.call0(&JsValue::UNDEFINED).and_then(JsCast::dyn_into::<Uint8Array>);
            bytes.is_ok_and(|bytes| {
                window.resize(bytes.length() as usize, 0);
                bytes.copy_to(window);
                true
            })
        };
        match run(more, Taker(take), digest) {
            Ok(Counts { statements, lines, accounts, differs, .. }) => format!(
                r#"{{"statements":{statements},"lines":{lines},"accounts":{accounts},"differing":{differs}}}"#
            ),
            Err(error) => format!("{error}"),
        }
    }

    /// Makes the function known.
    pub fn offer() {
        let run = Closure::<dyn Fn(Function, Function, bool) -> String>::new(
            |next: Function, take: Function, digest: bool| called(&next, &take, digest),
        );
        // A worker whose global scope takes nothing has no benchmark; it then says that there is no such function.
        drop(Reflect::set(&js_sys::global(), &"tieout_run".into(), &run.into_js_value()));
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {
    run::offer();
}

/// Reads each file named so often, and prints how long it took: for looking at where the time goes.
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    use tieout::engine::Engine;
    use tieout::export::format::Format;
    use tieout::model::settings::Settings;

    const PIECE: usize = 2 << 20;
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        for _ in 0..5 {
            let start = std::time::Instant::now();
            let mut engine = Engine::empty(Settings::default());
            engine.tabulate(Format::CsvCompact, false);
            engine.begin("bench.json");
            let mut made = 0;
            for piece in bytes.chunks(PIECE) {
                engine.feed(piece);
                made += engine.take_table().len();
            }
            engine.end();
            made += engine.take_table().len();
            let counts = engine.finish().counts;
            let took = start.elapsed();
            println!("{path}: {} ms, {} lines, {made} bytes of CSV", took.as_millis(), counts.lines);
        }
    }
    Ok(())
}
