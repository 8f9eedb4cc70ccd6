import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FlowMetricId } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainDrawer,
  QueryView,
  RowsSkeleton,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useState } from 'react';
import type { FlowQuery } from '../../hooks/flowQuery';
import { useFlowExplanation } from '../../hooks/useFlowExplanation';
import { flowTranslationRef } from '../../translation';
import { FlowExplanationBody } from './FlowExplanationBody';
import { useMetricTexts } from './useMetricTexts';

const SKELETON_ROWS = 10;

/** Props of {@link FlowExplainDrawer}. */
export interface FlowExplainDrawerProps {
  entityRef: string;
  query: FlowQuery;
  /** The number to explain; undefined closes the drawer. */
  metric: FlowMetricId | undefined;
  onClose: () => void;
}

/** How one number came about, down to its rows. */
export function FlowExplainDrawer(props: FlowExplainDrawerProps) {
  const { metric, onClose } = props;
  const texts = useMetricTexts();
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
      title={shown ? texts[shown].title : ''}
    >
      {shown && <Explanation {...props} metric={shown} />}
    </ExplainDrawer>
  );
}

function Explanation(props: {
  entityRef: string;
  query: FlowQuery;
  metric: FlowMetricId;
}) {
  const { entityRef, query, metric } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const explanation = useFlowExplanation(entityRef, metric, query);
  return (
    <QueryView
      query={explanation}
      subject={t('tab.subject')}
      skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
    >
      {data => (
        <FlowExplanationBody
          entityRef={entityRef}
          query={query}
          explanation={data}
        />
      )}
    </QueryView>
  );
}
