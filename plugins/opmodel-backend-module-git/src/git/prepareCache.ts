import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { NotAllowedError, toError } from '@backstage/errors';
import { writeGitConfiguration } from './gitEnvironment';
import { GitProgram } from './GitProgram';
import { systemErrorCode } from './systemErrorCode';

const oldestVersion = [2, 32];

async function realPaths(folder: string): Promise<string[]> {
  try {
    const real = await fs.realpath(folder);
    return [real, path.join(real, '.git')];
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) {
      // Said for its repository, when that is read.
      return [];
    }
    throw error;
  }
}

/**
 * Prepares the cache folder and git.
 *
 * @param localRepositories - folders that configuration allows to read
 * @throws NotAllowedError when somebody else could write to the folder, and so tell git what to do
 * @throws Error when there is no git, or one that is too old
 */
export async function prepareCache(
  directory: string,
  localRepositories: readonly string[],
  signal: AbortSignal,
): Promise<{ git: GitProgram; directory: string }> {
  await fs.mkdir(directory, { recursive: true, mode: 0o700 });
  const real = await fs.realpath(directory);
  const { uid, mode } = await fs.stat(real);
  const isOwn = process.getuid === undefined || uid === process.getuid();
  if (!isOwn || (process.getuid && mode % 0o100 & 0o022) !== 0) {
    throw new NotAllowedError(
      `The folder ${directory} must belong to the user of the backend and be writable for nobody else; set opmodel.git.cacheDirectory to another one`,
    );
  }
  const configurationFile = path.join(real, 'gitconfig');
  const folders = await Promise.all(localRepositories.map(realPaths));
  // Put in its place at once: commands of another run may be reading it.
  const written = `${configurationFile}.${randomUUID()}`;
  await fs.writeFile(written, writeGitConfiguration(folders.flat()), {
    mode: 0o600,
  });
  await fs.rename(written, configurationFile);
  const git = new GitProgram(configurationFile, real);
  await requireGit(git, signal);
  return { git, directory: real };
}

async function requireGit(git: GitProgram, signal: AbortSignal): Promise<void> {
  let answer: string;
  try {
    answer = await git.run(['version'], { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(
      `The git program cannot be run; install git ${oldestVersion.join(
        '.',
      )} or newer where the backend runs (${toError(error).message})`,
    );
  }
  const [major, minor] = (/(\d+)\.(\d+)/.exec(answer) ?? [])
    .slice(1)
    .map(Number);
  if (
    !(
      major > oldestVersion[0] ||
      (major === oldestVersion[0] && minor >= oldestVersion[1])
    )
  ) {
    throw new Error(
      `git ${oldestVersion.join(
        '.',
      )} or newer is needed, found ${answer.trim()}`,
    );
  }
}
