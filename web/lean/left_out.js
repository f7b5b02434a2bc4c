// What stands in for a part of ECharts that no page of ours uses.
export function leftOut() { throw new Error("this part of ECharts is left out of the pages (web/lean.go)"); }
