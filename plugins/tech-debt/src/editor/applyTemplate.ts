import {
  debtEstimateFields,
  draftDebtItem,
  type DebtTemplate,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtDraft } from './debtDraft';

/** The draft begun from a template: what somebody has written stays. */
export function applyTemplate(
  draft: DebtDraft,
  template: DebtTemplate,
): DebtDraft {
  const begun = draftDebtItem(template);
  return {
    ...draft,
    title: draft.title.trim() ? draft.title : begun.title,
    description: draft.description.trim()
      ? draft.description
      : begun.description ?? '',
    category: begun.category,
    estimate: Object.fromEntries(
      debtEstimateFields.map(field => [
        field,
        draft.estimate[field].trim() || String(begun.estimate[field] ?? ''),
      ]),
    ) as DebtDraft['estimate'],
  };
}
