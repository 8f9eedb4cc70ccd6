import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtCapacity } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtCapacityTranslationRef } from '../../translations/capacity';

/** How amounts and differences of capacity are told. */
export interface CapacityWords {
  /** With its unit; a dash where it is not known. */
  amount(value: number | null): string;
  /** A difference of shares as points more or less; `as agreed` where it is none to speak of. */
  difference(delta: number): string;
}

/** @param unit - that amounts are in */
export function useCapacityWords(unit: DebtCapacity['unit']): CapacityWords {
  const { t } = useTranslationRef(techDebtCapacityTranslationRef);
  const formats = useFormats();
  return {
    amount(value) {
      const n = formats.decimal(value);
      switch (unit) {
        case 'active_time':
          return formats.duration(value);
        case 'engineer_days':
          return t('unit.engineer_days', { count: value ?? 0, n });
        default:
          return t('unit.items', { count: value ?? 0, n });
      }
    },
    difference(delta) {
      const points = pointsOf(delta);
      if (points === 0) {
        return t('asAgreed');
      }
      const told = { points: formats.count(Math.abs(points)) };
      return points > 0 ? t('over', told) : t('under', told);
    },
  };
}

/** Whole percentage points: less than half a point is no difference. */
export function pointsOf(delta: number): number {
  return Math.round(delta * 100);
}
