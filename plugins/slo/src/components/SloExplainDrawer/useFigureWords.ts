import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  SloFigure,
  SloLeftOut,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { sloExplainTranslationRef } from '../../translations/explain';
import { useSloFormats } from '../../words/useSloFormats';

/** The words of an explanation. */
export interface FigureWords {
  name(figure: SloFigure): string;
  value(figure: SloFigure, target: number): string;
  leftOut(left: SloLeftOut): string;
}

/** Names and values of figures, and what was left out, in words. */
export function useFigureWords(): FigureWords {
  const { t } = useTranslationRef(sloExplainTranslationRef);
  const formats = useFormats();
  const slo = useSloFormats();
  const names: Partial<Record<string, string>> = {
    good: t('id.good'),
    bad: t('id.bad'),
    total: t('id.total'),
    attainment: t('id.attainment'),
    target: t('id.target'),
    allowed: t('id.allowed'),
    spent: t('id.spent'),
    consumed: t('id.consumed'),
    remaining: t('id.remaining'),
    slices: t('id.slices'),
    good_slices: t('id.goodSlices'),
    ratio_sum: t('id.ratioSum'),
    expected: t('id.expected'),
    burn_rate: t('id.burnRate'),
    minimum: t('id.minimum'),
    period: t('id.period'),
    outage_allowed: t('id.outageAllowed'),
    outage_spent: t('id.outageSpent'),
    outage_left: t('id.outageLeft'),
  };
  return {
    // An engine that is newer than this page may give figures that it does not know.
    name: ({ id }) => names[id] ?? id.replace(/[_-]/g, ' '),
    value: ({ id, value, unit }, target) => {
      if (id === 'attainment' || id === 'target') {
        return id === 'target' && value !== null
          ? slo.target(value)
          : slo.attainment(value, target);
      }
      if (unit === 'factor') {
        return slo.burn(value);
      }
      if (unit === 'share') {
        return formats.share(value);
      }
      return unit === 'seconds'
        ? formats.duration(value)
        : formats.decimal(value);
    },
    leftOut: ({ reason, buckets, seconds }) => {
      const figures = { count: buckets, duration: formats.duration(seconds) };
      switch (reason) {
        case 'correction':
          return t('leftOut.correction', figures);
        case 'not_measured':
          return t('leftOut.notMeasured', figures);
        case 'partial_slice':
          return t('leftOut.partialSlice', figures);
        case 'empty_slice':
          return t('leftOut.emptySlice', figures);
        default:
          throw new TypeError(`Unknown reason '${reason satisfies never}'`);
      }
    },
  };
}
