import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  QueryView,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useEntityScorecards } from '../../hooks/scorecardQueries';
import { scorecardsTranslationRef } from '../../translation';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { CheckExplainDrawer } from '../CheckExplainDrawer';
import { EntityScorecardsHeader } from './EntityScorecardsHeader';
import { EntityScorecardsSkeleton } from './EntityScorecardsSkeleton';
import { MembersSection } from './MembersSection';
import { OwnScorecards } from './OwnScorecards';

/** The tab of an entity: where it stands on each scorecard and what mends it; of a system, domain or group also where all that is in it stands. */
export function EntityScorecardsContent() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { t: texts } = useTranslationRef(scorecardsEntityTranslationRef);
  const sections = useSectionStyles();
  const entityRef = stringifyEntityRef(entity);
  const query = useEntityScorecards(entityRef);
  return (
    <>
      <EntityScorecardsHeader
        entityRef={entityRef}
        title={entity.metadata.title ?? entity.metadata.name}
        query={query}
      />
      <QueryView
        query={query}
        subject={t('subject')}
        skeleton={<EntityScorecardsSkeleton />}
        notFound={
          <EmptyState
            title={texts('empty.unknownTitle')}
            description={texts('empty.unknownText')}
          />
        }
      >
        {data => (
          <div className={sections.page}>
            {data.members && (
              <MembersSection scope={data.scope} members={data.members} />
            )}
            <OwnScorecards report={data} onChanged={query.retry} />
          </div>
        )}
      </QueryView>
      <CheckExplainDrawer entityRef={entityRef} />
    </>
  );
}
