// The views a page can show. A chart's view is there only when the page brings
// its options; the order is the order of the tabs.

import type { MountView, ViewId } from "../contract";
import { mount as sources } from "./sources";
import { mount as table } from "./table";

export interface View {
  id: ViewId;
  label: string;
  chart: boolean; // needs an island of options
  mount: MountView;
  /** How to read it, told while nothing is selected. */
  reading: readonly string[];
}

export const REGISTRY: readonly View[] = [
  {
    id: "table", label: "Table", chart: false, mount: table,
    reading: ["Everything in words. A heading sorts; a name opens its evidence."],
  },
  {
    id: "sources", label: "Sources", chart: false, mount: sources,
    reading: ["Each source with what rests on it, paragraph by paragraph."],
  },
];
