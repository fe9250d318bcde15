import { HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, VisualMapComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { themed } from './paint.ts';

use([HeatmapChart, LineChart, GridComponent, VisualMapComponent, SVGRenderer]);

/** Sentinel family: the page's own stack takes its place. */
export const PAGE_FONT = 'page-font';

function inner(svg: string): string {
  return svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
}

/** Ids count up in a process; numbered again from the picture's own id they are the same in every build. */
function renumbered(svg: string, id: string): string {
  const seen = new Map<string, string>();
  return svg.replace(/zr\d+-([cgp])\d+/g, (old) => {
    const known = seen.get(old) ?? `${id}-${seen.size + 1}`;
    seen.set(old, known);
    return known;
  });
}

function lean(svg: string): string {
  return svg
    .replace(/<style\s*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|pointer-events|xml:space|ecmeta_[a-z_]+)="[^"]*"/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>/g, '')
    .replace(/font-family:page-font;?/g, '')
    .replace(/<(path|rect|line|circle)([^<>]*)><\/\1>/g, '<$1$2/>')
    .replace(/\n/g, '');
}

/** The drawn parts of an ECharts picture, without its frame: themed, renumbered, and without anything that only a script needs. */
export function drawn(
  option: EChartsCoreOption,
  size: { id: string; width: number; height: number },
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: size.width, height: size.height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: PAGE_FONT }, ...option });
    return themed(renumbered(lean(inner(chart.renderToSVGString())), size.id));
  } finally {
    chart.dispose();
  }
}
