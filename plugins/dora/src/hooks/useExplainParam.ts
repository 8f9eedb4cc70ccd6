import type { DoraMetricId } from '@opmodel/backstage-plugin-opmodel-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { doraMetricIds } from '../components/metrics/metricIds';

/** Which number explains itself, as it stands in the URL (`explain`): a link opens the same explanation. */
export function useExplainParam(): {
  explained: DoraMetricId | undefined;
  explain: (metric: DoraMetricId | undefined) => void;
} {
  const [params, setParams] = useSearchParams();
  const explained = doraMetricIds.find(
    metric => metric === params.get('explain'),
  );
  const explain = useCallback(
    (metric: DoraMetricId | undefined) =>
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
