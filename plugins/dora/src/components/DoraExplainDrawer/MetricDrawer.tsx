import type { DoraMetricId } from '@opmodel/backstage-plugin-opmodel-common';
import { ExplainDrawer } from '@opmodel/backstage-plugin-opmodel-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useMetricNames } from '../metrics/useMetricNames';

/** The drawer of one metric; without one it is closed. */
export function MetricDrawer(props: {
  metric: DoraMetricId | undefined;
  onClose: () => void;
  /** What the drawer says of a metric. */
  children: (metric: DoraMetricId) => ReactNode;
}) {
  const { metric, onClose, children } = props;
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
      {shown && children(shown)}
    </ExplainDrawer>
  );
}
