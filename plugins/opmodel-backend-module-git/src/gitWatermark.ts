import type { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { readingSchema } from './observe/Reading';

const repositorySchema = z.object({
  telling: z.object({
    revision: z.number().int(),
    correctedAt: z.number().nullable(),
    isComplete: z.boolean(),
  }),
  /** Digest of all that the last reading depended on; while it is the same there is nothing to do. */
  digest: z.string(),
  /** What was read last; null when it was given up. */
  reading: readingSchema.nullable(),
  /** Epoch milliseconds since when no entity names the repository. */
  unlistedSince: z.number().nullable(),
  /** Begin of the newest reading, before which all is known. Epoch milliseconds; older versions did not note it. */
  knownUntil: z.number().optional(),
  /** When it was read last what the repository says of its owners. Epoch milliseconds; absent: not since the last news. */
  ownersReadAt: z.number().optional(),
});

// A watermark that is not read any more loses count of what was corrected. So let it only gain fields that may be absent.
const watermarkSchema = z.object({
  version: z.literal(1),
  /** By id of the repository. */
  repositories: z.record(z.string(), repositorySchema),
});

/** How far one repository has been read and told. */
export type RepositoryProgress = z.infer<typeof repositorySchema>;

/** How far all repositories have been read and told. */
export type GitWatermark = z.infer<typeof watermarkSchema>;

/** Contract on the collector's watermark. */
export const gitWatermarkSchema =
  watermarkSchema as unknown as z.ZodType<JsonValue>;

/**
 * @returns an empty watermark for one that is missing or cannot be read any more
 */
export function readGitWatermark(since: JsonValue | undefined): GitWatermark {
  const parsed = watermarkSchema.safeParse(since);
  return parsed.success ? parsed.data : { version: 1, repositories: {} };
}
