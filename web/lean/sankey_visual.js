// Every node and link of ours brings its colour: there is no scale to map by.
import { createSimpleOverallStageHandler } from "echarts/lib/util/model.js";

export const sankeyVisualStageHandler = createSimpleOverallStageHandler("sankey", (ecModel) => {
  ecModel.eachSeriesByType("sankey", (series) => {
    const graph = series.getGraph();
    for (const node of graph.nodes) {
      const fill = node.getModel().get(["itemStyle", "color"]);
      node.setVisual("color", fill);
      node.setVisual("style", { fill });
    }
    for (const edge of graph.edges) edge.setVisual("style", edge.getModel().get("lineStyle"));
  });
});
