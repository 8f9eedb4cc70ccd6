import { z } from 'zod';

const sha = z.string().regex(/^[0-9a-f]{40,64}$/);

/** How one component's history is read, with nothing left to look up. */
const componentSchema = z.object({
  entityRef: z.string(),
  deployments: z.enum(['tags', 'mainline', 'none']),
  /** See `compileTagPattern`. */
  tagPattern: z.string(),
  path: z.string().optional(),
  /** Tip of the main line. */
  tip: sha,
});

const tagSchema = z.object({
  name: z.string(),
  commit: sha,
  /** Epoch milliseconds; null for a lightweight tag, whose time is that of its commit. */
  taggedAt: z.number().nullable(),
});

/**
 * Everything that determines what is said about a repository, apart from its commits, which never change. From a reading
 * that was kept, what was said then can be told again; so nothing else need be remembered to find out what is new.
 */
export const readingSchema = z.object({
  /** Version of the calculation. Another one may have said something else. */
  calculation: z.number(),
  /** Address of the repository for people, without credentials. */
  url: z.string(),
  /** Type of the code host, for links: `github`, `gitlab` …; empty when not known. */
  host: z.string(),
  environment: z.string(),
  /** Milliseconds. */
  hotfixWindow: z.number(),
  /** Epoch milliseconds: what happened before is left out. */
  from: z.number(),
  /** Digest of the commits at which a shallow history is cut off; empty for a whole one. */
  boundary: z.string(),
  components: z.array(componentSchema),
  /** The tags that are a release of some component. */
  tags: z.array(tagSchema),
});

/** See {@link readingSchema}. */
export type Reading = z.infer<typeof readingSchema>;

/** How one component of a {@link Reading} is read. */
export type ReadComponent = z.infer<typeof componentSchema>;

/** A release tag of a {@link Reading}. */
export type ReadTag = z.infer<typeof tagSchema>;

/**
 * Version of what {@link describeReading} says. Raise it when the same history would be told differently, so that what was
 * said before is corrected.
 */
export const currentCalculation = 2;

/** Commits that must be known to tell what a reading says. */
export function tipsOf(reading: Reading): string[] {
  return [
    ...new Set([
      ...reading.components.map(({ tip }) => tip),
      ...reading.tags.map(({ commit }) => commit),
    ]),
  ];
}

/** The folders of a reading, which decide whose change a commit is. */
export function pathsOf(reading: Reading): string[] {
  return [
    ...new Set(reading.components.flatMap(({ path }) => path ?? [])),
  ].sort();
}
