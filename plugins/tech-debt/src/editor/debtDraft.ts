import {
  debtEstimateFields,
  type DebtCategory,
  type DebtEstimateField,
  type DebtIntent,
  type DebtLink,
  type DebtPrudence,
  type DebtSeverity,
  type PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';

/** A link as somebody types it. */
export interface LinkDraft {
  type: DebtLink['type'];
  ref: string;
  /** Empty: it goes by its ref. */
  title: string;
}

/** An item as somebody types it. An empty text stands for what is not said. */
export interface DebtDraft {
  title: string;
  description: string;
  entityRefs: string[];
  ownerRef: string | undefined;
  category: DebtCategory;
  intent: DebtIntent | '';
  prudence: DebtPrudence | '';
  severity: DebtSeverity | '';
  businessImpact: string;
  remediationPlan: string;
  targetDate: string;
  reviewDate: string;
  links: LinkDraft[];
  estimate: Record<DebtEstimateField, string>;
}

/** A field that an error may speak of and that two people may both change, as the API calls it. */
export type DebtDraftField =
  | Exclude<keyof DebtDraft, 'estimate'>
  | `estimate.${DebtEstimateField}`;

/** The fields in the order of the form. */
export const debtDraftFields: readonly DebtDraftField[] = [
  'title',
  'entityRefs',
  'ownerRef',
  'category',
  'severity',
  'description',
  'businessImpact',
  ...debtEstimateFields.map(field => `estimate.${field}` as const),
  'remediationPlan',
  'targetDate',
  'reviewDate',
  'intent',
  'prudence',
  'links',
];

/** An empty form, with what is known already. */
export function emptyDraft(
  known: Partial<Pick<DebtDraft, 'title' | 'entityRefs'>> = {},
): DebtDraft {
  return {
    title: '',
    description: '',
    entityRefs: [],
    ownerRef: undefined,
    category: 'code',
    intent: '',
    prudence: '',
    severity: '',
    businessImpact: '',
    remediationPlan: '',
    targetDate: '',
    reviewDate: '',
    links: [],
    estimate: estimateTexts({}),
    ...known,
  };
}

/** An item as it is now. */
export function draftOfItem(item: PricedDebtItem): DebtDraft {
  return {
    title: item.title,
    description: item.description ?? '',
    entityRefs: item.entities.map(({ ref }) => ref),
    ownerRef: item.ownerRef ?? undefined,
    category: item.category,
    intent: item.intent ?? '',
    prudence: item.prudence ?? '',
    severity: item.severity ?? '',
    businessImpact: item.businessImpact ?? '',
    remediationPlan: item.remediationPlan ?? '',
    targetDate: item.targetDate ?? '',
    reviewDate: item.reviewDate ?? '',
    links: item.links.map(({ type, ref, title }) => ({
      type,
      ref,
      title: title ?? '',
    })),
    estimate: estimateTexts(item.estimate),
  };
}

/** What stands in a field. */
export function valueOf(draft: DebtDraft, field: DebtDraftField): unknown {
  const input = estimateFieldOf(field);
  return input === undefined
    ? draft[field as keyof DebtDraft]
    : draft.estimate[input];
}

/** The draft with the value that a field has in another one. */
export function withFieldOf(
  draft: DebtDraft,
  field: DebtDraftField,
  other: DebtDraft,
): DebtDraft {
  const input = estimateFieldOf(field);
  return input === undefined
    ? { ...draft, [field]: other[field as keyof DebtDraft] }
    : {
        ...draft,
        estimate: { ...draft.estimate, [input]: other.estimate[input] },
      };
}

/** The fields in which two drafts differ. */
export function changedFields(
  before: DebtDraft,
  after: DebtDraft,
): DebtDraftField[] {
  return debtDraftFields.filter(
    field =>
      JSON.stringify(valueOf(before, field) ?? null) !==
      JSON.stringify(valueOf(after, field) ?? null),
  );
}

/** The input of the prices that a field is; undefined: it is none. */
export function estimateFieldOf(
  field: DebtDraftField,
): DebtEstimateField | undefined {
  return debtEstimateFields.find(input => field === `estimate.${input}`);
}

function estimateTexts(
  estimate: Partial<Record<DebtEstimateField, number | null>>,
): Record<DebtEstimateField, string> {
  return Object.fromEntries(
    debtEstimateFields.map(field => [field, String(estimate[field] ?? '')]),
  ) as Record<DebtEstimateField, string>;
}
