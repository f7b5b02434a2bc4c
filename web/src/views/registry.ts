// The views a page can show. A chart's view is there only when the page brings
// its options; the order is the order of the tabs.

import type { MountView, ViewId } from "../contract";
import { mount as flow } from "./flow";
import { mount as network } from "./network";
import { mount as sources } from "./sources";
import { mount as table } from "./table";
import { mount as threads } from "./threads";
import { mount as timeline } from "./timeline";
import { timelineSigns, type Sign } from "./timeline_signs";

export interface View {
  id: ViewId;
  label: string;
  chart: boolean; // needs an island of options
  mount: MountView;
  /** How to read it, told while nothing is selected. */
  reading: readonly string[];
  /** The same where it draws more things than so many, and less of each. */
  crowd?: { above: number; reading: readonly string[] };
  /** The signs that it draws, each with what it means. */
  signs?: () => Sign[];
}

export const REGISTRY: readonly View[] = [
  {
    id: "threads", label: "Threads", chart: true, mount: threads,
    reading: [
      "A thread is a chain from a rule, a charge or an event to a case that can have happened in that order. One at a time is red; its numbers are those of the words.",
      "A thread is as sure as its weakest step. What cannot have led there stands apart, with the dates that say so.",
    ],
  },
  {
    id: "timeline", label: "Timeline", chart: true, mount: timeline,
    reading: [
      "Time runs across. A full mark is a day, a strong bar a span, a pale one the time within which its day lies. What fades is not known.",
      "Select anything to open its evidence. What has no date stands in a list of its own, below.",
    ],
    signs: timelineSigns,
  },
  {
    id: "network", label: "Network", chart: true, mount: network,
    reading: [
      "Each mark is a thing; its shape and colour say its kind, its size how many relations it has. Each curve is a relation.",
      "Select a mark to see it with its surroundings. The same data always stand in the same places.",
    ],
    crowd: {
      above: 2000, // maxGraphNodes in chart/network.go
      reading: [
        "Each dot is a thing, its colour says its kind; each line is a relation, all drawn alike. The most connected are named; closer, more are.",
        "Select a dot to see it with its surroundings, and what its relations say. The same data always stand in the same places.",
      ],
    },
  },
  {
    id: "flow", label: "Flow", chart: true, mount: flow,
    reading: [
      "Left to right, from laws and charges to cases. A band is a relation, as wide as the threads that follow it; its pattern says how sure it is.",
      "Below, a cell says how sure the best thread from a law or charge to a case is, and opens it.",
    ],
  },
  {
    id: "table", label: "Table", chart: false, mount: table,
    reading: ["Everything in words. A heading sorts; a name opens its evidence."],
  },
  {
    id: "sources", label: "Sources", chart: false, mount: sources,
    reading: ["Each source with what rests on it, paragraph by paragraph."],
  },
];
