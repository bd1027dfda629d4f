//! What a key is made of, piece by piece: drawing, encoding, filtering, lights, pinyin and wrapping.
//!
//! Run by `just bench`, or alone by `cargo bench --bench micro`. Times only; nothing here fails.
#![allow(missing_docs, clippy::expect_used)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use duban::clock::Clock;
use duban::ledger::{Actor, Way};
use duban::query::{Filter, Names, Sort, facets, light_counts, row, rows};
use duban::store::Reader;
use duban::strings::Lang;
use duban::text::wrap;
use duban::tui::begin::begin;
use duban::tui::effect::Event;
use duban::tui::model::Model;
use duban::tui::term::{Encoder, Input};
use duban::tui::update::update;
use duban::tui::view;
use duban::tui::workers::Days;
use jiff::civil::date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The usual window.
const SIZE: (u16, u16) = (80, 24);

/// A screen on a thousand invented reports.
fn model() -> Model {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, day) = (folder.path().join("l.db"), date(2025, 6, 24));
    duban::demo::make(&path, 1_000, 1, day).expect("a ledger");
    let reader = Reader::open(&path).expect("a reader");
    let days =
        Days { as_of: Some(day), known_at: None, clock: Clock::noon(day), visited: None, looking: None };
    let by = Actor { name: "office".to_owned(), origin: String::new(), way: Way::Local };
    let mut model = begin(&reader, days, (Lang::Zh, &by), (SIZE, false)).expect("a screen");
    model.newest = reader.newest(None, day, 3).expect("entries").into_iter().collect();
    model
}

fn drawn(model: &Model) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    let _ = view::draw(model, &mut buffer);
    buffer
}

fn screen(c: &mut Criterion) {
    let mut model = model();
    let empty = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
    let first = drawn(&model);
    c.bench_function("draw: the list with reports, 80x24", |b| b.iter(|| drawn(black_box(&model))));
    c.bench_function("encode: the first frame", |b| {
        b.iter(|| Encoder::new(true).frame(black_box(&empty), &first, None, true));
    });
    let press = |code| Event::Input(vec![Input::Key(KeyEvent::new(code, KeyModifiers::NONE))]);
    let mut down = true;
    let mut encoder = Encoder::new(true);
    let mut shown = first.clone();
    c.bench_function("a key: one row on, drawn and encoded", |b| {
        b.iter(|| {
            let code = KeyCode::Char(if down { 'j' } else { 'k' });
            down = !down;
            let _ = update(&mut model, press(code));
            let next = drawn(&model);
            let bytes = encoder.frame(&shown, &next, None, false);
            shown = next;
            bytes
        });
    });
}

fn asking(c: &mut Criterion) {
    let model = model();
    let snapshot = &model.snapshot;
    let unit = snapshot.plan.unit_by_code("sfj");
    let one = Filter { unit, ..Filter::default() };
    c.bench_function("filter: the tasks of a unit", |b| {
        b.iter(|| rows(snapshot, black_box(&one), Sort::Task).len());
    });
    c.bench_function("filter: what the left pane counts", |b| b.iter(|| facets(snapshot, black_box(&one))));
    c.bench_function("lights: all tasks, with reasons", |b| {
        b.iter(|| {
            snapshot
                .plan
                .tasks
                .iter()
                .for_each(|t| assert!(row(snapshot, black_box(t), None).task.no == t.no));
        });
    });
    c.bench_function("lights: counted", |b| b.iter(|| light_counts(snapshot, black_box(&Filter::default()))));
}

fn texts(c: &mut Criterion) {
    let model = model();
    let plan = &model.snapshot.plan;
    let names = Names::new(plan, Lang::Zh);
    c.bench_function("pinyin: names made ready", |b| b.iter(|| Names::new(black_box(plan), Lang::Zh)));
    c.bench_function("pinyin: units by `sfj`", |b| b.iter(|| names.units(black_box("sfj")).len()));
    c.bench_function("pinyin: tasks by `xingzhengfuyi`", |b| {
        b.iter(|| names.tasks(plan, black_box("xingzhengfuyi")).len());
    });
    let longest = plan.tasks.iter().map(|t| t.body.as_str()).max_by_key(|body| body.len()).expect("a task");
    c.bench_function("wrap: the longest task to 54 columns", |b| {
        b.iter(|| wrap(black_box(longest), 54).len());
    });
}

criterion_group!(benches, screen, asking, texts);
criterion_main!(benches);
