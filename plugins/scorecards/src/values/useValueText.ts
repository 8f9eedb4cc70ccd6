import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FactEvidence } from '@opmodel/backstage-plugin-opmodel-common';
import { NO_VALUE, useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { scorecardsTranslationRef } from '../translation';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Writes the value of a fact or a check with its unit: a span as a span, a ratio as a share, an instant as a date. */
export function useValueText(): (
  value: FactEvidence['value'],
  unit: string | null,
) => string {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formats = useFormats();
  return (value, unit) => {
    if (value === null) {
      return NO_VALUE;
    }
    if (typeof value === 'boolean') {
      return value ? t('value.yes') : t('value.no');
    }
    if (Array.isArray(value)) {
      return value.length === 0 ? t('value.none') : value.join(', ');
    }
    if (typeof value === 'string') {
      return INSTANT.test(value) ? formats.instant(value) : value;
    }
    switch (unit) {
      case null:
        return formats.decimal(value);
      case 's':
        return formats.duration(value);
      case 'ratio':
        return formats.share(value);
      default:
        return t('value.unit', { value: formats.decimal(value), unit });
    }
  };
}
