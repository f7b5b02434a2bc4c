import assert from "node:assert/strict";
import { test } from "node:test";
import { makeIndex } from "../src/lookup";
import { find, marksOf, readThreads, type Thread, type Threads, type ThreadsOption } from "../src/views/threads_data";
import { drawDiscs, drawRed, drawRuns, faint, type Red } from "../src/views/threads_draw";
import { inRows as target } from "../src/chart/listbox";
import { wayOf, type Stop } from "../src/views/threads_keys";
import { makeOverview } from "../src/views/threads_bundle";
import { has } from "../src/views/threads_list";
import { redOf } from "../src/views/threads_red";
import { away, makeThScene, part, trace } from "../src/views/threads_scene";
import { wholeNames } from "../src/views/threads_fit";
import { aloneBriefly, aloneWords, beforeNote, begunWords, beyondWords, breakBriefly, breakWords, clusterWords, countWords, dateWords, leadWords, rulingWords, spanWords, sureWords } from "../src/views/threads_words";
import { makeAxis } from "../src/views/timeline_scale";
import { model, thing, when } from "./model";

const step = (from: string, to: string, more: Partial<Thread["steps"][number]> = {}): Thread["steps"][number] => ({ from, to, relation: null, status: "stated", tie: -1, ...more });

function thread(id: string, steps: Thread["steps"], more: Partial<Thread> = {}): Thread {
  return { id, from: "csl", to: "huang-qi", group: "law", rank: 0, status: "possible", time: "possible", steps, ...more };
}

const main = thread("csl--huang-qi--1", [
  step("csl", "csl/in-force", { date: { edtf: "2017-06-01", text: "1 June 2017" }, tie: 0 }),
  step("csl/in-force", "huang-qi", { relation: "huang-qi--charged_under--csl", predicate: "charged_under", inverse: true, status: "possible", date: { edtf: "2018", text: "2018" }, tie: 1 }),
]);
const late = thread("csl--huang-qi--2", [step("csl", "huang-qi")], { time: "impossible", breaks: [{ step: 0, after: -1, date: { edtf: "2015", text: "2015" }, since: { edtf: "2017-06", text: "June 2017" } }] });

/** Two rows 22 pixels apart on an axis of 1,000 days; the law's stage stands at the same day as the law. */
function option(): ThreadsOption {
  const mark = (name: string, at: number, more: object = {}): object => ({ name, value: [at, at, at, at, at, at, at], kind: "law", label: name, width: 60, head: 0, ...more });
  return {
    series: [
      { id: "ground", renderItem: "rt.threads.ground", data: [0] },
      { id: "curves", renderItem: "rt.threads.curves", data: [
        { from: 0, to: 1, status: "stated", leave: 17400, end: 17400 },
        { from: 1, to: 2, relation: "huang-qi--charged_under--csl", status: "possible", leave: 17400, end: 17800 },
      ] },
      { id: "marks", renderItem: "rt.threads.marks", data: [
        mark("csl", 17400, { head: 0 }), mark("csl/in-force", 17400, { owner: 0, taking: true, head: 1 }),
        mark("huang-qi", 17800, { kind: "case", head: 2 }), mark("nowhere", 0, { noDate: true, aside: 2, head: 3 }),
      ] },
    ],
    redthread: {
      threads: [main], impossible: [late], ruled: [{ id: "ruled:x", from: "csl/in-force", to: "huang-qi", byDate: true, fromDay: { edtf: "2017", text: "2017" }, toDay: { edtf: "2016", text: "2016" }, why: "broken", tie: 0 }],
      cases: [], leftOut: 0, beyond: 0, bounds: { hops: 8, count: 10 }, range: [17000, 18000], breaks: [],
      geometry: { markHalf: 7, stageHalf: 4, labelGap: 12, fade: 30, row: 22, tall: 34, pad: 8, margin: 150, aside: 12, apart: 20, above: 15, half: 8, corner: 12, left: 150, named: 70 },
      lanes: [{ kind: "law", title: "Laws", members: [0, 3] }, { kind: "case", title: "Cases", members: [2] }],
      levels: [
        { width: 400, most: 150, sizes: [{ height: 90, tops: [0, 60], rows: [15, 37, 75], sides: "lll", bends: [[15, 15], [15, 40, 260, 50, 75]] }] },
        { width: 800, most: 200, sizes: [{ height: 90, tops: [0, 60], rows: [15, 37, 75], sides: "rlr", bends: [[15, 15], []] }] },
      ],
    },
  };
}

const threads = (): Threads => readThreads(option());
const scene = (width: number, height = 90): ReturnType<typeof makeThScene> => makeThScene(threads(), makeAxis([17000, 18000], []), { width, height, leastRow: 20, mostRow: 30 });

test("a choice is found by its id or by its pair", () => {
  const t = threads();
  for (const [id, want] of [["csl--huang-qi--1", main.id], ["csl--huang-qi", main.id], ["csl--huang-qi--2", late.id]] as const) {
    const found = find(t, id);
    assert.equal(found && "thread" in found && found.thread.id, want, id);
  }
  assert.equal(find(t, "nothing"), undefined);
  assert.equal(find(t, null), undefined);
  for (const id of ["ruled:x", "csl/in-force--huang-qi"]) {
    const ruled = find(t, id);
    assert.deepEqual(ruled && marksOf(ruled), ["csl/in-force", "huang-qi"], id);
  }
  const only = find({ ...t, threads: [] }, "csl--huang-qi");
  assert.equal(only && "thread" in only && only.thread.id, late.id);
});

test("the widest layout that fits is stretched, names are not", () => {
  const narrow = scene(400 + 300);
  const wide = scene(780 + 300);
  const at = (s: typeof narrow, i: number): number => s.placed[i]?.x ?? 0;
  assert.equal(at(narrow, 2), 150 + 0.8 * 400);
  assert.equal(at(wide, 2), 150 + 0.8 * 780);
  assert.equal(wide.placed[2]?.label?.width, 60);
  assert.equal((wide.placed[2]?.label?.x ?? 0) + 60, at(wide, 2) - 12); // the side of the layout for 400
  assert.equal(scene(800 + 300).placed[2]?.label?.x, at(scene(800 + 300), 2) + 12); // of that for 800
});

test("a stage at the day of its law and the law both stand at that day", () => {
  const s = scene(700);
  assert.equal((s.placed[1]?.x ?? 0) - (s.placed[0]?.x ?? 0), 0);
  assert.equal(s.placed[0]?.y, s.placed[1]?.y);
});

test("what has no date at all stands beside the axis, whatever the width", () => {
  assert.equal(scene(700).placed[3]?.x, 150 - 14 - 12);
  assert.equal(scene(1000).placed[3]?.x, 150 - 14 - 12);
});

test("names of what stands beside the axis get the room that the layout leaves", () => {
  const t = threads();
  t.marks[3] = { ...(t.marks[3] as Threads["marks"][number]), width: 150 }; // needs 192 pixels and has 150
  const at = (width: number): [number, number] => { const s = makeThScene(t, makeAxis([17000, 18000], []), { width, height: 90, leastRow: 20, mostRow: 30 }); return [s.view.left, s.view.width]; };
  assert.deepEqual(at(700), [150, 400]);
  assert.deepEqual(at(720), [170, 400]);
  assert.deepEqual(at(1000), [192, 658]);
  assert.deepEqual(at(1100), [150, 800]); // the layout of 800 is worth more
});

test("a name too long for its place does without its stage, is set smaller, or takes two lines where they are free", () => {
  const wideScene = scene(1100);
  const nothing: Red = { marks: [], curves: [], runs: [], grey: true };
  const p = wideScene.placed[2] as (typeof wideScene.placed)[number];
  const s = { ...wideScene, width: p.x + 75 }; // no room to grow
  const label = (text: string): void => { p.label = { text, x: p.x + 12, y: p.y - 8, width: 60, height: 16, above: false }; };
  const wide = (words: string): number => words.length * (p.label?.small ? 5.4 : 6);
  label("Eleven long");
  wholeNames(s, nothing, wide);
  assert.deepEqual([p.label?.text, p.label?.small, p.label?.rows], ["Eleven long", true, undefined]);
  p.mark = { ...p.mark, label: "Huang Qi", text: "Huang Qi: indicted" };
  label("Huang Qi: indicted");
  wholeNames(s, nothing, wide);
  assert.equal(p.label?.text, "Huang Qi");
  p.mark = { ...p.mark, label: "Long winding", text: "Long winding" };
  label("Long winding");
  wholeNames({ ...s, height: p.y + 11 }, nothing, wide);
  assert.equal(p.label?.rows, undefined, "the chart ends below");
  wholeNames({ ...s, height: p.y + 13 }, nothing, wide);
  assert.equal(p.label?.rows?.join(" "), "Long winding", "two pixels off its mark it fits");
  assert.ok((p.label?.y ?? 0) + (p.label?.height ?? 0) < p.y + 13);
  label("Long winding");
  wholeNames({ ...s, height: 200 }, nothing, wide);
  assert.equal(p.label?.rows?.join(" "), "Long winding");
  assert.ok((p.label?.width ?? 99) <= 60 + 8 && p.label?.height === 26);
});

test("curves stretch with their marks", () => {
  const s = scene(400 + 300, 180); // rows may grow to 30 pixels
  const curve = s.curves[1];
  const grown = 30 / 22;
  if (!curve) throw new Error("no curve");
  assert.deepEqual(curve.near[0], [150 + 0.4 * 400, 15 * grown]);
  assert.deepEqual(curve.near.at(-1), [150 + 0.8 * 400, 75 * grown]);
  assert.ok(curve.near.some(([x]) => Math.abs(x - (150 + 260)) < 0.5), "the detour's vertical");
});

test("rows of which nothing is kept close, and curves follow", () => {
  const t = threads();
  const size = t.levels[0]?.sizes[0];
  if (!size) throw new Error("no layout");
  assert.deepEqual(part(t, size, null), { ...size, strips: [NaN, NaN] });
  const few = part(t, size, new Set([0, 2])); // the law and the case; another thing of the lane is counted above
  assert.deepEqual(few.tops, [0, 76]);
  assert.deepEqual(few.rows, [61, NaN, 103]);
  assert.deepEqual(few.strips, [21, NaN]);
  assert.equal(few.height, 118);
  assert.deepEqual(few.bends[0], [61, 61]);
  const s = makeThScene(t, makeAxis([17000, 18000], []), { width: 700, height: 84, leastRow: 20, mostRow: 30 }, new Set([0, 2]));
  assert.deepEqual(s.placed.map((p) => p.shown), [true, true, true, false]);
  assert.deepEqual(s.curves.map((c) => c.shown), [true, true]);
});

test("a path begins and ends where it should, in each of its forms", () => {
  for (const bends of [[], [10, 40], [10, 20, 60, 30, 50]]) {
    const { path, near } = trace(5, 0, 95, 60, bends, 12);
    assert.ok(path.startsWith("M5 0"), path);
    assert.ok(bends.length === 0 ? path.endsWith("H95") : path.endsWith("V60"), path);
    assert.deepEqual([near[0], near.at(-1)], [[5, 0], [95, 60]]);
    for (const [x, y] of near) assert.ok(away(x, y, near) < 0.001);
  }
  assert.equal(away(0, 10, [[0, 0], [20, 0]]), 10);
});

test("what is no thread is never drawn as a line", () => {
  const curve = { path: "M0 0H9", near: [] } as unknown as Red["curves"][number]["curve"];
  const brush = { theme: { red: "#f00", muted: "#777", paper: "#fff", font: "x" } } as unknown as Parameters<typeof drawRed>[2];
  const red: Red = { marks: [{ placed: { y: 5 } as Red["marks"][number]["placed"], x: 3, number: 1 }], curves: [{ curve, status: "possible" }], runs: [{ x1: 0, x2: 5, y: 1, status: "stated" }], grey: false };
  assert.equal([...drawRed(red, 1, brush), ...drawRuns(red, 1, brush)].length, 4);
  assert.deepEqual([...drawRed({ ...red, grey: true }, 1, brush), ...drawRuns({ ...red, grey: true }, 1, brush)], []);
  assert.equal((drawDiscs({ ...red, grey: true }, 20, 1, brush)[0]?.["style"] as { fill: string }).fill, "#777");
});

test("discs that would cover each other are one, where they stand", () => {
  const brush = { theme: { red: "#f00", paper: "#fff", font: "x" } } as unknown as Parameters<typeof drawRed>[2];
  const at = (x: number, y: number, number: number): Red["marks"][number] => ({ placed: { y } as Red["marks"][number]["placed"], x, number });
  const words = (marks: Red["marks"]): unknown[] => drawDiscs({ marks, curves: [], runs: [], grey: false }, 20, 1, brush).flatMap((s) => (s["type"] === "text" ? [[(s["style"] as { text: string }).text, (s["style"] as { x: number }).x]] : []));
  assert.deepEqual(words([at(10, 5, 1), at(10, 5, 2), at(10, 40, 3)]), [["1\u20132", 10], ["3", 10]]);
  assert.deepEqual(words([at(10, 5, 1), at(30, 5, 2)]), [["1", 10], ["2", 30]]);
});

test("spans say no more than they know", () => {
  const day = (y: number, m: number, d = 15): number => Date.UTC(y, m - 1, d) / 864e5;
  for (const [span, want] of [
    [{ from: day(2017, 1), to: day(2017, 12) }, "Jan to Dec 2017"], [{ from: day(2015, 9), to: day(2018, 4) }, "2015 to 2018"],
    [{ from: day(2014, 11), to: day(2014, 11, 30) }, "Nov 2014"], [undefined, "no date"],
    [{ from: day(2015, 1, 1), to: day(2015, 12, 31), years: true }, "2015"], [{ to: day(2016, 11, 16) }, "by Nov 2016"],
    [{ from: day(2016, 11, 7) }, "from Nov 2016"], [{}, "at times not known"],
    [{ by: day(2015, 9), to: day(2018, 4) }, "2015 or earlier to 2018"], [{ by: day(2016, 11), to: day(2016, 11, 16) }, "by Nov 2016"], [{ by: day(2016, 11) }, "from Nov 2016 or earlier"], [{ by: day(2016, 3), to: day(2016, 11) }, "Mar 2016 or earlier to Nov 2016"],
  ] as const) assert.equal(spanWords(span), want);
});

test("steps are told in the direction of the thread, with the kind of their date", () => {
  const index = makeIndex(model());
  assert.deepEqual(leadWords(index, main.steps[0] as Thread["steps"][number]), { lead: "comes into force", object: null });
  assert.deepEqual(leadWords(index, main.steps[1] as Thread["steps"][number]), { lead: "is the law applied to", object: "huang-qi" });
  assert.equal(dateWords(step("a", "b")), "no date given");
  assert.match(dateWords(step("a", "b", { apart: true })), /do not meet/);
  assert.match(dateWords(step("a", "b", { derived: true, date: { edtf: "2017", text: "2017" } })), /no date of its own; .* 2017/);
});

test("how sure a thread is, by its weakest step and by its dates", () => {
  assert.match(sureWords(main).status, /the one to 3: possible, the source does not say so outright/);
  assert.match(sureWords(thread("x", [step("a", "b", { status: "possible" }), step("b", "c"), step("c", "d", { status: "possible" })])).status, /^As sure as its weakest steps, those to 2 and 4: possible/);
  assert.match(sureWords(main).time, /do not prove the order/);
  assert.match(sureWords(thread("x", [step("a", "b")])).time, /The step to 2 has no date/);
  assert.equal(sureWords(thread("x", main.steps, { status: "stated", time: "certain" })).status, "Every step is stated.");
});

test("what breaks an order is told with its two dates", () => {
  const index = makeIndex(model());
  const words = breakWords(index, late, (late.breaks ?? [])[0] as NonNullable<Thread["breaks"]>[number]);
  assert.match(words, /\(2015\) lies before Cyber Security Law \(June 2017\)/);
  assert.match(rulingWords(threads().ruled[0] as Threads["ruled"][number]), /: 2016 is before 2017\.$/);
  const ruled = (text: string): string => rulingWords({ ...(threads().ruled[0] as Threads["ruled"][number]), toDay: { edtf: "", text } });
  assert.match(ruled("before 20 April 2018"), /: a day before 20 April 2018 is before 2017\.$/);
  assert.match(ruled("until 2016, open start"), /: the time until 2016, open start, is before 2017\.$/);
});

test("in the list a break has its dates, and a case without a thread its reason", () => {
  const index = makeIndex(model());
  const of = (b: object): Thread => ({ ...late, breaks: [{ step: 0, after: -1, date: { edtf: "2015", text: "2015" }, since: { edtf: "2017-06", text: "June 2017" }, ...b }] });
  assert.equal(breakBriefly(index, of({})), "2015, but June 2017 would have to come first");
  assert.match(breakBriefly(index, of({ repealed: "csl/in-force" })), /^2015, but the law had ended: .*2017/);
  assert.match(breakBriefly(index, of({ unbound: "csl/in-force" })), /^2015, but the law could bind no earlier than .*2017/);
  const undated = of({ date: undefined, over: { edtf: "[..2017-05-31]", text: "before 1 June 2017" } });
  assert.match(breakBriefly(index, undated), /^Before 1 June 2017, but June 2017/);
  assert.match(breakWords(index, undated, (undated.breaks ?? [])[0] as NonNullable<Thread["breaks"]>[number]), /no date of its own; what it leads to is dated before 1 June 2017/);
  const alone = (why: string, from?: string): [string, string] => { const a = { id: "alone:huang-qi", case: "huang-qi", why, ...(from ? { from } : {}) }; return [aloneBriefly(index, a), aloneWords(index, a)]; };
  assert.deepEqual(alone("no connection"), ["nothing in the sources leads here", "No rule, charge or event is connected with it in the sources."]);
  assert.match(alone("broken", "csl").join(" "), /step would come too late.*nearest is Cyber Security Law/);
  assert.equal(alone("not asked").join(" ").includes("sources"), false, "what was not looked for is not denied");
  assert.equal(beyondWords(threads()), "");
  assert.match(beyondWords({ ...threads(), beyond: 3 }), /3 more pairs .* 8 steps/);
});

test("a case that began earlier says so", () => {
  const m = model();
  m.things.push(thing("old", "case", "An old case", { when: when("2015", 16436, 16800) }));
  const words = begunWords(makeIndex(m), thread("x", [main.steps[0] as Thread["steps"][number], step("csl/in-force", "old")]));
  assert.match(words, /^An old case, 2015: it began before .*1 June 2017.* cannot have led to its beginning/);
});

test("the other views learn the relations and marks, and nothing of what cannot have happened", () => {
  const owner = (id: string): string | undefined => (id.includes("/") ? id.split("/")[0] : undefined);
  const red = redOf(threads(), "csl--huang-qi", owner);
  assert.deepEqual([...red.relations], ["huang-qi--charged_under--csl"]);
  assert.deepEqual([...red.marks].sort(), ["csl", "csl/in-force", "huang-qi"]);
  const arrives = thread("staged", [step("csl/in-force", "huang-qi/indicted")]);
  const staged = redOf({ ...threads(), threads: [arrives] }, "staged", owner);
  assert.deepEqual([...staged.marks], ["csl/in-force", "huang-qi/indicted"]); // not the custody that the case began with
  assert.deepEqual([...staged.nodes].sort(), ["csl", "csl/in-force", "huang-qi", "huang-qi/indicted"]);
  for (const id of [late.id, "ruled:x", "nothing"]) assert.equal(redOf(threads(), id, owner).marks.size, 0, id);
});

test("arrow keys go along the marks and to the rows above and below", () => {
  const stop = (id: string, x: number, y: number): Stop => ({ id, x, y, box: { x, y, width: 1, height: 1 }, number: 0 });
  const stops = [stop("a", 0, 0), stop("b", 50, 0), stop("c", 45, 22), stop("d", 0, 44)];
  assert.equal(target("ArrowRight", 0, stops), 1);
  assert.equal(target("ArrowDown", 1, stops), 2);
  assert.equal(target("ArrowUp", 3, stops), 2);
  assert.equal(target("ArrowUp", 0, stops), 0);
  assert.equal(target("End", 0, stops), 3);
  assert.equal(target("x", 0, stops), null);
});

test("n and p go through the threads, and are letters where something is written", () => {
  const press = (key: string, more: object = {}): Parameters<typeof wayOf>[0] => ({ key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false, ...more });
  const within = (what: string | null): Parameters<typeof wayOf>[1] => ({ closest: (list: string) => (what && list.includes(what) ? {} : null) }) as never;
  for (const [key, want] of [["n", 1], ["]", 1], ["p", -1], ["[", -1], ["x", null], ["Enter", null]] as const) {
    assert.equal(wayOf(press(key), null), want, key);
    assert.equal(wayOf(press(key), within("button")), want, key);
    assert.equal(wayOf(press(key), within("select")), null, key);
  }
  for (const held of ["ctrlKey", "metaKey", "altKey", "defaultPrevented"]) assert.equal(wayOf(press("n", { [held]: true }), null), null, held);
});

test("a shape recedes with all its parts", () => {
  const shape = faint({ type: "group", children: [{ type: "rect", style: { fill: "#000000", opacity: 0.5 } }, { type: "line", style: {} }] }, 0.4) as { children: { style: { opacity: number } }[] };
  assert.deepEqual(shape.children.map((c) => c.style.opacity), [0.2, 0.4]);
});

/** A law, then so many cases a hundred days apart, each with a relation of its own. */
function many(cases: number): Threads {
  const o = option();
  const at = (i: number): number => 17100 + Math.floor(i / 4) * 100;
  const mark = (name: string, kind: string, day: number): object => ({ name, value: [day, day, day, day, day, day, day], kind, label: name, width: 60, head: name === "law" ? 0 : Number(name.slice(1)) + 1 });
  const names = Array.from({ length: cases }, (_, i) => `c${i}`);
  return readThreads({
    series: [
      { id: "curves", renderItem: "", data: names.map((_, i) => ({ from: 0, to: i + 1, relation: `r${i}`, status: i % 4 === 0 ? "inferred" : "stated", leave: 17050, end: at(i) })) },
      { id: "marks", renderItem: "", data: [mark("law", "law", 17050), ...names.map((n, i) => mark(n, "case", at(i)))] },
    ],
    redthread: {
      ...o.redthread, ruled: [], impossible: [],
      threads: names.map((n, i) => thread(`law--${n}`, [step("law", n, { relation: `r${i}`, tie: i, status: i % 4 === 0 ? "inferred" : "stated" })], { from: "law", to: n, status: i % 4 === 0 ? "inferred" : "stated" })),
      lanes: [{ kind: "law", title: "Laws", members: [0] }, { kind: "case", title: "Cases", members: names.map((_, i) => i + 1) }],
      levels: [{ width: 400, most: 150, sizes: [{ height: 40 + 22 * cases, tops: [0, 40], rows: [15, ...names.map((_, i) => 60 + 22 * i)], sides: "r".repeat(cases + 1), bends: names.map(() => []) }] }],
    },
  });
}

test("what is not named is counted, each thing and each relation once", () => {
  const t = many(34);
  for (const width of [500, 700, 1100]) {
    const s = makeThScene(t, makeAxis([17000, 18000], []), { width, height: 600, leastRow: 20, mostRow: 30 }, new Set([0, 1]));
    const o = makeOverview(t, s);
    const members = o.clusters.flatMap((c) => c.members).sort((a, b) => a - b);
    assert.deepEqual(members, Array.from({ length: 33 }, (_, i) => i + 2), "the law and the first case are named");
    assert.equal(o.bundles.reduce((n, b) => n + b.count, 0), 33);
    assert.equal(new Set(o.bundles.flatMap((b) => b.ties)).size, 33);
    for (const c of o.clusters) for (const d of o.clusters) if (c !== d && c.lane === d.lane) assert.ok(Math.abs(c.x - d.x) >= c.r + d.r, `discs at ${c.x} and ${d.x} meet`);
    for (const c of o.clusters) assert.ok(c.y > 0 && c.y < s.height && c.x > 0 && c.x < s.width);
    for (const b of o.bundles) if (b.ties.some((i) => i % 4 === 0)) assert.equal(b.status, "inferred", "as sure as the least sure");
  }
});

test("where all is named nothing is counted", () => {
  const o = makeOverview(threads(), scene(700));
  assert.deepEqual([o.clusters, o.bundles], [[], []]);
});

test("a disc says how many it counts, of which time, and how many threads pass", () => {
  const t = many(6);
  const words = clusterWords(makeIndex(model()), t, [1, 2, 3, 4, 5], 5);
  assert.match(words, /^5 /);
  assert.match(words, /and 2 more/);
  assert.match(words, /Five threads pass here|5 threads pass here/);
});

test("the list says how many threads of each status there are", () => {
  assert.equal(countWords(many(8)), "8 threads: 6 stated, 2 inferred");
  assert.equal(countWords(threads()), "1 thread: 1 possible");
});

test("an entry is found by all its words, in any order", () => {
  const entry = { id: "x", choice: { thread: main }, title: "to Huang Qi", whole: "Cyber Security Law to Huang Qi", small: "4 steps", badge: "possible", status: "possible" as const, other: false };
  const group = { title: "From Cyber Security Law", note: "", entries: [entry] };
  for (const [words, want] of [["", true], ["huang", true], ["qi cyber", true], ["possible", true], ["tohti", false]] as const) assert.equal(has(group, entry, words), want, words);
});

test("a case that had begun before says so at the last step, unless the thread is impossible", () => {
  const before = { edtf: "2016-04~", text: "about April 2016" };
  assert.equal(beforeNote({ ...main, before }), "had begun before: about April 2016");
  assert.equal(beforeNote(main), "");
  assert.equal(beforeNote({ ...main, before, time: "impossible" }), "");
});
