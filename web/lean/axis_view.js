// Hidden axes draw nothing; the grid still wants to have a view of each.
import ComponentView from "echarts/lib/view/Component.js";
import { leftOut } from "./left_out.js";

class View extends ComponentView {
  type = "";
  render(axis) { if (axis.get("show")) leftOut(); }
}
export class CartesianXAxisView extends View { static type = "xAxis"; type = "xAxis"; }
export class CartesianYAxisView extends View { static type = "yAxis"; type = "yAxis"; }
