import fs from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { systemErrorCode } from './systemErrorCode';

const interval = 500;

/** Bytes of all files below a folder. A file that goes away meanwhile does not count. */
export async function measureFolder(folder: string): Promise<number> {
  let bytes = 0;
  try {
    for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
      const child = path.join(folder, entry.name);
      bytes += entry.isDirectory()
        ? await measureFolder(child)
        : (await fs.lstat(child)).size;
    }
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') {
      throw error;
    }
  }
  return bytes;
}

/**
 * Watches a folder grow and aborts when it becomes too large.
 *
 * @param limit - bytes
 */
export function watchFolderSize(
  folder: string,
  limit: number,
): { signal: AbortSignal; refuse(): void; stop(): void } {
  const controller = new AbortController();
  const refuse = () =>
    controller.abort(
      new InputError(
        `The repository takes more than ${Math.round(
          limit / 1024 ** 2,
        )} MiB; raise opmodel.git.limits.repositoryMebibytes to read it`,
      ),
    );
  let timer: NodeJS.Timeout | undefined;
  const check = async () => {
    try {
      if ((await measureFolder(folder)) > limit) {
        refuse();
        return;
      }
    } catch (error) {
      controller.abort(error);
      return;
    }
    if (timer) {
      timer = setTimeout(check, interval);
    }
  };
  timer = setTimeout(check, interval);
  return {
    signal: controller.signal,
    refuse,
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
