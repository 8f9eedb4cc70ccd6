import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  EmptyState,
  PanelSkeleton,
  QueryView,
  useSectionStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useParams } from 'react-router-dom';
import { useScorecard } from '../../hooks/scorecardQueries';
import { rootRouteRef } from '../../routes';
import { scorecardsDetailTranslationRef } from '../../translations/detail';
import { FactLine } from '../facts';
import { ScorecardDetailView } from './ScorecardDetailView';

const SKELETON_HEIGHT = 420;

/** The page of one scorecard. */
export function ScorecardDetailPage() {
  const { namespace = 'default', name = '' } = useParams();
  const { t } = useTranslationRef(scorecardsDetailTranslationRef);
  const sections = useSectionStyles();
  const root = useRouteRef(rootRouteRef)();
  const detail = useScorecard(
    stringifyEntityRef({ kind: 'Scorecard', namespace, name }),
  );
  return (
    <div className={sections.page}>
      <FactLine>
        <Link to={root}>{t('back')}</Link>
      </FactLine>
      <QueryView
        query={detail}
        subject={t('subject')}
        skeleton={<PanelSkeleton height={SKELETON_HEIGHT} />}
        notFound={
          <EmptyState title={t('unknown')} description={t('unknownText')} />
        }
      >
        {data => <ScorecardDetailView detail={data} />}
      </QueryView>
    </div>
  );
}
