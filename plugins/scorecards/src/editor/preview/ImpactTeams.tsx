import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { TeamImpactView } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ScrollArea,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardEditorTranslationRef } from '../translation';
import { LevelChange } from './LevelChange';

const columns = ['entities', 'down', 'up', 'joining', 'leaving'] as const;

/** What a definition would change, a row each team. */
export function ImpactTeams(props: { teams: readonly TeamImpactView[] }) {
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  const table = useDenseTableStyles();
  const formats = useFormats();
  return (
    <>
      <h3 className={facts.heading}>{t('preview.byTeam')}</h3>
      <ScrollArea label={t('preview.byTeam')}>
        <table className={table.table} aria-label={t('preview.byTeam')}>
          <thead>
            <tr>
              <th scope="col">{t('preview.team')}</th>
              {columns.map(column => (
                <th key={column} scope="col" className={table.number}>
                  {t(`preview.column.${column}`)}
                </th>
              ))}
              <th scope="col">{t('preview.lowest')}</th>
            </tr>
          </thead>
          <tbody>
            {props.teams.map(team => (
              <tr key={team.ownerRef ?? ''}>
                <th scope="row">
                  {team.ownerRef ? (
                    <EntityRefLink
                      entityRef={team.ownerRef}
                      title={team.ownerTitle ?? undefined}
                    />
                  ) : (
                    t('preview.noTeam')
                  )}
                </th>
                {columns.map(column => (
                  <td key={column} className={table.number}>
                    {formats.count(team.counts[column])}
                  </td>
                ))}
                <td>
                  <LevelChange
                    before={team.lowestBefore}
                    after={team.lowestAfter}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </>
  );
}
