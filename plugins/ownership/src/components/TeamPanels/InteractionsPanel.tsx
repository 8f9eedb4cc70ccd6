import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import TableBody from '@material-ui/core/TableBody';
import type { TeamInteraction } from '@opmodel/backstage-plugin-opmodel-common';
import {
  moveBetweenRows,
  Panel,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipTeamTranslationRef } from '../../translations/team';
import { useInteractionWords } from './useTeamWords';

/** With whom a team works, how, and until when; those beyond their expected end are marked. */
export function InteractionsPanel(props: {
  interactions: readonly TeamInteraction[];
}) {
  const { interactions } = props;
  const { t } = useTranslationRef(ownershipTeamTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  if (interactions.length === 0) {
    return (
      <Panel title={t('interactions.title')}>
        <p className={facts.quiet}>{t('interactions.none')}</p>
      </Panel>
    );
  }
  return (
    <Panel flush title={t('interactions.title')}>
      <div className={table.scroll}>
        <table className={table.table} aria-label={t('interactions.title')}>
          <thead>
            <tr>
              <th scope="col">{t('interactions.team')}</th>
              <th scope="col">{t('interactions.mode')}</th>
              <th scope="col">{t('interactions.purpose')}</th>
              <th scope="col">{t('interactions.since')}</th>
              <th scope="col">{t('interactions.end')}</th>
              <th scope="col">{t('interactions.state')}</th>
            </tr>
          </thead>
          <TableBody onKeyDown={moveBetweenRows}>
            {interactions.map(interaction => (
              <InteractionRow
                key={`${interaction.teamRef} ${interaction.mode} ${interaction.since}`}
                interaction={interaction}
              />
            ))}
          </TableBody>
        </table>
      </div>
    </Panel>
  );
}

function InteractionRow(props: { interaction: TeamInteraction }) {
  const { teamRef, teamTitle, mode, purpose, since, expectedEnd, overdue } =
    props.interaction;
  const { t } = useTranslationRef(ownershipTeamTranslationRef);
  const formats = useFormats();
  const words = useInteractionWords();
  return (
    <tr>
      <th scope="row">
        <EntityRefLink entityRef={teamRef} title={teamTitle} />
      </th>
      <td>{words[mode]}</td>
      <td>{purpose ?? t('unknown')}</td>
      <td>{since === null ? t('unknown') : formats.day(since)}</td>
      <td>
        {expectedEnd === null
          ? t('interactions.openEnd')
          : formats.day(expectedEnd)}
      </td>
      <td>
        {overdue ? (
          <StateChip state="attention" label={t('interactions.overdue')} />
        ) : (
          <StateChip state="good" label={t('interactions.running')} />
        )}
      </td>
    </tr>
  );
}
