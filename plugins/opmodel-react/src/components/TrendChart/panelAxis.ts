import {
  countTicks,
  durationTicks,
  shareTicks,
} from '../../chart/durationTicks';
import type { Formats } from '../../format/useFormats';
import type { TrendPanel } from './trendPanel';

/** The ticks of a panel's axis: fewer where it is low. */
export function ticksOf(panel: TrendPanel, highest: number): number[] {
  const isMain = panel.kind === 'line' && !panel.low;
  switch (panel.scale) {
    case 'duration':
      return durationTicks(highest, isMain ? 4 : 3);
    case 'share':
      return shareTicks(highest, isMain ? 4 : 3);
    default:
      return countTicks(highest, isMain ? 4 : 2);
  }
}

/** How the ticks of a panel are written. */
export function tickFormatOf(
  panel: TrendPanel,
  formats: Formats,
): (value: number) => string {
  switch (panel.scale) {
    case 'duration':
      return formats.axisDuration;
    case 'share':
      return formats.share;
    default:
      return formats.count;
  }
}
