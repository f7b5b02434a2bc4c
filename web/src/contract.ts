// What Go hands to the page and what the views agree on. The island with id
// "rt-model" holds a Model; each chart's options, made by go-echarts, stand in
// an island "rt-view-<id>" of their own.

/** Days since 1970-01-01, fractions allowed; null where nothing is known on that side. */
export type Day = number | null;

export interface When {
  edtf: string;
  text: string; // for people: "about June 2014"
  start: [Day, Day]; // earliest and latest
  end: [Day, Day];
  uncertain?: boolean;
  approximate?: boolean;
  openStart?: boolean;
  openEnd?: boolean; // ".."
  unknownStart?: boolean;
  unknownEnd?: boolean; // nothing after the slash
  span?: boolean; // an interval, not a point of coarse precision
  derived?: boolean; // from the stages
}

export type Status = "stated" | "possible" | "inferred" | "disputed";

export interface Evidence {
  source: string;
  at?: string;
  terms?: string[];
  status: Status;
  by?: string;
  note?: string;
}

export interface Attribute { key: string; value: string; evidence?: Evidence[] }

export interface Thing {
  id: string; // a stage is owner/stage
  kind: string;
  name: string;
  short?: string;
  names?: Record<string, string>;
  aliases?: { text: string; note?: string; evidence?: Evidence[] }[];
  when?: When;
  dateNote?: string;
  dateEvidence?: Evidence[];
  place?: string;
  summary?: string;
  tags?: string[];
  links?: { label: string; url: string }[];
  count?: string;
  attributes?: Attribute[];
  owner?: string; // for a stage
  stage?: string;
  stageLabel?: string; // "in force": the name without the owner's
  status?: Status;
  note?: string;
  outside?: boolean; // rests only on sources from outside the dataset's own
  evidence: Evidence[];
}

export interface Relation {
  id: string;
  from: string;
  predicate: string;
  to: string;
  when?: When;
  dateNote?: string;
  dateEvidence?: Evidence[];
  status: Status;
  note?: string;
  attributes?: Attribute[];
  outside?: boolean;
  evidence: Evidence[];
}

export interface Kind { id: string; label: string; plural: string; light: string; dark: string; symbol: string; lane: number; }
export interface Predicate { id: string; label: string; inverse: string; influence: "none" | "forward" | "backward"; symmetric?: boolean; }
export interface Source {
  id: string; short: string /* "CHRD 2018": how places in it are cited */; publisher?: string; authors?: string[]; title: string; when?: When; dateNote?: string;
  url?: string; archive?: string; lang?: string; licence?: string; file?: string; sha256?: string;
  paragraphs?: number; outside?: boolean; note?: string;
  noFact?: { at: string; reason: string }[]; // paragraphs that hold nothing to record
}
export interface Figure {
  id: string; about?: string; counts: string; value: string; bound?: string; of?: string; unit?: string;
  when?: When; dateNote?: string; status: Status; note?: string; evidence: Evidence[];
}
export interface Conflict { id: string; about: string; field: string; note?: string; readings: { value: string; drawn?: boolean; evidence: Evidence[] }[]; }
export interface RuledOut { id: string; from: string; to: string; reason: string; evidence: Evidence[]; }
export interface Era { id: string; label: string; when: When; entity?: string; evidence: Evidence[]; }
/** Markdown reduced to what the page draws; text is always text. */
export type Inline = string | { em: Inline[] } | { strong: Inline[] } | { thing: string; of: Inline[] } | { href: string; of: Inline[] };
export type Block = { p: Inline[] } | { ul: Inline[][] };
export interface StoryStep {
  id: string; title: string; text: Block[]; notes?: Block[]; view?: ViewId; focus?: string[];
  window?: [number, number]; thread?: string[]; evidence: Evidence[];
}

export interface Model {
  redthread: 1;
  title: string; standfirst?: string; lang: string; licence?: string; about?: Block[];
  kinds: Kind[]; // only those in use, in lane order
  predicates: Predicate[]; // only those in use
  sources: Source[]; things: Thing[]; relations: Relation[]; figures: Figure[];
  conflicts: Conflict[]; ruledOut: RuledOut[]; eras: Era[]; story: StoryStep[];
}

export type ViewId = "threads" | "timeline" | "network" | "flow" | "table" | "sources";

/** One state for every view, mirrored after "#". */
export interface State {
  view: ViewId;
  selected: string | null; // id of a thing or "r:" + id of a relation
  window: [number, number] | null; // days; null is everything
  hidden: readonly string[]; // kinds switched off in the legend
  query: string;
  lanes: "kind" | "entity" | "place" | "tag";
  focus: number; // steps around the selection kept bright in the network, 0 is all
  thread: string | null; // id of the red thread; "from--to", as a step of the story says it, is the first thread between the two
  step: number; // of the story, counted from 1; 0 is none
  theme: "auto" | "light" | "dark"; // auto follows the system
  rows: Rows; // what the table lists
  sort: string; // column of the table, "-" in front: descending; "" is the order of the data
  embed: boolean; // no header, no tabs: the view alone
}

export type Rows = "things" | "stages" | "relations" | "figures" | "conflicts" | "ruled-out" | "eras";

export interface Store {
  readonly state: State;
  set(patch: Partial<State>, options?: { replace?: boolean }): void; // replace: no entry in the history
  subscribe(listener: (state: State, before: State) => void): () => void;
}

/** What a view gets. Everything it may show is decided by `visible`. */
export interface Context {
  model: Model;
  index: Index;
  store: Store;
  option: unknown; // the view's island, ECharts options
  theme(): Theme;
  visible(thingId: string): boolean; // kinds, window and search of the current state
  visibleRelation(relationId: string): boolean;
  listed(relationId: string): boolean; // for tables: as visibleRelation, but one end, or the relation itself, having the words will do
  /**
   * Whether a thing stays bright in the step of the story that is shown; what
   * does not, recedes: drawn at RECEDED (story/light.ts) of its strength, its label left out,
   * there to be picked all the same. Always true outside the story and in a
   * step without a focus. A stage that is named keeps its owner bright; a
   * relation is in focus when both its ends are. Ask again at each update
   * (state.step or state.selected has changed). What the red thread passes
   * through had better stay bright as well.
   */
  inFocus(thingId: string): boolean;
  announce(text: string): void; // to the live region
  /**
   * The view has painted its first picture; call it once, from the chart's
   * "finished". Sets data-ready on the host and the performance mark
   * "rt:<view>:finished", which tests read.
   */
  ready(): void;
}

/**
 * How a test reads the marks on the screen, nothing global being there:
 *
 *   const ask = new CustomEvent("rt:marks", { detail: {} });
 *   document.dispatchEvent(ask);
 *   ask.detail.view, ask.detail.marks, ask.detail.red // of the view shown, as its panel gives them
 *
 * "rt:state" fills detail.state in the same way.
 */
export type Ask = CustomEvent<{ view?: ViewId; marks?: Mark[]; red?: RedLine[]; state?: State }>;

export interface Index {
  thing(id: string): Thing | undefined;
  relation(id: string): Relation | undefined;
  kind(id: string): Kind | undefined;
  predicate(id: string): Predicate | undefined;
  source(id: string): Source | undefined;
  relationsOf(thingId: string): readonly Relation[]; // a stage's count for its owner too
  stagesOf(thingId: string): readonly Thing[];
  label(thingId: string): string; // short name, for marks
  words(relationId: string): string; // "A is charged with B", status and hedge in the words
}

export interface Theme {
  dark: boolean;
  paper: string; ink: string; muted: string; rule: string; lane: string; card: string; red: string;
  font: string;
  color(kind: string): string;
  motion: boolean; // false: prefers-reduced-motion
}

/** A label or mark as it stands on the screen, in CSS pixels within the chart. For tests and for the keyboard's ring. */
export interface Mark { id: string; x: number; y: number; width: number; height: number; label?: { text: string; x: number; y: number; width: number; height: number }; }

/** A line on the screen in straight pieces, in CSS pixels within the chart. */
export type RedLine = readonly (readonly [number, number])[];

export interface Panel {
  update(state: State, before: State): void; // only while the view is shown; before is what it last saw
  resize(): void;
  marks(): Mark[]; // in reading order, the order of the arrow keys
  redLines?(): RedLine[]; // where the red thread runs, for tests
  /** theme() has changed (the toggle, the system, print): paint again, at once. Without it the view is mounted anew. */
  repaint?(): void;
  dispose(): void;
}

export type MountView = (host: HTMLElement, context: Context) => Panel;
