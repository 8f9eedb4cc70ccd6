import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardPreview } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  QueryView,
  RowsSkeleton,
  useFactStyles,
  type QueryState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardEditorTranslationRef } from '../translation';
import { ImpactTeams } from './ImpactTeams';
import { ImpactMoves } from './ImpactMoves';
import { useImpactWords } from './useImpactWords';

const SKELETON_ROWS = 6;

/** What publishing would change by the facts that are known: how many move, which teams lose a level, and which entities. */
export function ImpactPanel(props: { preview: QueryState<ScorecardPreview> }) {
  const { preview } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const facts = useFactStyles();
  return (
    <Panel title={t('preview.impactTitle')}>
      <QueryView
        query={preview}
        subject={t('preview.impactSubject')}
        skeleton={<RowsSkeleton rows={SKELETON_ROWS} />}
      >
        {data =>
          data.problems.length > 0 ? (
            <p className={facts.quiet}>{t('preview.problemsFirst')}</p>
          ) : (
            <div aria-busy={preview.phase === 'refreshing'}>
              <ImpactHeadline preview={data} />
              <p className={facts.quiet}>
                {preview.phase === 'refreshing'
                  ? t('preview.stale')
                  : t('preview.impactText')}
              </p>
              {data.teams.length > 0 && <ImpactTeams teams={data.teams} />}
              {data.moves.length > 0 && (
                <ImpactMoves moves={data.moves} counts={data.counts} />
              )}
            </div>
          )
        }
      </QueryView>
    </Panel>
  );
}

function ImpactHeadline(props: { preview: ScorecardPreview }) {
  const facts = useFactStyles();
  const [first, ...others] = useImpactWords()(props.preview);
  return (
    <p className={facts.text}>
      <strong>{first}</strong> {others.join(' ')}
    </p>
  );
}
