import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtSummary } from '@opmodel/backstage-plugin-opmodel-common';
import { Panel, useFactStyles } from '@opmodel/backstage-plugin-opmodel-react';
import { DebtItemLink, DebtSeverityChip } from '../../facts';
import { techDebtEntityTranslationRef } from '../../translations/entity';

const MOST_STEPS = 3;

/** What to pay first: at most three items whose remediation time is over; nothing where there are none. */
export function NextSteps(props: { breaches: DebtSummary['breaches'] }) {
  const { items } = props.breaches;
  const { t } = useTranslationRef(techDebtEntityTranslationRef);
  const facts = useFactStyles();
  if (items.length === 0) {
    return null;
  }
  return (
    <Panel title={t('next.title')}>
      <ul className={facts.list}>
        {items.slice(0, MOST_STEPS).map(item => (
          <li key={item.id} className={facts.line}>
            <DebtSeverityChip severity={item.severity} />
            <DebtItemLink itemId={item.id}>{item.title}</DebtItemLink>
            <span>{t('next.over', { count: item.daysOver })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
