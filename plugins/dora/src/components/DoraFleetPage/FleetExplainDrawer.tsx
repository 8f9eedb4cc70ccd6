import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraMetricId } from '@opmodel/backstage-plugin-opmodel-common';
import {
  QueryView,
  RowsSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useFleetExplanation } from '../../hooks/fleet/useDoraFleet';
import { useExplainParam } from '../../hooks/useExplainParam';
import { ExplanationBody, MetricDrawer } from '../DoraExplainDrawer';
import { doraFleetTranslationRef } from './doraFleetTranslationRef';
import type { FleetView } from './fleetView';

const SKELETON_ROWS = 10;

/** How one number of everything that the filter selects came about; which one stands in the URL. */
export function FleetExplainDrawer(props: { view: FleetView }) {
  const { explained, explain } = useExplainParam();
  return (
    <MetricDrawer metric={explained} onClose={() => explain(undefined)}>
      {metric => <Explanation view={props.view} metric={metric} />}
    </MetricDrawer>
  );
}

function Explanation(props: { view: FleetView; metric: DoraMetricId }) {
  const { t } = useTranslationRef(doraFleetTranslationRef);
  const explanation = useFleetExplanation(props.view, props.metric);
  return (
    <QueryView
      query={explanation}
      subject={t('page.subject')}
      skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
    >
      {data => <ExplanationBody explanation={data} />}
    </QueryView>
  );
}
