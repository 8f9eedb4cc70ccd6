import { Link } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ScorecardSummary,
  ScoredScope,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import {
  selectionLink,
  type LinkedSelection,
} from '../../entity/selectionLink';
import { useScorecardPaths } from '../../entity/useScorecardPaths';
import { DataExportMenu } from '../../export/DataExportMenu';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { FactLine } from '../facts';
import { OverallPanel } from '../OverallPanel';
import { ScorecardTotalsPanel, toSummaryCsv } from '../ScorecardTotals';

/** Where all that is in a system, domain or group stands, each entity once. */
export function MembersSection(props: {
  scope: ScoredScope;
  members: ScorecardSummary;
}) {
  const { scope, members } = props;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const sections = useSectionStyles();
  const paths = useScorecardPaths();
  const within = selectionOfScope(scope.ref);
  const linkOf = (selection: LinkedSelection) =>
    paths && selectionLink(paths.entities, { ...within, ...selection });
  const asked = members.scorecards.filter(({ entities }) => entities > 0);
  if (asked.length === 0) {
    return (
      <EmptyState
        title={t('members.noneTitle')}
        description={t('members.noneText')}
      />
    );
  }
  return (
    <section className={sections.page} aria-label={t('members.title')}>
      <FactLine>
        <span>
          {t('members.scored', {
            scored: String(members.scored),
            count: members.entities,
          })}
        </span>
        {paths && (
          <>
            <Link to={selectionLink(paths.entities, within)}>
              {t('members.entities')}
            </Link>
            <Link
              to={selectionLink(paths.heatMap, {
                ...within,
                by: within.owner ? 'group' : 'owner',
              })}
            >
              {t('members.heatMap')}
            </Link>
            <Link to={selectionLink(paths.trends, within)}>
              {t('members.trends')}
            </Link>
            <Link to={selectionLink(paths.changes, within)}>
              {t('members.changes')}
            </Link>
          </>
        )}
        <DataExportMenu
          content="scorecards"
          subject={t('members.title')}
          scopeRef={scope.ref}
          data={members}
          toCsv={() => toSummaryCsv(members)}
        />
      </FactLine>
      <OverallPanel summary={members} linkOf={linkOf} />
      {asked.map(totals => (
        <ScorecardTotalsPanel
          key={totals.scorecard.ref}
          totals={totals}
          linkOf={linkOf}
        />
      ))}
    </section>
  );
}

/** What selects everything in a scope. */
function selectionOfScope(ref: string): LinkedSelection {
  switch (parseEntityRef(ref).kind.toLowerCase()) {
    case 'system':
      return { system: ref };
    case 'domain':
      return { domain: ref };
    default:
      return { owner: ref };
  }
}
