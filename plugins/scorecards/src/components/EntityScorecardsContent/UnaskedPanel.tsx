import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EntityScorecard } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel, useFactStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsEntityTranslationRef } from '../../translations/entity';
import { FactLine, ScorecardLink } from '../facts';

/** Scorecards that ask nothing of the entity: that it has no level there is no judgement. */
export function UnaskedPanel(props: {
  scorecards: readonly EntityScorecard[];
}) {
  const { scorecards } = props;
  const { t } = useTranslationRef(scorecardsEntityTranslationRef);
  const facts = useFactStyles();
  return scorecards.length === 0 ? null : (
    <Panel title={t('unasked.title')}>
      <p className={facts.quiet}>{t('unasked.text')}</p>
      <FactLine>
        {scorecards.map(({ scorecard }) => (
          <span key={scorecard.ref}>
            <ScorecardLink scorecardRef={scorecard.ref}>
              {scorecard.title}
            </ScorecardLink>
          </span>
        ))}
      </FactLine>
    </Panel>
  );
}
