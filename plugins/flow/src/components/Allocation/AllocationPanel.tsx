import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  FlowAllocation,
  FlowReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ChartFrame,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import { ExplainButton } from '../ExplainButton';
import { useCategoryNames } from '../useCategoryNames';
import { AllocationBar } from './AllocationBar';

const useStyles = makeStyles(theme => ({
  rows: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(80px, 1fr) max-content',
    gap: theme.spacing(1, 1.5),
    alignItems: 'center',
    fontSize: 13,
    fontVariantNumeric: 'tabular-nums',
  },
  share: { textAlign: 'right' },
  quiet: { color: theme.palette.text.secondary },
  notes: {
    margin: theme.spacing(1.5, 0, 0),
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
  },
}));

/** How capacity was spent on each category, against what was agreed. */
export function AllocationPanel(props: {
  report: FlowReport;
  onExplain: () => void;
}) {
  const { allocation } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const names = useCategoryNames();
  const classes = useStyles();
  const units: Record<FlowAllocation['unit'], string> = {
    items: t('allocation.items'),
    active_time: t('allocation.activeTime'),
    engineer_days: t('allocation.engineerDays'),
  };
  const points = usePoints();
  const amount = (value: number) =>
    allocation.unit === 'active_time'
      ? formats.duration(value)
      : formats.decimal(value);
  return (
    <ChartFrame
      title={t('allocation.title')}
      caption={t('allocation.caption', { unit: units[allocation.unit] })}
      actions={
        <ExplainButton
          label={t('allocation.title')}
          onExplain={props.onExplain}
        />
      }
      table={{
        columns: [
          t('allocation.category'),
          units[allocation.unit],
          t('allocation.share'),
          t('allocation.agreed'),
          t('allocation.delta'),
        ],
        rows: allocation.categories.map(row => [
          names[row.category],
          amount(row.amount),
          row.share === null ? null : formats.share(row.share),
          row.target === null ? null : formats.share(row.target),
          row.delta === null ? null : points(row.delta),
        ]),
      }}
    >
      <div className={classes.rows}>
        {allocation.categories.map(row => (
          <AllocationRow key={row.category} row={row} />
        ))}
      </div>
      <AllocationNotes allocation={allocation} />
    </ChartFrame>
  );
}

function AllocationRow(props: { row: FlowAllocation['categories'][number] }) {
  const { category, share, target, delta } = props.row;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const points = usePoints();
  const names = useCategoryNames();
  const classes = useStyles();
  return (
    <>
      <span>{names[category]}</span>
      <AllocationBar share={share} target={target} series={category} />
      <span className={classes.share}>
        {formats.share(share)}
        {delta !== null && (
          <span className={classes.quiet}>
            {' '}
            {t('allocation.against', {
              target: formats.share(target),
              delta: points(delta),
            })}
          </span>
        )}
      </span>
    </>
  );
}

function AllocationNotes(props: { allocation: FlowAllocation }) {
  const { state, unclassifiedShare, agreement } = props.allocation;
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  return (
    <p className={classes.notes}>
      {state === 'unclassified' && (
        <StateChip state="attention" label={t('allocation.ungraded')} />
      )}
      {state === 'thin' && <StateChip state="thin" />}
      {state === 'no_data' && <StateChip state="no_data" />}{' '}
      {unclassifiedShare !== null &&
        t('allocation.unclassified', {
          share: formats.share(unclassifiedShare),
        })}{' '}
      {agreement &&
        t('allocation.agreement', {
          scope: agreement.scopeRef,
          from: formats.day(agreement.from),
        })}{' '}
      {agreement?.exception &&
        t('allocation.exception', {
          range: formats.dayRange(
            agreement.exception.from,
            agreement.exception.to,
          ),
          reason: agreement.exception.reason,
        })}
    </p>
  );
}

/** A difference of shares in percentage points, with its sign. */
function usePoints(): (delta: number) => string {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  return delta => {
    const points = Math.round(delta * 100);
    const signs: Record<string, string> = { '1': '+', '-1': '−', '0': '±' };
    return t('allocation.points', {
      sign: signs[String(Math.sign(points))],
      points: formats.count(Math.abs(points)),
    });
  };
}
