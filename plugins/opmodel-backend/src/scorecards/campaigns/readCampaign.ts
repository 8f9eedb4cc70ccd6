import { InputError } from '@backstage/errors';
import {
  addDays,
  type CampaignEmphasis,
  type CampaignScope,
  countDays,
  dayOf,
  type NewCampaign,
} from '@opmodel/backstage-plugin-opmodel-common';
import { readText } from '../../lib/readText';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import { startOfDay } from '../startOfDay';
import type { CampaignContents } from './CampaignStore';

/** So long a campaign takes at most, and so far from today it begins: three years. */
const LONGEST_DAYS = 1_096;

/** As often as a team gets its digest. */
const ORDINARY_REMINDER_DAYS = 7;

/** Fields of a campaign that somebody writes. */
export const campaignFields = [
  'title',
  'description',
  'ownerRef',
  'scorecardRef',
  'emphasis',
  'scope',
  'isDraft',
  'startsOn',
  'targetOn',
  'remindEveryDays',
] as const;

/**
 * Reads what somebody says of a campaign. Whether what it names exists is not asked here.
 *
 * @param options - `now`: epoch milliseconds; `zone`: IANA zone of the days
 * @throws InputError that names the field
 */
export function readCampaign(
  body: NewCampaign,
  { now, zone }: { now: number; zone: string },
): CampaignContents {
  const { description } = body;
  return {
    title: readText('title', body.title),
    // A page sends an empty text where nothing is said.
    description: description?.trim()
      ? readText('description', description)
      : null,
    ownerRef: readRef('ownerRef', body.ownerRef),
    scorecardRef: readRef('scorecardRef', body.scorecardRef),
    emphasis: readEmphasis(body.emphasis),
    scope: readScope(body.scope ?? {}),
    isDraft: body.isDraft ?? false,
    ...readDates(body, now, zone),
    remindEveryDays: body.remindEveryDays ?? ORDINARY_REMINDER_DAYS,
  };
}

function readEmphasis(emphasis: CampaignEmphasis): CampaignEmphasis {
  refuseUnknownFields(emphasis, ['checks', 'levels']);
  const checks = readList('emphasis.checks', emphasis.checks);
  const levels = readList('emphasis.levels', emphasis.levels);
  if (!checks && !levels) {
    throw new InputError(
      "'emphasis' must name checks or levels that are to be met",
    );
  }
  return { ...(checks && { checks }), ...(levels && { levels }) };
}

/** A list that is empty asks for nothing, so it is left out. */
function readScope(scope: CampaignScope): CampaignScope {
  refuseUnknownFields(
    scope,
    ['ownerRefs', 'systemRefs', 'domainRefs', 'tiers', 'lifecycles'],
    'scope',
  );
  const read: CampaignScope = {};
  for (const name of ['ownerRefs', 'systemRefs', 'domainRefs'] as const) {
    const refs = readList(`scope.${name}`, scope[name], readRef);
    if (refs) {
      read[name] = refs;
    }
  }
  for (const name of ['tiers', 'lifecycles'] as const) {
    const values = readList(`scope.${name}`, scope[name]);
    if (values) {
      read[name] = values;
    }
  }
  return read;
}

function readList(
  field: string,
  values: readonly string[] | undefined,
  read = readText,
): string[] | undefined {
  return values && values.length > 0
    ? [...new Set(values.map((value, at) => read(`${field}[${at}]`, value)))]
    : undefined;
}

function readRef(field: string, ref: string): string {
  return readText(field, ref).toLocaleLowerCase('en-US');
}

function readDates(
  { startsOn, targetOn }: Pick<NewCampaign, 'startsOn' | 'targetOn'>,
  now: number,
  zone: string,
): { startsAt: number; targetAt: number } {
  const startsAt = startOfDay('startsOn', startsOn, zone);
  startOfDay('targetOn', targetOn, zone);
  const today = dayOf(now, zone);
  const first = addDays(today, -LONGEST_DAYS);
  const last = addDays(today, LONGEST_DAYS);
  if (startsOn < first || startsOn > last) {
    throw new InputError(
      `'startsOn' must be a day from ${first} to ${last}, got '${startsOn}'`,
    );
  }
  if (targetOn <= startsOn) {
    throw new InputError(
      `'targetOn' must be after 'startsOn', got '${targetOn}'`,
    );
  }
  if (countDays(startsOn, targetOn) > LONGEST_DAYS) {
    throw new InputError(
      `'targetOn' must be at most ${LONGEST_DAYS} days after 'startsOn', got '${targetOn}'`,
    );
  }
  return {
    startsAt,
    targetAt: startOfDay('targetOn', addDays(targetOn, 1), zone),
  };
}
