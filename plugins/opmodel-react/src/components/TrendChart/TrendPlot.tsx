import { useId, useState } from 'react';
import { useMeasuredWidth } from '../../chart/useMeasuredWidth';
import type { TrendChartProps } from './TrendChart';
import { TrendPanelPlot } from './TrendPanelPlot';

/** The drawn part of a trend chart; it is loaded when needed. */
export function TrendPlot(props: TrendChartProps) {
  const { panels } = props;
  const [measure, width] = useMeasuredWidth();
  const [active, setActive] = useState<string>();
  const syncId = useId();
  return (
    <div ref={measure}>
      {panels.map((panel, index) => (
        // The chart inside takes the focus; this only notes which one has it.
        <div
          key={panel.id}
          onMouseEnter={() => setActive(panel.id)}
          onFocus={() => setActive(panel.id)}
        >
          <TrendPanelPlot
            {...props}
            panel={panel}
            width={width}
            syncId={syncId}
            withTooltip={active === panel.id}
            withAxis={index === panels.length - 1}
          />
        </div>
      ))}
    </div>
  );
}
