import { z } from 'zod';

/** Databases cannot keep NUL, and half a surrogate pair does not survive UTF-8. */
function isStorable(value: string): boolean {
  return !value.includes('\0') && !/\p{Surrogate}/u.test(value);
}

const storable = z
  .string()
  .refine(isStorable, 'expected well-formed Unicode text');

/** Part of an index, so its length in bytes is bounded: PostgreSQL takes at most 2,704 bytes for one entry. */
const MAX_IDENTIFIER_BYTES = 512;

/** An identifier given by an outside system. */
export const identifierSchema = storable
  .min(1)
  .refine(
    value => new TextEncoder().encode(value).length <= MAX_IDENTIFIER_BYTES,
    `expected at most ${MAX_IDENTIFIER_BYTES} bytes`,
  );

/** A text for people; what exceeds 1,000 characters is cut off. */
export const textSchema = storable.transform(value =>
  value.length > 1000 ? `${[...value].slice(0, 999).join('')}…` : value,
);

/** An instant in ISO 8601 with a zone, given back in UTC with milliseconds. */
export const instantSchema = z.iso
  .datetime({
    offset: true,
    error: issue =>
      issue.input === undefined
        ? 'required date-time'
        : 'expected date-time with a zone, such as 2026-03-01T10:00:00Z',
  })
  .transform(value => new Date(value).toISOString());

/** An address on the web; other schemes would become links that run code. */
export const urlSchema = storable
  .max(2000)
  .refine(
    value => /^https?:\/\/\S+$/i.test(value),
    'expected http or https URL',
  );

/** The tiers of environments. */
export const environmentTierSchema = z.enum([
  'production',
  'staging',
  'testing',
  'development',
  'other',
]);

/** Severities of incidents, worst first. */
export const severitySchema = z.enum(['sev1', 'sev2', 'sev3', 'sev4', 'sev5']);

/** Classes of what brought an incident about. */
export const causeClassSchema = z.enum([
  'change',
  'infrastructure',
  'dependency',
  'capacity',
  'security',
  'external',
  'unknown',
]);

/** Categories of work. */
export const workItemCategorySchema = z.enum([
  'feature',
  'reliability',
  'debt',
  'security',
  'platform',
]);

/** Where a work item stands. */
export const workItemStateSchema = z.enum([
  'todo',
  'active',
  'waiting',
  'blocked',
  'done',
  'cancelled',
]);

/** How a deployment, or a run of a pipeline, ended. */
export const deploymentResultSchema = z.enum([
  'success',
  'failure',
  'cancelled',
]);

/** Identities in outside systems. */
export const linksSchema = z
  .array(z.object({ system: identifierSchema, externalId: identifierSchema }))
  .max(100);
