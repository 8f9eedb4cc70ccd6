import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  Panel,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { pagesRouteRef } from '../../routes';
import { sloEntityTranslationRef } from '../../translations/entity';
import { AppliedPoliciesPanel } from '../Policies';
import { anchors, SloNextSteps } from '../SloNextSteps';
import { SloTable } from '../SloTable';
import { sloSnippet } from '../sloSnippet';
import { SummaryTiles, TierCoveragePanel } from '../Summary';
import type { SloSectionsProps } from './EntitySections';
import { membersQuery } from './membersQuery';
import { SloPaging } from './SloPaging';

/** Of a system, domain or group: how everything in it is doing, the worst first, and what has no objective. */
export function ScopeSections(props: SloSectionsProps) {
  const { report, pages } = props;
  const { entity, items, totalItems, summary } = report;
  const { t } = useTranslationRef(sloEntityTranslationRef);
  const sections = useSectionStyles();
  const root = useRouteRef(pagesRouteRef)?.();
  return (
    <>
      {summary && <SummaryTiles summary={summary} />}
      <div id={anchors.objectives}>
        {items.length === 0 ? (
          <EmptyState
            title={t('empty.scopeTitle')}
            description={t('empty.scopeText')}
            step={{ text: t('empty.step'), snippet: sloSnippet('my-service') }}
          />
        ) : (
          <Panel
            flush
            title={t('members.title')}
            actions={
              root &&
              totalItems > 0 && (
                <Link to={`${root}?${membersQuery(entity.ref)}`}>
                  {t('members.all', { title: entity.title })}
                </Link>
              )
            }
          >
            <SloTable label={t('members.title')} rows={items} />
            <SloPaging report={report} pages={pages} />
          </Panel>
        )}
      </div>
      <div className={sections.halves}>
        {summary && <TierCoveragePanel summary={summary} />}
        <SloNextSteps report={report} />
      </div>
      {report.policies.length > 0 && (
        <div id={anchors.policies}>
          <AppliedPoliciesPanel policies={report.policies} />
        </div>
      )}
    </>
  );
}
