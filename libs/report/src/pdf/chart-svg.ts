import { SankeyChart } from 'echarts/charts';
import { GraphicComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([SankeyChart, GraphicComponent, SVGRenderer]);

/** A chart as SVG, made without a browser; width and height in its own units. */
export function chartSvg(option: Record<string, unknown>, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
