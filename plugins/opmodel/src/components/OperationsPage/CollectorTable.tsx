import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MaterialLink from '@material-ui/core/Link';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { CollectorHealth } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Hint,
  moveBetweenRows,
  RelativeTime,
  StateChip,
  useDenseTableStyles,
  useFormats,
  useOpmodelPalette,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelOperationsTranslationRef } from '../../operationsTranslation';
import { BudgetLeft } from './BudgetLeft';
import { CaptionedTable } from './CaptionedTable';
import { collectorStates } from './collectorStates';
import { useNoteStyles } from './useNoteStyles';

const useStyles = makeStyles({
  open: {
    fontSize: 'inherit',
    fontWeight: 'inherit',
    lineHeight: 'inherit',
    verticalAlign: 'baseline',
    textAlign: 'left',
  },
});

/** The collectors, a row each; the name opens its runs. */
export function CollectorTable(props: {
  collectors: readonly CollectorHealth[];
  onOpen: (id: string) => void;
}) {
  const { collectors, onOpen } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const table = useDenseTableStyles();
  return (
    <CaptionedTable untitled caption={t('collectors.caption')}>
      <thead>
        <tr>
          <th scope="col">{t('collectors.collector')}</th>
          <th scope="col">{t('collectors.state')}</th>
          <th scope="col">{t('collectors.lastSuccess')}</th>
          <th scope="col" className={table.number}>
            <Hint title={t('collectors.lagHint')}>{t('collectors.lag')}</Hint>
          </th>
          <th scope="col" className={table.number}>
            {t('collectors.events')}
          </th>
          <th scope="col" className={table.number}>
            {t('collectors.problems')}
          </th>
          <th scope="col" className={table.number}>
            {t('collectors.budget')}
          </th>
          <th scope="col">{t('collectors.next')}</th>
        </tr>
      </thead>
      <TableBody onKeyDown={moveBetweenRows}>
        {collectors.map(collector => (
          <CollectorRow
            key={collector.id}
            collector={collector}
            onOpen={onOpen}
          />
        ))}
      </TableBody>
    </CaptionedTable>
  );
}

function CollectorRow(props: {
  collector: CollectorHealth;
  onOpen: (id: string) => void;
}) {
  const { collector, onOpen } = props;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const table = useDenseTableStyles();
  const { lastSuccessAt, nextAttemptAt, state } = collector;
  return (
    <tr>
      <th scope="row">
        <MaterialLink
          component="button"
          type="button"
          className={classes.open}
          aria-label={t('collectors.runsOf', { title: collector.title })}
          onClick={() => onOpen(collector.id)}
        >
          {collector.title}
        </MaterialLink>
        <Failures collector={collector} />
      </th>
      <td>
        <StateChip
          state={collectorStates[state]}
          label={t(`collectors.states.${state}`)}
        />
      </td>
      <td>
        {lastSuccessAt ? (
          <RelativeTime instant={lastSuccessAt} />
        ) : (
          t('collectors.never')
        )}
      </td>
      <td className={table.number}>{formats.duration(collector.lagSeconds)}</td>
      <td className={table.number}>{formats.count(collector.events)}</td>
      <td className={table.number}>
        {formats.count(collector.problems.length)}
      </td>
      <td className={table.number}>
        <BudgetLeft budget={collector.budget} />
      </td>
      <td>
        {nextAttemptAt ? (
          <RelativeTime instant={nextAttemptAt} />
        ) : (
          <span className={table.quiet}>{t('collectors.asScheduled')}</span>
        )}
      </td>
    </tr>
  );
}

function Failures(props: { collector: CollectorHealth }) {
  const { consecutiveFailures, error } = props.collector;
  const { t } = useTranslationRef(opmodelOperationsTranslationRef);
  const notes = useNoteStyles();
  const palette = useOpmodelPalette();
  if (!error && consecutiveFailures === 0) {
    return null;
  }
  return (
    <span className={notes.line} style={{ color: palette.states.bad.text }}>
      {[
        consecutiveFailures > 0 &&
          t('collectors.failures', { count: consecutiveFailures }),
        error,
      ]
        .filter(Boolean)
        .join(': ')}
    </span>
  );
}
