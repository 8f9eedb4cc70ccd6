import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { CollectorRunReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  StateChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { BudgetLeft } from './BudgetLeft';
import { CaptionedTable } from './CaptionedTable';
import { collectorStates } from './collectorStates';
import { FailureNote } from './FailureNote';
import { useNoteStyles } from './useNoteStyles';

const useStyles = makeStyles(theme => ({
  summary: { cursor: 'pointer', fontSize: 12 },
  problems: {
    margin: theme.spacing(0.5, 0),
    paddingLeft: theme.spacing(2.5),
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    fontSize: 12,
    lineHeight: '18px',
  },
  detail: {
    paddingTop: '0 !important',
    whiteSpace: 'normal !important' as 'normal',
  },
  above: { '& > *': { borderBottom: 'none !important' } },
}));

const COLUMNS = 7;

/** The newest runs of a collector, each with its error and its problems below. */
export function RunTable(props: {
  runs: readonly CollectorRunReport[];
  title: string;
}) {
  const { runs, title } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const table = useDenseTableStyles();
  return (
    <CaptionedTable caption={t('runs.caption', { title })}>
      <thead>
        <tr>
          <th scope="col">{t('runs.started')}</th>
          <th scope="col">{t('runs.state')}</th>
          <th scope="col" className={table.number}>
            {t('runs.took')}
          </th>
          <th scope="col" className={table.number}>
            {t('runs.lag')}
          </th>
          <th scope="col" className={table.number}>
            {t('runs.events')}
          </th>
          <th scope="col" className={table.number}>
            {t('runs.requests')}
          </th>
          <th scope="col" className={table.number}>
            {t('runs.budget')}
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map(run => (
          <RunRows key={run.startedAt} run={run} />
        ))}
      </tbody>
    </CaptionedTable>
  );
}

function RunRows(props: { run: CollectorRunReport }) {
  const { run } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const table = useDenseTableStyles();
  const hasMore = run.error !== null || run.problems.length > 0;
  return (
    <>
      <tr className={hasMore ? classes.above : undefined}>
        <th scope="row">
          <RelativeTime instant={run.startedAt} />
        </th>
        <td>
          <StateChip
            state={collectorStates[run.state]}
            label={t(`collectors.states.${run.state}`)}
          />
        </td>
        <td className={table.number}>
          {formats.duration(run.durationSeconds)}
        </td>
        <td className={table.number}>{formats.duration(run.lagSeconds)}</td>
        <td className={table.number}>{formats.count(run.events)}</td>
        <td className={table.number}>{formats.count(run.requests)}</td>
        <td className={table.number}>
          <BudgetLeft budget={run.budget} />
        </td>
      </tr>
      {hasMore && (
        <tr>
          <td colSpan={COLUMNS} className={classes.detail}>
            {run.error && <FailureNote>{run.error}</FailureNote>}
            {run.problems.length > 0 && <Problems problems={run.problems} />}
          </td>
        </tr>
      )}
    </>
  );
}

/** As many as are looked into one by one. */
const MOST_PROBLEMS = 20;

function Problems(props: { problems: CollectorRunReport['problems'] }) {
  const { problems } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const notes = useNoteStyles();
  const hidden = problems.length - MOST_PROBLEMS;
  return (
    <details>
      <summary className={classes.summary}>
        {t('runs.problems', { count: problems.length })}
      </summary>
      <ul className={classes.problems}>
        {problems.slice(0, MOST_PROBLEMS).map(({ subject, message }) => (
          <li key={`${subject} ${message}`}>
            <strong>{subject}</strong>: {message}
          </li>
        ))}
        {hidden > 0 && (
          <li className={notes.note}>
            {t('runs.moreProblems', { n: formats.count(hidden) })}
          </li>
        )}
      </ul>
    </details>
  );
}
