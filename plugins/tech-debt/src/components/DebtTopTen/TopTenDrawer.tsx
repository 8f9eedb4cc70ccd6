import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtTopTen } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ExplainDrawer,
  ExplainSection,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DebtDocsLink, usePriceWords } from '../../facts';
import { techDebtFlowTranslationRef } from '../../translations/flow';
import { techDebtTotalsTranslationRef } from '../../translations/totals';

/** How the sum of the top ten came about, and which risks would go. */
export function TopTenDrawer(props: {
  open: boolean;
  data: DebtTopTen;
  onClose: () => void;
}) {
  const { open, data, onClose } = props;
  const { t } = useTranslationRef(techDebtFlowTranslationRef);
  const { t: totals } = useTranslationRef(techDebtTotalsTranslationRef);
  const facts = useFactStyles();
  const formats = useFormats();
  const prices = usePriceWords();
  const terms = data.items
    .filter(({ principalDays }) => principalDays !== null)
    .map(({ principalDays }) => formats.decimal(principalDays))
    .join(' + ');
  return (
    <ExplainDrawer open={open} onClose={onClose} title={t('topTen.title')}>
      <ExplainSection title={totals('explain.means')}>
        {totals('explain.principal')}
      </ExplainSection>
      {data.principalDays !== null && (
        <ExplainSection title={totals('explain.arithmetic')}>
          {t('topTen.sum', {
            terms,
            sum: prices.amount(data.principalDays, 'person_days'),
          })}
          {data.cost && <div>{data.cost.formula}</div>}
        </ExplainSection>
      )}
      {data.risksRemoved.length > 0 && (
        <ExplainSection title={t('topTen.risks')}>
          <ul className={facts.list}>
            {data.risksRemoved.map(({ impact, likelihood, items }) => (
              <li key={`${impact} ${likelihood}`} className={facts.line}>
                {t('topTen.risk', {
                  impact: String(impact),
                  likelihood: String(likelihood),
                  count: items,
                })}
              </li>
            ))}
          </ul>
        </ExplainSection>
      )}
      <ExplainSection title={totals('explain.docs')}>
        <DebtDocsLink />
      </ExplainSection>
    </ExplainDrawer>
  );
}
