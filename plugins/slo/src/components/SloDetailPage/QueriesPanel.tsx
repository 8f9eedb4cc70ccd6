import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SloIndicatorText } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel, useFactStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { sloDetailTranslationRef } from '../../translations/detail';
import { QueryList } from '../SloExplainDrawer';

/** What is asked to measure each objective. */
export function QueriesPanel(props: {
  indicators: readonly SloIndicatorText[];
}) {
  const { indicators } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const facts = useFactStyles();
  return (
    <Panel title={t('queries.title')}>
      {indicators.length === 0 ? (
        <QueryList queries={[]} />
      ) : (
        indicators.map(({ objective, queries }) => (
          <div key={objective}>
            {indicators.length > 1 && (
              <h3 className={facts.heading}>
                {t('queries.objective', { n: String(objective + 1) })}
              </h3>
            )}
            <QueryList queries={queries} />
          </div>
        ))
      )}
    </Panel>
  );
}
