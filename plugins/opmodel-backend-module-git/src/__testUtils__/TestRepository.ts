import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Settings of one commit. */
export interface TestCommit {
  message: string;
  /** When it was committed; ISO 8601. */
  at: string;
  /** When it was written; as committed where absent. */
  authoredAt?: string;
  author?: string;
  /** Contents by file; a file that no test looks into is changed where absent. */
  files?: Record<string, string>;
}

/** A real git repository with a working tree, for tests. Every date is given, so that expectations can be computed by hand. */
export class TestRepository {
  #count = 0;

  /** Folder of the working tree. */
  readonly path: string;

  constructor(folder: string) {
    this.path = folder;
    fs.mkdirSync(folder, { recursive: true });
    this.git('init', '-q', '-b', 'main');
  }

  /** Runs git in the repository, untouched by the settings of whoever runs the tests. */
  git(...args: string[]): string {
    return this.gitWith({}, ...args);
  }

  gitWith(env: Record<string, string>, ...args: string[]): string {
    return this.#run(args, env);
  }

  #run(args: string[], env: Record<string, string>, input = ''): string {
    return execFileSync('git', args, {
      cwd: this.path,
      encoding: 'utf8',
      input,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH!,
        HOME: this.path,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'C',
        GIT_COMMITTER_EMAIL: 'merge-button@example.com',
        ...env,
      },
    }).trim();
  }

  /** @returns object name */
  commit(commit: TestCommit): string {
    const files = commit.files ?? { [`file-${++this.#count}`]: commit.message };
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.path, name);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, content);
    }
    this.git('add', '-A');
    this.#run(['commit', '-q', '-F', '-'], dates(commit), commit.message);
    return this.head();
  }

  /** Merges a branch into the one that is checked out, as a code host does. @returns object name */
  merge(branch: string, commit: TestCommit): string {
    this.gitWith(
      dates(commit),
      'merge',
      '-q',
      '--no-ff',
      '-X',
      'theirs',
      '-m',
      commit.message,
      branch,
    );
    return this.head();
  }

  /** Brings a branch in as one commit. @returns object name */
  squash(branch: string, commit: TestCommit): string {
    this.git('merge', '-q', '--squash', branch);
    return this.commit({ files: {}, ...commit });
  }

  checkout(branch: string, from?: string) {
    this.git('checkout', '-q', ...(from ? ['-b', branch, from] : [branch]));
  }

  /** An annotated tag made at a time, or a lightweight one where none is given. */
  tag(name: string, at?: string, target = 'HEAD') {
    if (at === undefined) {
      this.git('tag', '-f', name, target);
    } else {
      this.gitWith(
        { GIT_COMMITTER_DATE: at },
        'tag',
        '-f',
        '-a',
        '-m',
        name,
        name,
        target,
      );
    }
  }

  head(): string {
    return this.git('rev-parse', 'HEAD');
  }
}

function dates(commit: TestCommit): Record<string, string> {
  return {
    GIT_AUTHOR_DATE: commit.authoredAt ?? commit.at,
    GIT_COMMITTER_DATE: commit.at,
    ...(commit.author ? { GIT_AUTHOR_EMAIL: commit.author } : {}),
  };
}
