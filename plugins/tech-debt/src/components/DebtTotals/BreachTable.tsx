import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtBreaches } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainSection,
  useDenseTableStyles,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtItemLink, DebtSeverityChip } from '../../facts';
import { techDebtTotalsTranslationRef } from '../../translations/totals';

/** Items past their remediation time: how many of each severity, and the worst by name. */
export function BreachTable(props: { breaches: DebtBreaches }) {
  const { bySeverity, items } = props.breaches;
  const { t } = useTranslationRef(techDebtTotalsTranslationRef);
  const table = useDenseTableStyles();
  const facts = useFactStyles();
  const formats = useFormats();
  return (
    <>
      <ExplainSection title={t('explain.arithmetic')}>
        <table className={table.table} aria-label={t('breached')}>
          <thead>
            <tr>
              <th scope="col">{t('explain.severity')}</th>
              <th scope="col" className={table.number}>
                {t('explain.days')}
              </th>
              <th scope="col" className={table.number}>
                {t('explain.items')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bySeverity.map(row => (
              <tr key={row.severity}>
                <th scope="row">
                  <DebtSeverityChip severity={row.severity} />
                </th>
                <td className={table.number}>{formats.count(row.days)}</td>
                <td className={table.number}>{formats.count(row.items)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ExplainSection>
      {items.length > 0 && (
        <ExplainSection title={t('explain.longest')}>
          <ul className={facts.list}>
            {items.map(item => (
              <li key={item.id} className={facts.line}>
                <DebtSeverityChip severity={item.severity} />
                <DebtItemLink itemId={item.id} amongWords>
                  {item.title}
                </DebtItemLink>
                <span>{t('explain.over', { count: item.daysOver })}</span>
              </li>
            ))}
          </ul>
        </ExplainSection>
      )}
    </>
  );
}
