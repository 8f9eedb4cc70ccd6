import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtFlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTile,
  MetricTileSkeleton,
  useFormats,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtTotalsTranslationRef } from '../../translations/totals';
import { MovedTrend } from './MovedTrend';
import { countMoved } from './movedItems';

/** What was opened and what was closed within the window of the page. */
export function MovedTile(props: {
  flow: QueryState<DebtFlowReport>;
  onExplain: () => void;
}) {
  const { flow, onExplain } = props;
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  const formats = useFormats();
  if (flow.phase === 'loading') {
    return <MetricTileSkeleton />;
  }
  if (flow.data === undefined) {
    return (
      <MetricTile
        label={t('moved')}
        value={null}
        reason={flow.error?.message}
      />
    );
  }
  const moved = countMoved(flow.data);
  const opened = moved.opened + moved.reopened;
  const closed = moved.resolved + moved.givenUp;
  const { from, to } = flow.data.window;
  return (
    <MetricTile
      label={t('moved')}
      value={t('movedValue', {
        opened: formats.count(opened),
        closed: formats.count(closed),
      })}
      state={<MovedTrend moved={moved} />}
      sample={t('movedSample', { days: formats.dayRange(from, to) })}
      onExplain={onExplain}
    />
  );
}
