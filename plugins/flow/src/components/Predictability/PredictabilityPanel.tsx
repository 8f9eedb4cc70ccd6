import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  FlowReport,
  PeriodPredictability,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  Panel,
  StateChip,
  useDenseTableStyles,
  useFormats,
  ScrollArea,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import { ExplainButton } from '../ExplainButton';

const useStyles = makeStyles(theme => ({
  empty: {
    padding: theme.spacing(1, 2, 2),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
  },
}));

/** What was committed for each period, and what came of it, with scope changes in sight. */
export function PredictabilityPanel(props: {
  report: FlowReport;
  onExplain: () => void;
}) {
  const { periods } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  const classes = useStyles();
  return (
    <Panel
      flush
      title={t('predictability.title')}
      actions={
        <ExplainButton
          label={t('predictability.title')}
          onExplain={props.onExplain}
        />
      }
    >
      {periods.length === 0 ? (
        <p className={classes.empty}>{t('predictability.empty')}</p>
      ) : (
        <PeriodTable periods={periods} />
      )}
    </Panel>
  );
}

function PeriodTable(props: { periods: PeriodPredictability[] }) {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  return (
    <ScrollArea label={t('predictability.title')}>
      <table className={table.table} aria-label={t('predictability.title')}>
        <thead>
          <tr>
            <th scope="col">{t('predictability.period')}</th>
            {[
              t('predictability.ratio'),
              t('predictability.committed'),
              t('predictability.done'),
              t('predictability.added'),
              t('predictability.removed'),
              t('predictability.carriedOver'),
            ].map(label => (
              <th key={label} scope="col" className={table.number}>
                {label}
              </th>
            ))}
            <th scope="col">{t('predictability.state')}</th>
          </tr>
        </thead>
        <tbody>
          {props.periods.map(period => (
            <tr key={period.period}>
              <th scope="row">
                {period.period}{' '}
                {period.from && period.to && (
                  <span className={table.quiet}>
                    {formats.dayRange(period.from, period.to)}
                  </span>
                )}
              </th>
              <td className={table.number}>
                {period.ratio === null ? NO_VALUE : formats.share(period.ratio)}
              </td>
              <td className={table.number}>
                {formats.count(period.committed)}
              </td>
              <td className={table.number}>{formats.count(period.done)}</td>
              <td className={table.number}>
                {t('predictability.addedDone', {
                  added: formats.count(period.added),
                  done: formats.count(period.addedDone),
                })}
              </td>
              <td className={table.number}>{formats.count(period.removed)}</td>
              <td className={table.number}>
                {period.state === 'closed'
                  ? formats.count(period.carriedOver)
                  : NO_VALUE}
              </td>
              <td>
                <PeriodState state={period.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function PeriodState(props: { state: PeriodPredictability['state'] }) {
  const { t } = useTranslationRef(flowTranslationRef);
  switch (props.state) {
    case 'open':
      return <>{t('predictability.open')}</>;
    case 'closed':
      return <>{t('predictability.closed')}</>;
    default:
      return <StateChip state="no_data" label={t('predictability.unknown')} />;
  }
}
