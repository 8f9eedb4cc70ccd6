import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipSummary } from '@opmodel/backstage-plugin-opmodel-common';
import {
  EmptyState,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipEntityTranslationRef } from '../../translations/entity';
import {
  CoverageTiles,
  RungCoveragePanel,
  TierCoveragePanel,
} from '../Coverage';
import { CoverageTrend } from '../CoverageTrend';
import { MembersPanel } from '../MembersPanel';
import { anchors, OwnershipNextSteps } from '../OwnershipNextSteps';
import { GroupSections } from './GroupSections';
import type { OwnershipSectionsProps } from './ownershipSections';

/** How well everything in a scope is owned: the numbers, their trend, and what needs attention first. */
export function ScopeSections(
  props: OwnershipSectionsProps & { summary: OwnershipSummary },
) {
  const { report, summary, onExplain, onChanged } = props;
  const { entity } = report;
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const sections = useSectionStyles();
  return (
    <>
      {summary.coverage.entities === 0 ? (
        <EmptyState
          title={t('scope.emptyTitle')}
          description={t('scope.emptyText', { title: entity.title })}
        />
      ) : (
        <>
          <CoverageTiles summary={summary} onExplain={onExplain} />
          <div className={sections.mainAndSide}>
            <CoverageTrend trend={summary.trend} />
            <OwnershipNextSteps report={report} />
          </div>
          <div id={anchors.members}>
            <MembersPanel
              scopeRef={entity.ref}
              title={entity.title}
              onChanged={onChanged}
            />
          </div>
          <div className={sections.halves}>
            <RungCoveragePanel rungs={summary.rungs} />
            <TierCoveragePanel tiers={summary.tiers} />
          </div>
        </>
      )}
      {entity.kind.toLowerCase() === 'group' && (
        <GroupSections report={report} />
      )}
    </>
  );
}
