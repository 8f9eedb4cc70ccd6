import { InputError } from '@backstage/errors';
import {
  type AcceptanceDates,
  acceptanceDates,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import { readText } from '../lib/readText';
import type { AcceptanceInput } from './Acceptances';
import type { AcceptanceSettings } from './acceptanceSettings';

/** What somebody asks for, as it is kept. */
export type ReadRequest = Omit<AcceptanceInput, 'expiresOn' | 'details'> &
  AcceptanceDates &
  Required<Pick<AcceptanceInput, 'details'>> & { maximumDays: number | null };

/**
 * Reads what somebody asks for.
 *
 * @param today - ISO day
 * @throws InputError that names the field
 */
export function readRequest(
  input: AcceptanceInput,
  today: string,
  settings: AcceptanceSettings,
): ReadRequest {
  const { subject, subjectRef, riskLevel, compensatingControl } = input;
  const entityRefs = [
    ...new Set(input.entityRefs.map(ref => lower('entityRefs', ref))),
  ];
  if (entityRefs.length === 0) {
    throw new InputError("'entityRefs' must name at least one entity");
  }
  const maximumDays = settings.maximumDays[riskLevel];
  return {
    subject,
    subjectRef: subjectRef && readText('subjectRef', subjectRef),
    title: readText('title', input.title),
    entityRefs,
    riskLevel,
    reason: readText('reason', input.reason),
    compensatingControl:
      compensatingControl &&
      readText('compensatingControl', compensatingControl),
    receivingRef:
      input.receivingRef && lower('receivingRef', input.receivingRef),
    details: input.details ?? {},
    ...(input.urgentUntil !== undefined && { urgentUntil: input.urgentUntil }),
    maximumDays: input.expiresOn === null ? null : maximumDays,
    ...readDates(input.expiresOn, today, {
      maximumDays,
      decideDays: settings.decideDays,
    }),
  };
}

function readDates(
  expiresOn: string | null | undefined,
  today: string,
  days: { maximumDays: number; decideDays: number },
): AcceptanceDates {
  if (
    typeof expiresOn === 'string' &&
    !DateTime.fromISO(expiresOn, { zone: 'utc' }).isValid
  ) {
    throw new InputError(
      `'expiresOn' must be a day of the calendar, got '${expiresOn}'`,
    );
  }
  try {
    return acceptanceDates(expiresOn, today, days);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new InputError(`'expiresOn' ${error.message}`);
    }
    throw error;
  }
}

function lower(field: string, ref: string): string {
  return readText(field, ref).toLocaleLowerCase('en-US');
}
