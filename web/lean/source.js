// A series brings its own data, as a list: there are no datasets to share.
import { createSource } from "echarts/lib/data/Source.js";
import { leftOut } from "./left_out.js";

export class SourceManager {
  constructor(series) { this.series = series; }
  dirty() {}
  prepareSource() {
    const data = this.series.get("data", true);
    if (ArrayBuffer.isView(data) || this.series.get("datasetIndex", true)) leftOut();
    const dimensions = this.series.get("dimensions", true);
    this.source = createSource(data, { seriesLayoutBy: null, sourceHeader: undefined, dimensions }, "original");
  }
  getSource() { return this.source; }
  getSharedDataStore() { return leftOut(); }
}
export { leftOut as disableTransformOptionMerge };
