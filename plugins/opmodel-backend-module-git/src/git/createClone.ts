import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Repository } from '../repositories/Repository';
import type { GitProgram } from './GitProgram';
import { type FetchLimits, RepositoryClone } from './RepositoryClone';

/** The clone of a repository in the cache folder. */
export function createClone(
  { id, origin }: Pick<Repository, 'id' | 'origin'>,
  cache: { git: GitProgram; directory: string },
  limits: FetchLimits,
): RepositoryClone {
  const name = createHash('sha256').update(id).digest('hex').slice(0, 32);
  return new RepositoryClone(
    cache.git,
    path.join(cache.directory, `${name}.git`),
    origin,
    limits,
  );
}
