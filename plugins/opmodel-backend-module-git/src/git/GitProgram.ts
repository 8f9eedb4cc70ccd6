import { spawn } from 'node:child_process';
import { toError } from '@backstage/errors';
import { simpleGit } from 'simple-git';
import { describeGitFailure, GitCommandError } from './GitCommandError';
import {
  createGitEnvironment,
  type GitEnvironmentOptions,
} from './gitEnvironment';

/** How one command is run. */
export type GitCommandOptions = Pick<
  GitEnvironmentOptions,
  'gitDirectory' | 'protocols' | 'authorization'
> & { signal: AbortSignal };

/**
 * Runs the `git` program: without a shell, and with nothing in its surroundings but what {@link createGitEnvironment} puts
 * there. Arguments are passed as they are; what comes from outside must stand where it cannot be taken for an option.
 */
export class GitProgram {
  /**
   * @param configurationFile - see {@link GitEnvironmentOptions}
   * @param home - an existing folder, in which the commands are run
   */
  constructor(
    private readonly configurationFile: string,
    private readonly home: string,
  ) {}

  /**
   * Runs a command and gives its output.
   *
   * @throws GitCommandError when it fails or is aborted
   */
  async run(
    args: readonly string[],
    options: GitCommandOptions,
  ): Promise<string> {
    const git = simpleGit({
      baseDir: this.home,
      abort: options.signal,
      trimmed: false,
      // Its end is when its output ends; by itself the wrapper waits a while longer.
      completion: { onClose: true, onExit: false },
      // The wrapper refuses dangerous options and settings. These two are how we state settings of our own, see gitEnvironment.
      unsafe: {
        allowUnsafeConfigPaths: true,
        allowUnsafeConfigEnvCount: options.authorization !== undefined,
      },
      // By itself the wrapper takes a failure that writes nothing for a success.
      errors: (error, result) =>
        error ??
        (result.exitCode === 0 ? undefined : Buffer.concat(result.stdErr)),
    }).env(this.#environment(options));
    try {
      return await git.raw([...args]);
    } catch (error) {
      options.signal.throwIfAborted();
      throw new GitCommandError(
        `git ${args[0]}: ${describeGitFailure(toError(error).message)}`,
      );
    }
  }

  /**
   * Runs a command whose output is too large to be held, and gives it piece by piece. Leaving the iteration ends the command.
   *
   * @param input - what the command reads
   * @throws GitCommandError when it fails
   */
  async *stream(
    args: readonly string[],
    input: string,
    options: GitCommandOptions,
  ): AsyncGenerator<Buffer, void, void> {
    const { signal } = options;
    signal.throwIfAborted();
    // The wrapper keeps all output until the end, so this one command goes without it.
    const child = spawn('git', args, {
      cwd: this.home,
      env: this.#environment(options),
      shell: false,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const stop = () => child.kill('SIGKILL');
    signal.addEventListener('abort', stop, { once: true });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', text => {
      complaint = (complaint + text).slice(0, 10_000);
    });
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    // The failure is reported when the output has ended; until then nobody waits for it.
    ended.catch(() => undefined);
    // A command that fails early closes its input; what it says about that comes with its end.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    try {
      for await (const chunk of child.stdout) {
        yield chunk;
      }
      const code = await ended;
      signal.throwIfAborted();
      if (code !== 0) {
        throw new GitCommandError(
          `git ${args[0]}: ${describeGitFailure(complaint)}`,
        );
      }
    } finally {
      signal.removeEventListener('abort', stop);
      if (child.exitCode === null) {
        child.kill('SIGKILL');
      }
    }
  }

  #environment(options: GitCommandOptions): Record<string, string> {
    return createGitEnvironment({
      configurationFile: this.configurationFile,
      home: this.home,
      ...options,
    });
  }
}
