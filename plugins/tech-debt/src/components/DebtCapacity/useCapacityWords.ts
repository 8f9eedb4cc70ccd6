import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DebtCapacity } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtCapacityTranslationRef } from '../../translations/capacity';
import { toldCount } from '../../words/toldCount';

/** How amounts and differences of capacity are told. */
export interface CapacityWords {
  /** A part of a whole, whose unit both have: `2 of 20 items`. */
  partOf(part: number, whole: number | null): string;
  /** A difference of shares as points more or less; `as agreed` where it is none to speak of. */
  difference(delta: number): string;
}

/** @param unit - that amounts are in */
export function useCapacityWords(unit: DebtCapacity['unit']): CapacityWords {
  const { t } = useTranslationRef(techDebtCapacityTranslationRef);
  const formats = useFormats();
  const amount = (value: number | null) => {
    const n = formats.decimal(value);
    const count = toldCount(value ?? 0);
    switch (unit) {
      case 'active_time':
        return formats.duration(value);
      case 'engineer_days':
        return t('unit.engineer_days', { count, n });
      default:
        return t('unit.items', { count, n });
    }
  };
  return {
    partOf: (part, whole) =>
      t('partOf', {
        // A duration is of several units, so it stands with its own.
        part: unit === 'active_time' ? amount(part) : formats.decimal(part),
        whole: amount(whole),
      }),
    difference(delta) {
      const points = pointsOf(delta);
      if (points === 0) {
        return t('asAgreed');
      }
      const count = Math.abs(points);
      const told = { count, points: formats.count(count) };
      return points > 0 ? t('over', told) : t('under', told);
    },
  };
}

/** Whole percentage points: less than half a point is no difference. */
export function pointsOf(delta: number): number {
  return Math.round(delta * 100);
}
