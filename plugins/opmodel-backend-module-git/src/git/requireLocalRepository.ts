import fs from 'node:fs/promises';
import path from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { systemErrorCode } from './systemErrorCode';

/**
 * @throws NotFoundError when the folder of a mirror holds no repository
 */
export async function requireLocalRepository(folder: string): Promise<void> {
  for (const marker of ['.git', 'HEAD']) {
    try {
      await fs.access(path.join(folder, marker));
      return;
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) {
        throw error;
      }
    }
  }
  throw new NotFoundError(`There is no git repository in ${folder}`);
}
