import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChangeNote,
  NO_VALUE,
  Sparkline,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import { useCardStyles } from './cardStyles';

/** One number, its trend, and one line of meaning. */
export function FlowSummary(props: { report: FlowReport }) {
  const { cycleTime, weeks, wip } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const classes = useCardStyles();
  const { median, state, n, change, previous } = cycleTime;
  return (
    <div className={classes.body}>
      <div className={classes.number}>
        <span className={classes.value}>
          {median === null ? NO_VALUE : formats.duration(median)}
        </span>
        <span className={classes.state}>
          {state === 'ok' ? (
            <ChangeNote
              kind="duration"
              change={change}
              previous={formats.duration(previous.median)}
            />
          ) : (
            <StateChip state={state} count={state === 'thin' ? n : undefined} />
          )}
        </span>
      </div>
      <div className={classes.meaning}>{t('card.cycleTime')}</div>
      <Sparkline
        fluid
        width={300}
        height={40}
        series="cycle-time"
        label={t('trend.weekly', { label: t('metric.cycleTime') })}
        values={weeks.map(week => week.cycleTimeMedian)}
      />
      <div className={classes.meaning}>
        {wip.items === null
          ? t('card.noData')
          : t('card.wip', {
              count: wip.items,
              weeks:
                wip.weeksOfWork === null
                  ? NO_VALUE
                  : formats.decimal(wip.weeksOfWork),
            })}
      </div>
    </div>
  );
}
