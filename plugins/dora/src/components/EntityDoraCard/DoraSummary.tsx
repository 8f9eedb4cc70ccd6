import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChangeNote,
  NO_VALUE,
  Sparkline,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { useCardStyles } from './cardStyles';

/** One number, its trend, and one line of meaning. */
export function DoraSummary(props: { report: DoraReport }) {
  const { changeLeadTime, trend, previousTrend } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const classes = useCardStyles();
  const { median, state, n, change, previous } = changeLeadTime;
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
      <div className={classes.meaning}>{t('card.leadTime')}</div>
      <Sparkline
        fluid
        width={300}
        height={40}
        series="lead-time"
        label={t('trend.weekly', { label: t('metric.changeLeadTime') })}
        values={trend.map(point => point.leadTimeMedian)}
        previous={previousTrend.map(point => point.leadTimeMedian)}
      />
      <div className={classes.meaning}>
        <FrequencySentence report={props.report} />
      </div>
    </div>
  );
}

function FrequencySentence(props: { report: DoraReport }) {
  const { deploymentFrequency, scope } = props.report;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  if (deploymentFrequency.deployments === null) {
    return <>{t('card.noData')}</>;
  }
  const sentence = scope.rollUp
    ? t('card.frequencyRollUp', {
        rate: formats.rate(deploymentFrequency.medianPerWeek),
      })
    : t('card.frequency', { rate: formats.rate(deploymentFrequency.perWeek) });
  return <>{sentence}</>;
}
