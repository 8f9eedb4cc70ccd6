import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtFlowReport,
  DebtSummary,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  MetricTileRow,
  QueryView,
  TilesSkeleton,
  toWindowQuery,
  useWindowParams,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { useDebtFlow } from '../../hooks/fleetQueries';
import type { DebtSelectionQuery } from '../../hooks/useRegisterParams';
import { techDebtTotalsTranslationRef } from '../../translations/totals';
import {
  BreachesTile,
  EstimatedTile,
  OverdueTile,
  OwedTile,
} from './SummaryTiles';
import { MovedTile } from './MovedTile';
import { TotalsDrawer, type TotalId } from './TotalsDrawer';

const TILES = 5;

/** What is owed as a whole, in five numbers that each explain themselves. */
export function DebtTotals(props: {
  summary: QueryState<DebtSummary>;
  /** Of which items; what came and went is asked for here. */
  selection: DebtSelectionQuery;
}) {
  const { summary, selection } = props;
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  const window = useWindowParams();
  const flow = useDebtFlow({
    ...selection,
    ...toWindowQuery(window.selection),
    interval: 'month',
  });
  return (
    <QueryView
      query={summary}
      subject={t('subject')}
      skeleton={<TilesSkeleton count={TILES} />}
    >
      {data => <Tiles summary={data} flow={flow} />}
    </QueryView>
  );
}

function Tiles(props: {
  summary: DebtSummary;
  flow: QueryState<DebtFlowReport>;
}) {
  const { summary, flow } = props;
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  const [explained, setExplained] = useState<TotalId>();
  const [isOpen, setOpen] = useState(false);
  const explain = (id: TotalId) => () => {
    setExplained(id);
    setOpen(true);
  };
  return (
    <section aria-label={t('label')}>
      <MetricTileRow>
        <OwedTile summary={summary} onExplain={explain('owed')} />
        <OverdueTile summary={summary} onExplain={explain('overdue')} />
        <BreachesTile summary={summary} onExplain={explain('breached')} />
        <MovedTile flow={flow} onExplain={explain('moved')} />
        <EstimatedTile summary={summary} onExplain={explain('estimated')} />
      </MetricTileRow>
      <TotalsDrawer
        open={isOpen}
        total={explained}
        summary={summary}
        flow={flow.data}
        onClose={() => setOpen(false)}
      />
    </section>
  );
}
