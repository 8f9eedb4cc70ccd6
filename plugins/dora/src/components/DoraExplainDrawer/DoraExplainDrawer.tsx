import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraMetricId,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  QueryView,
  RowsSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useDoraExplanation } from '../../hooks/useDoraExplanation';
import { doraTranslationRef } from '../../translation';
import { ExplanationBody } from './ExplanationBody';
import { MetricDrawer } from './MetricDrawer';

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
  return (
    <MetricDrawer metric={props.metric} onClose={props.onClose}>
      {metric => <Explanation {...props} metric={metric} />}
    </MetricDrawer>
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
          explanation={data}
          evidence={{ entityRef, query, onDisputed }}
        />
      )}
    </QueryView>
  );
}
