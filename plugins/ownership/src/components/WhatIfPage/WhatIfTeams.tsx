import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  TeamLoad,
  WhatIfTeam,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  type CsvColumn,
  NO_VALUE,
  Panel,
  ScrollArea,
  StateChip,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';
import { TableExport } from './TableExport';

const columns: ReadonlyArray<CsvColumn<WhatIfTeam>> = [
  ['team', ({ ref }) => ref],
  ['ends', ({ ends }) => ends],
  ['entitiesBefore', ({ before }) => before.entities],
  ['entitiesAfter', ({ after }) => after?.entities ?? null],
  ['weightBefore', ({ before }) => before.weighted],
  ['weightAfter', ({ after }) => after?.weighted ?? null],
  ['membersBefore', ({ before }) => before.members],
  ['membersAfter', ({ after }) => after?.members ?? null],
  ['weightOfOnePersonBefore', ({ perMemberBefore }) => perMemberBefore],
  ['weightOfOnePersonAfter', ({ perMemberAfter }) => perMemberAfter],
];

/** The teams that would carry more or less. */
export function WhatIfTeams({ teams }: { teams: readonly WhatIfTeam[] }) {
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const table = useDenseTableStyles();
  const facts = useFactStyles();
  return (
    <Panel
      flush={teams.length > 0}
      title={t('teams.title')}
      actions={
        <TableExport
          subject={t('teams.title')}
          name="what-if-teams"
          rows={teams}
          columns={columns}
        />
      }
    >
      {teams.length === 0 ? (
        <p className={facts.quiet}>{t('teams.none')}</p>
      ) : (
        <ScrollArea label={t('teams.title')}>
          <table className={table.table} aria-label={t('teams.title')}>
            <thead>
              <tr>
                <th scope="col">{t('teams.team')}</th>
                <th scope="col">{t('teams.entities')}</th>
                <th scope="col">{t('teams.weighted')}</th>
                <th scope="col">{t('teams.members')}</th>
                <th scope="col">{t('teams.interactions')}</th>
                <th scope="col">{t('teams.perMember')}</th>
              </tr>
            </thead>
            <tbody>
              {teams.map(team => (
                <TeamRow key={team.ref} team={team} />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </Panel>
  );
}

function TeamRow({ team }: { team: WhatIfTeam }) {
  const { ref, title, ends, before, after } = team;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const formats = useFormats();
  const fromTo = (from: number | null, to: number | null) => {
    const [was, willBe] = [from, to].map(value =>
      value === null ? NO_VALUE : formats.decimal(value),
    );
    return was === willBe
      ? willBe
      : t('entities.fromTo', { from: was, to: willBe });
  };
  const figure = (of: 'entities' | 'weighted' | 'members' | 'interactions') =>
    fromTo(before[of], (after as TeamLoad | null)?.[of] ?? null);
  const { perMemberBefore, perMemberAfter } = team;
  const growth =
    perMemberBefore !== null && perMemberAfter !== null
      ? perMemberAfter - perMemberBefore
      : 0;
  return (
    <tr>
      <th scope="row">
        <EntityRefLink entityRef={ref} title={title} />{' '}
        {ends && <StateChip state="no_data" label={t('teams.ends')} />}
      </th>
      <td>{figure('entities')}</td>
      <td>{figure('weighted')}</td>
      <td>{figure('members')}</td>
      <td>{figure('interactions')}</td>
      <td>
        {fromTo(perMemberBefore, perMemberAfter)}{' '}
        {growth > 0 && <StateChip state="attention" label={t('teams.grows')} />}
        {growth < 0 && <StateChip state="good" label={t('teams.shrinks')} />}
      </td>
    </tr>
  );
}
