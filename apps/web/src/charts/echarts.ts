import { BarChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GraphicComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([
  BarChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  GraphicComponent,
  GridComponent,
  TooltipComponent,
  MarkLineComponent,
  MarkAreaComponent,
  AriaComponent,
  SVGRenderer,
]);

export { init };
