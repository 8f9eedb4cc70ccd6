import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChartTooltip, type ChartTooltipRow } from '../../chart/ChartTooltip';
import { useFormats } from '../../format/useFormats';
import { useOpmodelPalette } from '../../palette/useOpmodelPalette';
import { opmodelTranslationRef } from '../../translation';
import { formatPanelValue } from './TrendChart';
import type { TrendPanel } from './trendPanel';

/** The figures of all panels in one week. */
export function TrendTooltip(props: {
  panels: TrendPanel[];
  /** Position of the week. */
  index: number;
  /** First day of the week, ISO day. */
  week: string;
  partial: boolean;
}) {
  const { panels, index, week, partial } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const formats = useFormats();
  const palette = useOpmodelPalette();
  const rows: ChartTooltipRow[] = panels.flatMap(shown => [
    {
      id: `${shown.id} value`,
      label: shown.label,
      value: formatPanelValue(shown, shown.values[index], formats),
      colour: palette.series[shown.series],
    },
    ...(shown.part
      ? [
          {
            id: `${shown.id} part`,
            label: shown.part.label,
            value: formatPanelValue(shown, shown.part.values[index], formats),
            colour: palette.series[shown.part.series],
          },
        ]
      : []),
    ...(shown.band
      ? [
          {
            id: `${shown.id} band`,
            label: shown.band.label,
            value: formatPanelValue(shown, shown.band.high[index], formats),
          },
        ]
      : []),
    ...(shown.previous
      ? [
          {
            id: `${shown.id} previous`,
            label: t('chart.previousWindow'),
            value: formatPanelValue(shown, shown.previous[index], formats),
            colour: palette.previous,
          },
        ]
      : []),
  ]);

  return (
    <ChartTooltip
      title={t('chart.weekOf', { day: formats.day(week) })}
      rows={rows}
      note={partial ? t('chart.partialWeek') : undefined}
    />
  );
}
