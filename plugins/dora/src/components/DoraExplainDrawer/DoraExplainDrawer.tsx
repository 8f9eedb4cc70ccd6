import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraMetricId,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainDrawer,
  QueryView,
  RowsSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useState } from 'react';
import { useDoraExplanation } from '../../hooks/useDoraExplanation';
import { doraTranslationRef } from '../../translation';
import { useMetricNames } from '../metrics/useMetricNames';
import { ExplanationBody } from './ExplanationBody';

/** Props of {@link DoraExplainDrawer}. */
export interface DoraExplainDrawerProps {
  entityRef: string;
  query: DoraReportQuery;
  /** The number to explain; undefined closes the drawer. */
  metric: DoraMetricId | undefined;
  /** Called after the number was disputed. */
  onDisputed: () => void;
  onClose: () => void;
}

/** How one number came about, down to its rows. */
export function DoraExplainDrawer(props: DoraExplainDrawerProps) {
  const { metric, onClose } = props;
  const titles = useMetricNames();
  // While the drawer slides away it still shows what it showed.
  const [shown, setShown] = useState(metric);
  useEffect(() => {
    if (metric) {
      setShown(metric);
    }
  }, [metric]);
  return (
    <ExplainDrawer
      open={metric !== undefined}
      onClose={onClose}
      title={shown ? titles[shown] : ''}
    >
      {shown && <Explanation {...props} metric={shown} />}
    </ExplainDrawer>
  );
}

const SKELETON_ROWS = 10;

function Explanation(props: {
  entityRef: string;
  query: DoraReportQuery;
  metric: DoraMetricId;
  onDisputed: () => void;
}) {
  const { entityRef, query, metric, onDisputed } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const explanation = useDoraExplanation(entityRef, metric, query);
  return (
    <QueryView
      query={explanation}
      subject={t('tab.subject')}
      skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
    >
      {data => (
        <ExplanationBody
          // Another number begins without the filter of the one before.
          key={metric}
          entityRef={entityRef}
          query={query}
          explanation={data}
          onDisputed={onDisputed}
        />
      )}
    </QueryView>
  );
}
