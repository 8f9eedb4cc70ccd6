import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import { makeStyles } from '@material-ui/core/styles';
import type { Acceptance } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '../../format/useFormats';
import { ActionButton } from '../ActionButton';
import { moveBetweenRows, useDenseTableStyles } from '../DenseTable';
import { RelativeTime } from '../RelativeTime';
import { StateChip } from '../StateChip';
import { opmodelAcceptancesTranslationRef } from './translation';
import { judgedStates, useAcceptanceWords } from './useAcceptanceWords';

const useStyles = makeStyles({
  title: { whiteSpace: 'normal', textAlign: 'left', overflowWrap: 'anywhere' },
});

/** Acceptances, a row each. The first button of a row opens it. */
export function AcceptanceTable(props: {
  title: string;
  acceptances: Acceptance[];
  onOpen: (id: string) => void;
}) {
  const { title, acceptances, onOpen } = props;
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  const table = useDenseTableStyles();
  return (
    <div className={table.scroll}>
      <table className={table.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('column.title')}</th>
            <th scope="col">{t('column.entities')}</th>
            <th scope="col">{t('column.risk')}</th>
            <th scope="col">{t('column.requested')}</th>
            <th scope="col">{t('column.due')}</th>
            <th scope="col">{t('column.state')}</th>
          </tr>
        </thead>
        <TableBody onKeyDown={moveBetweenRows}>
          {acceptances.map(acceptance => (
            <AcceptanceRow
              key={acceptance.id}
              acceptance={acceptance}
              onOpen={() => onOpen(acceptance.id)}
            />
          ))}
        </TableBody>
      </table>
    </div>
  );
}

function AcceptanceRow(props: { acceptance: Acceptance; onOpen: () => void }) {
  const { acceptance, onOpen } = props;
  const { title, subject, riskLevel, state, requestedBy } = acceptance;
  const [entity, ...others] = acceptance.entities;
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  const words = useAcceptanceWords();
  const formats = useFormats();
  const table = useDenseTableStyles();
  const classes = useStyles();
  return (
    <tr>
      <th scope="row">
        <ActionButton
          color="primary"
          aria-label={t('open', { title })}
          onClick={onOpen}
        >
          <span className={classes.title}>{title}</span>
        </ActionButton>{' '}
        <span className={table.quiet}>{words.subject[subject]}</span>
      </th>
      <td>
        <EntityRefLink entityRef={entity.ref} title={entity.title} />{' '}
        {others.length > 0 && (
          <span className={table.quiet}>
            {t('more', { n: formats.count(others.length) })}
          </span>
        )}
      </td>
      <td>{words.risk[riskLevel]}</td>
      <td>
        <RelativeTime instant={acceptance.requestedAt} />{' '}
        <span className={table.quiet}>
          {t('by', { who: <EntityRefLink entityRef={requestedBy} /> })}
        </span>
      </td>
      <td>
        <UntilWhen acceptance={acceptance} />
      </td>
      <td>
        <StateChip state={judgedStates[state]} label={words.state[state]} />
      </td>
    </tr>
  );
}

/** Until when it is to be decided, or holds. */
export function UntilWhen(props: { acceptance: Acceptance }) {
  const { state, decideBy, expiresOn } = props.acceptance;
  const { t } = useTranslationRef(opmodelAcceptancesTranslationRef);
  const formats = useFormats();
  if (state === 'requested') {
    return <>{t('decideBy', { day: formats.day(decideBy) })}</>;
  }
  if (state !== 'approved') {
    return <>–</>;
  }
  return (
    <>
      {expiresOn === null
        ? t('noEnd')
        : t('holdsUntil', { day: formats.day(expiresOn) })}
    </>
  );
}
