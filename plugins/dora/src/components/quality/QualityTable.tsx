import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraMetricId,
  QualityCheck,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  StateChip,
  useDenseTableStyles,
  useFormats,
  ScrollArea,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { useQualityText } from '../metrics/qualityChecks';
import { useMetricNames } from '../metrics/useMetricNames';

const useStyles = makeStyles({
  words: { whiteSpace: 'normal !important' as 'normal' },
});

/** A check, and the metrics that stand on what it checks. */
export interface ListedCheck extends QualityCheck {
  metrics?: DoraMetricId[];
}

/** Checks of the facts behind numbers: what share is good, what is asked for, and what to do where it is less. */
export function QualityTable(props: { checks: ListedCheck[] }) {
  const { checks } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const texts = useQualityText();
  const names = useMetricNames();
  const classes = useStyles();
  const table = useDenseTableStyles();
  const withMetrics = checks.some(({ metrics }) => metrics !== undefined);
  const withFix = checks.some(({ passed }) => passed === false);
  if (checks.length === 0) {
    return <span className={table.quiet}>{t('quality.nothing')}</span>;
  }
  return (
    <ScrollArea label={t('quality.title')}>
      <table className={table.table} aria-label={t('quality.title')}>
        <thead>
          <tr>
            <th scope="col">{t('quality.check')}</th>
            <th scope="col" className={table.number}>
              {t('quality.share')}
            </th>
            <th scope="col" className={table.number}>
              {t('quality.threshold')}
            </th>
            <th scope="col">{t('quality.state')}</th>
            {withFix && <th scope="col">{t('quality.fix')}</th>}
            {withMetrics && <th scope="col">{t('quality.metrics')}</th>}
          </tr>
        </thead>
        <tbody>
          {checks.map(check => {
            const text = texts[check.id] ?? { name: check.id, fix: '' };
            return (
              <tr key={check.id}>
                <th scope="row" className={classes.words}>
                  {text.name}
                </th>
                <td className={table.number}>
                  {formats.share(check.share)}{' '}
                  {check.share !== null && (
                    <span className={table.quiet}>
                      (
                      {t('quality.of', {
                        numerator: formats.count(check.numerator),
                        denominator: formats.count(check.denominator),
                      })}
                      )
                    </span>
                  )}
                </td>
                <td className={table.number}>
                  {formats.share(check.threshold)}
                </td>
                <td>
                  <CheckState passed={check.passed} />
                </td>
                {withFix && (
                  <td className={classes.words}>
                    {check.passed === false && text.fix}
                  </td>
                )}
                {withMetrics && (
                  <td className={classes.words}>
                    {check.metrics?.map(metric => names[metric]).join(', ')}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function CheckState(props: { passed: boolean | null }) {
  const { t } = useTranslationRef(doraTranslationRef);
  if (props.passed === null) {
    return <StateChip state="no_data" label={t('quality.unknown')} />;
  }
  return props.passed ? (
    <StateChip state="good" label={t('quality.passed')} />
  ) : (
    <StateChip state="attention" label={t('quality.failed')} />
  );
}
