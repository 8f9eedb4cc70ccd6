import {
  useCallback,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { useMeasuredWidth } from '../../chart/useMeasuredWidth';
import type { TrendChartProps } from './TrendChart';
import { TrendLanes } from './TrendLanes';
import { TrendPanelPlot } from './TrendPanelPlot';

/** The drawn part of a trend chart; it is loaded when needed. */
export function TrendPlot(props: TrendChartProps) {
  const { panels, onChooseWeek } = props;
  const [measure, width] = useMeasuredWidth();
  const [active, setActive] = useState<string>();
  const activeWeek = useRef<string>();
  const syncId = useId();
  const noteWeek = useCallback((week: string | undefined) => {
    activeWeek.current = week;
  }, []);
  const chooseByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && activeWeek.current) {
      onChooseWeek?.(activeWeek.current);
    }
  };
  return (
    <div ref={measure}>
      <TrendLanes {...props} />
      {panels.map((panel, index) => (
        // The chart inside takes the focus; this only notes which one has it, and what is pressed there.
        // eslint-disable-next-line jsx-a11y/no-static-element-interactions
        <div
          key={panel.id}
          onMouseEnter={() => setActive(panel.id)}
          onFocus={() => setActive(panel.id)}
          onKeyDown={chooseByKey}
        >
          <TrendPanelPlot
            {...props}
            panel={panel}
            width={width}
            syncId={syncId}
            withTooltip={active === panel.id}
            withAxis={index === panels.length - 1}
            withPeriodLabels={index === 0}
            onActiveWeek={noteWeek}
          />
        </div>
      ))}
    </div>
  );
}
