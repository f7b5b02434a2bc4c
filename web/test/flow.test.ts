import assert from "node:assert/strict";
import { test } from "node:test";
import { linkOf, namedThread, reachOf, readFlow, thingOf, threadsAt } from "../src/views/flow_data";
import { stopsOf, target } from "../src/views/flow_keys";
import { along, breakLines, meets, placeFlow, wordOn, type Box } from "../src/views/flow_layout";
import { withAlpha } from "../src/views/flow_surface";
import { endsWords, summary } from "../src/views/flow_words";

/** A law over an event to two cases, and past it to the second; a charge without a law. Pixels are `scale` parts of localY. */
const option = {
  sankey: {
    redthread: {
      columns: [{ title: "No law is named", noLaw: true }, { title: "Laws and rules" }, { title: "Events" }, { title: "Cases" }],
      threads: [
        { id: "t1", from: "law", to: "c1", status: "stated", relations: ["le", "e1"] },
        { id: "t2", from: "law", to: "c2", status: "possible", relations: ["le", "e2"] },
        { id: "t3", from: "law", to: "c2", status: "inferred", relations: ["l2"] },
        { id: "t4", from: "charge", to: "c3", status: "stated", relations: ["x3"], noLaw: true },
      ],
      left: [{ relation: "back", why: "circle" }], omitted: 2, unit: 14, height: 140, scale: 56,
    },
    series: [{
      data: [
        { id: "charge", name: "theft", depth: 0, localY: 126 / 56, value: 1, kind: "charge", noLaw: true },
        { id: "law", name: "Law", depth: 1, localY: 7 / 56, value: 3, kind: "law" },
        { id: "x3#1", depth: 1, localY: 126 / 56, value: 1, waypoint: "x3" },
        { id: "event", name: "Event", depth: 2, localY: 0, value: 2, kind: "event" },
        { id: "l2#2", depth: 2, localY: 53 / 56, value: 1, waypoint: "l2" },
        { id: "x3#2", depth: 2, localY: 126 / 56, value: 1, waypoint: "x3" },
        { id: "c1", name: "One", depth: 3, localY: 0, value: 1, kind: "case" },
        { id: "c2", name: "Two", depth: 3, localY: 39 / 56, value: 2, kind: "case" },
        { id: "c3", name: "Three", depth: 3, localY: 126 / 56, value: 1, kind: "case" },
      ],
      links: [
        { source: "event", target: "c1", value: 1, relation: "e1", status: "stated" },
        { source: "event", target: "c2", value: 1, relation: "e2", status: "possible" },
        { source: "law", target: "l2#2", value: 1, relation: "l2", status: "inferred" },
        { source: "l2#2", target: "c2", value: 1, relation: "l2", status: "inferred" },
        { source: "law", target: "event", value: 2, relation: "le", status: "sure" },
        { source: "charge", target: "x3#1", value: 1, relation: "x3", status: "stated" },
        { source: "x3#1", target: "x3#2", value: 1, relation: "x3", status: "stated" },
        { source: "x3#2", target: "c3", value: 1, relation: "x3", status: "stated" },
      ],
    }],
  },
  matrix: {
    redthread: { rows: [{ id: "c1", kind: "case" }], columns: [{ id: "law", kind: "law" }], elsewhere: ["r"] },
    series: [{ data: [{ value: [0, 0, 1], mark: "stated", thread: "t1", status: "stated", time: "possible", threads: 1 }, { value: [0, 0, 6], mark: "odd", threads: 0, breaks: [{ late: "r:a", after: "b" }] }] }],
  },
};
const flow = readFlow(option);
const measure = (text: string): number => 7 * text.length;
const placed = (width: number, height = 0): ReturnType<typeof placeFlow> => placeFlow(flow, width, height, (id) => flow.node.get(id)?.name ?? id, measure);

function missing(): never { throw new Error("missing"); }

test("relations are read whole from their parts, an unknown status is the weakest", () => {
  assert.deepEqual(flow.link.get("x3")?.path, ["charge", "x3#1", "x3#2", "c3"]);
  assert.equal(flow.links.length, 5);
  assert.equal(flow.link.get("le")?.status, "disputed");
  assert.equal(flow.cells[1]?.mark, "disputed");
  assert.deepEqual(flow.cells[1]?.breaks, [{ late: "r:a", after: "b" }]);
  assert.equal(readFlow(null).nodes.length + readFlow({ sankey: { series: 3 } }).links.length, 0);
});

test("a selection means a thing or a relation of the diagram, a stage its owner, a waypoint nothing", () => {
  assert.equal(thingOf(flow, "law/in-force"), "law");
  assert.equal(thingOf(flow, "l2#2"), null);
  assert.equal(thingOf(flow, "elsewhere"), null);
  assert.equal(linkOf(flow, "r:le"), "le");
  assert.equal(linkOf(flow, "le"), null);
});

test("what is looked at keeps the threads through it, and no others", () => {
  assert.deepEqual(threadsAt(flow, "event", false).map((t) => t.id), ["t1", "t2"]);
  assert.deepEqual(threadsAt(flow, "l2", true).map((t) => t.id), ["t3"]);
  const reach = reachOf(flow, threadsAt(flow, "c2", false));
  assert.deepEqual([...reach.relations].sort(), ["e2", "l2", "le"]);
  assert.deepEqual([...reach.things].sort(), ["c2", "event", "law"]);
});

test("ribbons fill the sides of their things, in the order of where they lead", () => {
  const at = placed(900);
  const law = at.node.get("law") as Box;
  const le = at.ribbon.get("le");
  const l2 = at.ribbon.get("l2");
  assert.equal(le?.steps[0]?.y1, law.y);
  assert.equal(l2?.steps[0]?.y1, law.y + (le?.height ?? 0));
  assert.equal((le?.height ?? 0) + (l2?.height ?? 0), law.height);
  assert.equal(l2?.steps.length, 2);
  const c2 = at.node.get("c2") as Box;
  assert.equal(at.ribbon.get("e2")?.steps[0]?.y2, c2.y, "what comes from above arrives above");
  assert.equal(l2?.steps[1]?.y2, c2.y + 14);
});

test("labels and heads never meet and stay inside, at any width", () => {
  for (const width of [300, 420, 676, 1058, 1900]) for (const height of [0, 700]) {
    const at = placed(width, height);
    const boxes: Box[] = [...at.labels, ...at.titles];
    boxes.forEach((a, i) => {
      assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= width + 0.01 && a.y + a.height <= at.height, `${width}: ${JSON.stringify(a)} is outside`);
      for (const b of boxes.slice(i + 1)) assert.ok(!meets(a, b), `${width}: ${JSON.stringify(a)} meets ${JSON.stringify(b)}`);
    });
    assert.equal(at.labels.length, 6, "every thing has its label");
  }
});

test("heights stretch to the room, up to a third", () => {
  assert.equal(placed(900).stretch, 1);
  assert.equal(placed(900, 5000).stretch, 1.35);
  assert.ok(placed(900, 190).height <= 190);
});

test("lines break at spaces, the last one ends in an ellipsis", () => {
  assert.deepEqual(breakLines("ban on unlawful sites", 70, 3, measure), ["ban on", "unlawful", "sites"]);
  assert.deepEqual(breakLines("ban on unlawful sites", 70, 2, measure), ["ban on", "unlawful…"]);
  assert.deepEqual(breakLines("Unbrechbarlangeswort", 70, 2, measure), ["Unbrechba…"]);
  assert.deepEqual(breakLines("𠀀𠀁𠀂𠀃𠀄𠀅", 36, 1, (t) => 9 * Array.from(t).length), ["𠀀𠀁𠀂…"], "no half characters");
  assert.deepEqual(breakLines("", 70, 2, measure), [""]);
  assert.deepEqual(breakLines("action on groups", 81, 3, measure, 20), ["action on", "groups"], "only the last line has something behind it");
  assert.deepEqual(breakLines("action on", 81, 3, measure, 20), ["action", "on"]);
  assert.deepEqual(breakLines("action", 60, 1, measure, 20), ["acti…"]);
});

test("the column of what no law leads to stands near the next, if its names run over it", () => {
  const at = (f: typeof flow): number[] => { const p = placeFlow(f, 900, 0, (id) => id, measure); return ["charge", "law", "event", "c1"].map((id) => p.node.get(id)?.x ?? NaN); };
  const gaps = (xs: number[]): number[] => xs.slice(1).map((x, i) => x - (xs[i] ?? 0));
  const [near = 0, one = 0, two = 0] = gaps(at(flow));
  assert.ok(near < 0.4 * one && Math.abs(one - two) <= 1, `${near} ${one} ${two}`);
  const held = { ...flow, links: [...flow.links, { relation: "held", status: "stated" as const, threads: 1, path: ["charge", "event"], bundled: 0, ends: [], endCount: 0 }] };
  const even = gaps(at(held));
  assert.ok(Math.max(...even) - Math.min(...even) <= 1, String(even));
});

test("a thread is named by its id or by its pair, of which the first is the best", () => {
  const threads = [["a--b--1", "a", "b"], ["a--b--2", "a", "b"]].map(([id = "", from = "", to = ""]) => ({ id, from, to, status: "stated" as const, relations: [], noLaw: false }));
  const named = (id: string | null): string | undefined => namedThread({ threads } as unknown as Parameters<typeof namedThread>[0], id)?.id;
  assert.deepEqual([named("a--b--2"), named("a--b"), named("b--a"), named(null)], ["a--b--2", "a--b--1", undefined, undefined]);
});

test("a word on a ribbon keeps clear of what is taken, or stays away", () => {
  const ribbon = placed(900).ribbon.get("le") ?? missing();
  const first = wordOn(ribbon, 50, 16, []) ?? missing();
  const second = wordOn(ribbon, 50, 16, [first]) ?? missing();
  assert.ok(!meets(first, second));
  assert.equal(wordOn(ribbon, 50, 16, [{ x: 0, y: 0, width: 2000, height: 2000 }]), null);
  const ends = [along(ribbon, 0, 0), along(ribbon, 0, 1)];
  assert.deepEqual(ends.map((p) => p.x), [ribbon.steps[0]?.x1, ribbon.steps[0]?.x2]);
});

test("the arrow keys follow the flow and reach everything", () => {
  const stops = stopsOf(flow, placed(900));
  assert.equal(stops.length, 11);
  const key = (i: number | null): string => stops[i ?? -1]?.key ?? "";
  const law = stops.findIndex((s) => s.key === "law");
  const first = target("ArrowRight", law, stops) ?? -1;
  assert.equal(key(first), "r:le");
  assert.equal(key(target("ArrowRight", first, stops)), "event");
  assert.equal(key(target("ArrowLeft", first, stops)), "law");
  assert.equal(key(target("ArrowDown", first, stops)), "r:l2", "down goes to the next relation of the same columns");
  assert.equal(key(target("ArrowRight", stops.findIndex((s) => s.key === "c1"), stops)), "c1", "nothing lies beyond the cases");
  assert.equal(target("q", law, stops), null);
  const seen = new Set<number>([0]);
  for (const at of seen) for (const k of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "End"]) seen.add(target(k, at, stops) ?? at);
  assert.equal(seen.size, stops.length);
});

test("the summary counts what is there and says what is not drawn", () => {
  assert.equal(summary(flow), "3 threads lead from one law or rule to 2 cases (1 stated, 1 possible and 1 inferred). 1 thread begins at a charge or an event: no law is named. " +
    "1 relation that would close a circle is left out here. 2 threads do not fit in here; the matrix counts them.");
  assert.equal(summary(readFlow({})), "No thread leads from a law or a charge to a case.");
});

test("a colour gets its alpha, and what is no colour stays as it is", () => {
  assert.equal(withAlpha("#c2182b", 0.4), "rgba(194,24,43,0.400)");
  assert.equal(withAlpha("#c2182b", 7), "rgba(194,24,43,1.000)");
  assert.equal(withAlpha("red", 0.4), "red");
});

test("a step to what is drawn as one names the first and counts the others", () => {
  const link = (ends: string[], endCount: number): Parameters<typeof endsWords>[0] => ({ relation: "x", status: "stated", threads: 1, path: [], bundled: 2, ends, endCount });
  const words = (ends: string[], n: number): string => endsWords(link(ends, n), { label: "case", plural: "cases" }, (id) => id.toUpperCase());
  assert.equal(words(["a"], 1), "to A");
  assert.equal(words(["a", "b", "c"], 3), "to 3 cases: A, B and C");
  assert.equal(words(["a", "b", "c"], 7), "to 7 cases: A, B, C and 4 more");
});
