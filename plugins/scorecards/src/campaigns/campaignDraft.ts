import type {
  Campaign,
  CampaignScope,
  NewCampaign,
} from '@opmodel/backstage-plugin-opmodel-common';
import { scopeFields } from './CampaignScopeLine';

/** A campaign as somebody types it. */
export interface CampaignDraft {
  title: string;
  description: string;
  ownerRef: string | undefined;
  /** Empty: none is chosen. */
  scorecardRef: string;
  by: 'levels' | 'checks';
  levels: string[];
  checks: string[];
  startsOn: string;
  targetOn: string;
  remindEveryDays: string;
  isDraft: boolean;
  scope: Required<CampaignScope>;
}

/** A field of the form, as the API calls it. */
export type CampaignField =
  | 'title'
  | 'description'
  | 'ownerRef'
  | 'scorecardRef'
  | 'emphasis'
  | 'startsOn'
  | 'targetOn'
  | 'remindEveryDays'
  | 'scope';

/** Every field, to find what an error of the API speaks of. */
export const campaignFields: readonly CampaignField[] = [
  'title',
  'description',
  'ownerRef',
  'scorecardRef',
  'emphasis',
  'startsOn',
  'targetOn',
  'remindEveryDays',
  'scope',
];

/** What is wrong with a field. */
export type CampaignFault = 'required' | 'order' | 'emphasis' | 'remind';

const LONGEST_REMINDER = 90;

/** An empty form, or a campaign as it is now. */
export function draftOf(
  campaign: Campaign | undefined,
  today: string,
): CampaignDraft {
  const { emphasis, scope = {} } = campaign ?? {};
  return {
    title: campaign?.title ?? '',
    description: campaign?.description ?? '',
    ownerRef: campaign?.ownerRef,
    scorecardRef: campaign?.scorecardRef ?? '',
    by: emphasis?.checks ? 'checks' : 'levels',
    levels: emphasis?.levels ?? [],
    checks: emphasis?.checks ?? [],
    startsOn: campaign?.startsOn ?? today,
    targetOn: campaign?.targetOn ?? '',
    remindEveryDays: String(campaign?.remindEveryDays ?? 7),
    isDraft: campaign?.status === 'draft',
    scope: {
      ownerRefs: scope.ownerRefs ?? [],
      systemRefs: scope.systemRefs ?? [],
      domainRefs: scope.domainRefs ?? [],
      tiers: scope.tiers ?? [],
      lifecycles: scope.lifecycles ?? [],
    },
  };
}

/** What is wrong before it is sent; empty: nothing. */
export function checkDraft(
  draft: CampaignDraft,
): Partial<Record<CampaignField, CampaignFault>> {
  const { startsOn, targetOn, remindEveryDays } = draft;
  const faults: Partial<Record<CampaignField, CampaignFault>> = {};
  for (const field of [
    'title',
    'ownerRef',
    'scorecardRef',
    'startsOn',
    'targetOn',
  ] as const) {
    if (!draft[field]?.trim()) {
      faults[field] = 'required';
    }
  }
  if (startsOn && targetOn && targetOn <= startsOn) {
    faults.targetOn = 'order';
  }
  if (draft[draft.by].length === 0) {
    faults.emphasis = 'emphasis';
  }
  if (
    !/^\d+$/.test(remindEveryDays) ||
    Number(remindEveryDays) > LONGEST_REMINDER
  ) {
    faults.remindEveryDays = 'remind';
  }
  return faults;
}

/** What is sent of a draft that {@link checkDraft} finds nothing wrong with. */
export function bodyOf(draft: CampaignDraft): NewCampaign {
  const { by, scope } = draft;
  return {
    title: draft.title.trim(),
    ...(draft.description.trim() && { description: draft.description.trim() }),
    ownerRef: draft.ownerRef ?? '',
    scorecardRef: draft.scorecardRef,
    emphasis: { [by]: draft[by] },
    scope: Object.fromEntries(
      scopeFields
        .map(field => [field, scope[field]] as const)
        .filter(([, values]) => values.length > 0),
    ),
    isDraft: draft.isDraft,
    startsOn: draft.startsOn,
    targetOn: draft.targetOn,
    remindEveryDays: Number(draft.remindEveryDays),
  };
}
