import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  debtEstimateFields,
  type DebtEstimateField,
} from '@opmodel/backstage-plugin-opmodel-common';
import { NO_VALUE, useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtHistoryTranslationRef } from '../translations/history';
import { useDebtWords } from '../words/useDebtWords';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** How fields of an item and what stood in them read. */
export interface ChangeWords {
  /** What a field of the API is called, such as `estimate.impact`. */
  field(name: string): string;
  /** What stands in it. */
  value(name: string, value: unknown): string;
}

/** Words for the changes of an item. */
export function useChangeWords(): ChangeWords {
  const { t } = useTranslationRef(techDebtHistoryTranslationRef);
  const words = useDebtWords();
  const formats = useFormats();
  const names: Record<string, string> = {
    title: t('field.title'),
    description: t('field.description'),
    entityRefs: t('field.entityRefs'),
    ownerRef: t('field.ownerRef'),
    category: t('field.category'),
    intent: t('field.intent'),
    prudence: t('field.prudence'),
    severity: t('field.severity'),
    businessImpact: t('field.businessImpact'),
    remediationPlan: t('field.remediationPlan'),
    targetDate: t('field.targetDate'),
    reviewDate: t('field.reviewDate'),
    links: t('field.links'),
    status: t('field.status'),
    resolution: t('field.resolution'),
    acceptedUntil: t('field.acceptedUntil'),
    acceptedBy: t('field.acceptedBy'),
  };
  const choices: Record<string, Record<string, string>> = {
    status: words.status,
    category: words.category,
    severity: words.severity,
    intent: words.intent,
    prudence: words.prudence,
  };
  return {
    field(name) {
      const input = name.replace(/^estimate\./, '');
      return isEstimateField(input) && input !== name
        ? words.estimate[input]
        : names[name] ?? name;
    },
    value(name, value) {
      if (value === null || value === undefined || value === '') {
        return NO_VALUE;
      }
      if (typeof value === 'number') {
        return formats.decimal(value);
      }
      if (Array.isArray(value)) {
        return value.length === 0
          ? NO_VALUE
          : value.map(entry => entryText(entry)).join(', ');
      }
      if (typeof value !== 'string') {
        return JSON.stringify(value);
      }
      return (
        choices[name]?.[value] ?? (DAY.test(value) ? formats.day(value) : value)
      );
    },
  };
}

/** A ref, or a link by its name. */
function entryText(entry: unknown): string {
  if (typeof entry === 'string') {
    return entry;
  }
  const { title, ref } = (entry ?? {}) as { title?: unknown; ref?: unknown };
  return String(title ?? ref ?? JSON.stringify(entry));
}

function isEstimateField(name: string): name is DebtEstimateField {
  return debtEstimateFields.some(field => field === name);
}
