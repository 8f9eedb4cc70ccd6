import {
  normalizeRepositoryUrl,
  repositoryLinks,
  type RepositoryLink,
} from '@opmodel/backstage-plugin-opmodel-common';
import { textSchema, urlSchema } from '../valueSchemas';

/** The repository that a delivery speaks of. */
export interface DeliveredRepository {
  /** Its address as the host gives it. */
  url: string;
  /** `host/path`, the same for all spellings of the address; the part of an event's source after the type of the reader. */
  identity: string;
  /** Its identities by which the catalog's entities may declare it. */
  links: RepositoryLink[];
}

/** The web address of a repository on a code host. */
export const repositoryAddressSchema = urlSchema.transform(
  (url, context): DeliveredRepository => {
    const identity = normalizeRepositoryUrl(url);
    if (identity === undefined) {
      context.addIssue({
        code: 'custom',
        message: 'expected the address of a repository',
      });
    }
    return { url, identity: identity ?? '', links: repositoryLinks(url) };
  },
);

/** An address that is worth a link; hosts send empty texts where there is none, and an odd one is no reason to lose the rest. */
export const linkSchema = urlSchema.optional().catch(undefined);

/** A text for people that hosts send as null or empty where there is none. */
export const captionSchema = textSchema
  .nullish()
  .transform(text => text?.trim() || undefined);

/**
 * A commit's whole name (SHA-1 or SHA-256) in lower case. An abbreviation is left out: other sources name the commit in full, so that the
 * two would not be found to be one.
 */
export function readCommitSha(
  text: string | null | undefined,
): string | undefined {
  return text && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text)
    ? text.toLowerCase()
    : undefined;
}

/** The one commit that the description of a change says it reverts, in git's own words. */
export function findRevertedCommit(
  description: string | null | undefined,
): string | undefined {
  const named = [
    ...(description ?? '').matchAll(
      /\bThis reverts commit ([0-9a-f]{64}|[0-9a-f]{40})\b/g,
    ),
  ].map(match => match[1]);
  return new Set(named).size === 1 ? named[0] : undefined;
}

/** Whether the name of a branch says that it is a hotfix; the same rule as for the merges that git histories hold. */
export function isHotfixBranch(name: string | null | undefined): boolean {
  return /^hotfix\//i.test(name ?? '');
}

/** Whether one of the labels is among those that are looked for, in any case. */
export function hasLabel(
  labels: readonly string[],
  wanted: readonly string[],
): boolean {
  const names = new Set(wanted.map(label => label.toLowerCase()));
  return labels.some(label => names.has(label.toLowerCase()));
}
