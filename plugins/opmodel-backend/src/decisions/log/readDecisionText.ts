import { InputError } from '@backstage/errors';
import {
  type ChangedDecision,
  type Decision,
  dayOf,
  type DecisionStatus,
  type NewDecision,
  refuseImplausibleDay,
} from '@opmodel/backstage-plugin-opmodel-common';
import { readText } from '../../lib/readText';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { DecisionText } from './DecisionStore';

const fields = [
  'title',
  'context',
  'decision',
  'entityRefs',
  'ownerRef',
  'decidedOn',
  'reviewOn',
  'status',
  'supersedes',
  'links',
  'version',
];

/** Kinds that nothing is decided about: nobody keeps a log about a person. */
const undecidedKinds = ['user', 'location'];

/**
 * What somebody wrote of a decision, as it is kept. Whether refs exist is asked elsewhere.
 *
 * @param status - where the decision stands if nothing is said of it
 * @param calendar - `zone` is IANA, `now` epoch milliseconds
 * @throws InputError that names the field
 */
export function readDecisionText(
  body: NewDecision | ChangedDecision,
  status: DecisionStatus,
  { zone, now }: { zone: string; now: number },
): DecisionText {
  refuseUnknownFields(body, fields);
  const decidedOn = readDay('decidedOn', body.decidedOn, now);
  const reviewOn = body.reviewOn
    ? readDay('reviewOn', body.reviewOn, now)
    : null;
  const text: DecisionText = {
    title: readText('title', body.title).trim(),
    context: readText('context', body.context),
    decision: readText('decision', body.decision),
    entityRefs: readRefs(body.entityRefs),
    ownerRef: readRef('ownerRef', body.ownerRef),
    decidedOn,
    reviewOn,
    status: body.status ?? status,
    supersedes:
      typeof body.supersedes === 'string'
        ? readText('supersedes', body.supersedes)
        : null,
    links: (body.links ?? []).map(readLink),
  };
  if (text.status !== 'proposed' && decidedOn > dayOf(now, zone)) {
    throw new InputError(
      `'decidedOn' must not be after today for what is ${text.status}, got '${decidedOn}'`,
    );
  }
  if (reviewOn !== null && reviewOn <= decidedOn) {
    throw new InputError(
      `'reviewOn' must be after 'decidedOn', which is '${decidedOn}', got '${reviewOn}'`,
    );
  }
  return text;
}

function readDay(field: string, day: string, now: number): string {
  const instant = Date.parse(`${day}T00:00:00Z`);
  if (
    Number.isNaN(instant) ||
    new Date(instant).toISOString().slice(0, 10) !== day
  ) {
    throw new InputError(`'${field}' must be an ISO day, got '${day}'`);
  }
  refuseImplausibleDay(`'${field}'`, day, now);
  return day;
}

function readRefs(refs: readonly string[]): string[] {
  const read = refs.map((ref, index) => {
    const field = `entityRefs[${index}]`;
    const lower = readRef(field, ref);
    if (undecidedKinds.some(kind => lower.startsWith(`${kind}:`))) {
      throw new InputError(
        `'${field}' must not be a ${undecidedKinds.join(' or ')}, got '${ref}'`,
      );
    }
    return lower;
  });
  return [...new Set(read)].sort();
}

function readRef(field: string, ref: string): string {
  const lower = readText(field, ref).toLocaleLowerCase('en-US');
  if (!/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(lower)) {
    throw new InputError(
      `'${field}' must be a full entity reference such as group:default/payments, got '${ref}'`,
    );
  }
  return lower;
}

function readLink(
  { label, url }: Decision['links'][number],
  index: number,
): Decision['links'][number] {
  const field = `links[${index}].url`;
  const parsed = URL.canParse(readText(field, url)) ? new URL(url) : undefined;
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) {
    throw new InputError(
      `'${field}' must be an address that begins with http:// or https://, got '${url}'`,
    );
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new InputError(`'${field}' must not hold a user name or password`);
  }
  return { label: readText(`links[${index}].label`, label).trim(), url };
}
