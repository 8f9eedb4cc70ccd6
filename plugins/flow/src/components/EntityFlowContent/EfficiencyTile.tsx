import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ChangeNote,
  MetricTile,
  ShareBar,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import type { FlowTileProps } from './FlowTiles';

/** How much of the time in which an item waits to be done is work on it. */
export function EfficiencyTile({ report, onExplain }: FlowTileProps) {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const { value, state, n, numerator, denominator, change, previous } =
    report.efficiency;
  return (
    <MetricTile
      label={t('metric.efficiency')}
      value={value === null ? null : formats.share(value)}
      reason={t('reason.noStates')}
      change={
        state === 'ok' && (
          <ChangeNote
            kind="share"
            change={change}
            previous={formats.share(previous.value)}
          />
        )
      }
      state={state === 'thin' && <StateChip state="thin" count={n} />}
      trend={<ShareBar share={value ?? 0} series="in-progress" />}
      sample={
        value !== null &&
        t('sample.activeOf', {
          active: formats.duration(numerator),
          total: formats.duration(denominator),
        })
      }
      onExplain={onExplain && (() => onExplain('flow-efficiency'))}
    />
  );
}
