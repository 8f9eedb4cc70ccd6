import {
  debtEstimateFields,
  debtTextLimits,
  estimateRanges,
  isInEstimateRange,
  type DebtEstimate,
  type DebtEstimateField,
  type DebtItemEdit,
  type NewDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  changedFields,
  estimateFieldOf,
  type DebtDraft,
  type DebtDraftField,
} from './debtDraft';

/** What is wrong with a field before it is sent. */
export type DraftFault =
  | { type: 'required' | 'number' | 'long' | 'links' | 'address' }
  | { type: 'range'; minimum: number; maximum: number };

const addressed = ['issue', 'pull_request', 'adr'];

/** What is wrong before it is sent; empty: nothing. The API may find more. */
export function checkDraft(
  draft: DebtDraft,
): Partial<Record<DebtDraftField, DraftFault>> {
  const faults: Partial<Record<DebtDraftField, DraftFault>> = {};
  if (!draft.title.trim()) {
    faults.title = { type: 'required' };
  }
  if (draft.entityRefs.length === 0) {
    faults.entityRefs = { type: 'required' };
  }
  for (const field of [
    'title',
    'description',
    'businessImpact',
    'remediationPlan',
  ] as const) {
    if (draft[field].length > debtTextLimits[field]) {
      faults[field] = { type: 'long' };
    }
  }
  for (const field of debtEstimateFields) {
    const fault = checkInput(field, draft.estimate[field]);
    if (fault) {
      faults[`estimate.${field}`] = fault;
    }
  }
  if (draft.links.some(({ ref }) => !ref.trim())) {
    faults.links = { type: 'links' };
  } else if (draft.links.some(isNoAddress)) {
    faults.links = { type: 'address' };
  }
  return faults;
}

function checkInput(
  field: DebtEstimateField,
  text: string,
): DraftFault | undefined {
  if (text.trim() === '') {
    return undefined;
  }
  const value = Number(text);
  if (!Number.isFinite(value)) {
    return { type: 'number' };
  }
  const { minimum, maximum } = estimateRanges[field];
  return isInEstimateRange(field, value)
    ? undefined
    : { type: 'range', minimum, maximum };
}

function isNoAddress({ type, ref }: DebtDraft['links'][number]): boolean {
  return addressed.includes(type) && !/^https?:\/\/\S+$/i.test(ref.trim());
}

/** The inputs as they are typed; what is empty or no number is not known. */
export function readEstimate(draft: DebtDraft): DebtEstimate {
  return Object.fromEntries(
    debtEstimateFields.map(field => {
      const text = draft.estimate[field].trim();
      const value = Number(text);
      return [field, text === '' || !Number.isFinite(value) ? null : value];
    }),
  ) as unknown as DebtEstimate;
}

/** What is sent of a draft that {@link checkDraft} finds nothing wrong with. */
export function newItemOf(draft: DebtDraft): NewDebtItem {
  const { ownerRef } = draft;
  return {
    ...contentOf(draft),
    title: draft.title.trim(),
    entityRefs: draft.entityRefs,
    estimate: readEstimate(draft),
    ...(ownerRef && { ownerRef }),
  };
}

/**
 * What is sent to make an item as the draft is: the fields alone that differ from what was read, so that nobody writes back what they only
 * did not touch.
 */
export function editOf(
  base: DebtDraft,
  draft: DebtDraft,
): Omit<DebtItemEdit, 'version'> {
  const content: Record<string, unknown> = {
    ...contentOf(draft),
    title: draft.title.trim(),
    entityRefs: draft.entityRefs,
    ownerRef: draft.ownerRef,
  };
  const estimate = readEstimate(draft);
  const edit: Record<string, unknown> = {};
  const inputs: Partial<DebtEstimate> = {};
  for (const field of changedFields(base, draft)) {
    const input = estimateFieldOf(field);
    if (input === undefined) {
      edit[field] = content[field];
    } else {
      inputs[input] = estimate[input];
    }
  }
  return {
    ...edit,
    ...(Object.keys(inputs).length > 0 && { estimate: inputs }),
  };
}

function contentOf(draft: DebtDraft) {
  return {
    category: draft.category,
    description: draft.description.trim() || null,
    businessImpact: draft.businessImpact.trim() || null,
    remediationPlan: draft.remediationPlan.trim() || null,
    intent: draft.intent || null,
    prudence: draft.prudence || null,
    severity: draft.severity || null,
    targetDate: draft.targetDate || null,
    reviewDate: draft.reviewDate || null,
    links: draft.links.map(({ type, ref, title }) => ({
      type,
      ref: ref.trim(),
      title: title.trim() || null,
    })),
  };
}
