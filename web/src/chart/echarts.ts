// The parts of ECharts that the pages use, and no more: each costs bytes in
// every page.

import { CustomChart, GraphChart, SankeyChart } from "echarts/charts";
import { GridSimpleComponent } from "echarts/components";
import { graphic, init, use, type EChartsType } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([CanvasRenderer, CustomChart, GraphChart, GridSimpleComponent, SankeyChart]);

export { graphic, init, type EChartsType };
