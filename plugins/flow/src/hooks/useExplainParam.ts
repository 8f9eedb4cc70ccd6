import type { FlowMetricId } from '@opmodel/backstage-plugin-opmodel-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

const METRICS: FlowMetricId[] = [
  'cycle-time',
  'flow-time',
  'throughput',
  'wip',
  'work-item-age',
  'flow-efficiency',
  'allocation',
  'escaped-defects',
  'predictability',
  'build-success',
  'build-duration',
];

/** Which number explains itself, as it stands in the URL (`explain`): a link opens the same explanation. */
export function useExplainParam(): {
  explained: FlowMetricId | undefined;
  explain: (metric: FlowMetricId | undefined) => void;
} {
  const [params, setParams] = useSearchParams();
  const explained = METRICS.find(metric => metric === params.get('explain'));
  const explain = useCallback(
    (metric: FlowMetricId | undefined) =>
      setParams(known => {
        const next = new URLSearchParams(known);
        if (metric) {
          next.set('explain', metric);
        } else {
          next.delete('explain');
        }
        return next;
      }),
    [setParams],
  );
  return { explained, explain };
}
