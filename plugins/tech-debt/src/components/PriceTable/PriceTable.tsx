import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtCost } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  ScrollArea,
  useDenseTableStyles,
} from '@opmodel/backstage-plugin-opmodel-react';
import { usePriceWords, type AnyPrice } from '../../facts';
import { techDebtTranslationRef } from '../../translation';

/** The prices of an item as the API tells them, or as the pure calculations do. */
export interface AnyPrices {
  risk: AnyPrice;
  interest: AnyPrice;
  wsjf: AnyPrice;
  priority: AnyPrice;
  payback: AnyPrice;
  principalCost: DebtCost | null;
  interestCost: DebtCost | null;
}

/** What an item costs, each price with its arithmetic or with what it lacks. */
export function PriceTable(props: {
  principalDays: number | null;
  prices: AnyPrices;
}) {
  const { principalDays, prices } = props;
  const { t } = useTranslationRef(techDebtTranslationRef);
  const table = useDenseTableStyles();
  const words = usePriceWords();
  const rows: ReadonlyArray<{ name: string; price: AnyPrice }> = [
    { name: t('price.interest'), price: prices.interest },
    { name: t('price.risk'), price: prices.risk },
    { name: t('price.priority'), price: prices.priority },
    { name: t('price.payback'), price: prices.payback },
    { name: t('price.wsjf'), price: prices.wsjf },
  ];
  const costs = [
    { name: t('price.principalCost'), cost: prices.principalCost },
    { name: t('price.interestCost'), cost: prices.interestCost },
  ];
  return (
    <ScrollArea label={t('price.table')}>
      <table className={table.table} aria-label={t('price.table')}>
        <thead>
          <tr>
            <th scope="col">{t('price.name')}</th>
            <th scope="col">{t('price.value')}</th>
            <th scope="col">{t('price.arithmetic')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('price.principal')}</th>
            <td>
              {principalDays === null
                ? t('price.notEstimated')
                : words.amount(principalDays, 'person_days')}
            </td>
            <td />
          </tr>
          {rows.map(({ name, price }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{words.price(price)}</td>
              <td style={{ whiteSpace: 'normal' }}>
                {price.state === 'scored'
                  ? price.formula
                  : words.lack(price) ?? NO_VALUE}
              </td>
            </tr>
          ))}
          {costs.map(
            ({ name, cost }) =>
              cost && (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{words.cost(cost)}</td>
                  <td style={{ whiteSpace: 'normal' }}>{cost.formula}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </ScrollArea>
  );
}
