import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DebtCost,
  DebtEstimateField,
  DebtPriceUnit,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtTranslationRef } from '../translation';
import { toldCount } from '../words/toldCount';
import { useDebtWords } from '../words/useDebtWords';

/** A price as the API tells it, or as the pure calculations do. */
export type AnyPrice =
  | { state: 'scored'; value: number; unit: DebtPriceUnit; formula: string }
  | { state: 'not_scored'; missing: readonly string[] }
  | { state: 'never_pays_back' };

/** Money as the API tells it, or as the pure calculations do. */
export type AnyCost = Pick<DebtCost, 'amount' | 'currency' | 'per'>;

/** How prices read. */
export interface PriceWords {
  /** A number with its unit: `2 person-days / month`; a score has none. */
  amount(value: number, unit: DebtPriceUnit): string;
  /** `4,000 EUR`, or `1,600 EUR / month`. */
  cost(cost: AnyCost): string;
  /** The price in one or two words; what is not scored is called so, and is never 0. */
  price(price: AnyPrice): string;
  /** What a price lacks, as a sentence; null: nothing, or it cannot be told by inputs. */
  lack(price: AnyPrice): string | null;
}

/** Prices in words. */
export function usePriceWords(): PriceWords {
  const { t } = useTranslationRef(techDebtTranslationRef);
  const words = useDebtWords();
  const formats = useFormats();
  const amount = (value: number, unit: DebtPriceUnit) => {
    const number = formats.decimal(value);
    const told = { value: number, count: toldCount(value) };
    switch (unit) {
      case 'person_days':
        return t('unit.personDays', told);
      case 'per_month':
        return t('unit.perMonth', { value: number });
      case 'person_days_per_month':
        return t('unit.personDaysPerMonth', told);
      case 'months':
        return t('unit.months', told);
      default:
        return number;
    }
  };
  return {
    amount,
    cost({ amount: money, currency, per }) {
      const cost = `${formats.decimal(money)} ${currency}`;
      return per === 'month' ? t('unit.month', { cost }) : cost;
    },
    price(price) {
      switch (price.state) {
        case 'scored':
          return amount(price.value, price.unit);
        case 'never_pays_back':
          return t('price.neverPaysBack');
        default:
          return t('price.notScored');
      }
    },
    lack(price) {
      return price.state === 'not_scored'
        ? t('price.missing', {
            fields: price.missing
              .map(field => words.estimate[field as DebtEstimateField])
              .join(', '),
          })
        : null;
    },
  };
}
