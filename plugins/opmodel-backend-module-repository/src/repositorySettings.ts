import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { findNameProblem } from '@opmodel/backstage-plugin-opmodel-common';
import { Minimatch } from 'minimatch';
import { RE2JS } from 're2js';

/** A file that is asked for beside those that everybody knows. */
export interface ConfiguredFile {
  /** Name of its fact. */
  name: string;
  description: string;
  /** Whether a file may be it, in whatever folder of the repository. */
  matches(path: string): boolean;
  /** Whether a file is it for an entity that lives in a folder. */
  matchesIn(folder: string, path: string): boolean;
  /** Whether a text has what it is to contain; absent: any text will do. */
  contains?(text: string): boolean;
}

/** What `opmodel.scorecards.repository` says. */
export interface RepositorySettings {
  files: readonly ConfiguredFile[];
  /** Milliseconds. */
  cadenceMs: number;
  freshnessMs: number;
  /** For one repository, milliseconds. */
  timeoutMs: number;
  concurrency: number;
}

const key = 'opmodel.scorecards.repository';
const HOUR = 3_600_000;

/** More patterns than these are a mistake. */
const maximumPatterns = 50;

/**
 * @param known - names of facts that are told anyway
 * @throws InputError naming the key that cannot be used
 */
export function readRepositorySettings(
  root: Config,
  known: readonly string[],
): RepositorySettings {
  const config = root.getOptionalConfig(key);
  const readDuration = (name: string, fallback: number) =>
    config?.has(name)
      ? durationToMilliseconds(readDurationFromConfig(config, { key: name }))
      : fallback;
  const cadenceMs = readDuration('cadence', 6 * HOUR);
  const freshnessMs = readDuration(
    'freshness',
    Math.max(49 * HOUR, 2 * cadenceMs),
  );
  if (cadenceMs < 60_000) {
    throw refusal('cadence', 'must be a minute or longer');
  }
  if (freshnessMs <= cadenceMs) {
    throw refusal('freshness', 'must be longer than the cadence');
  }
  const timeoutMs = readDuration('timeout', 120_000);
  if (timeoutMs < 1_000) {
    throw refusal('timeout', 'must be a second or longer');
  }
  const concurrency = config?.getOptionalNumber('concurrency') ?? 4;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 32) {
    throw refusal(
      'concurrency',
      `must be a whole number from 1 to 32, got ${concurrency}`,
    );
  }
  const files = (config?.getOptionalConfigArray('files') ?? []).map(
    (file, index) => readFile(file, `files[${index}]`),
  );
  const names = [...known];
  files.forEach(({ name }, index) => {
    if (names.includes(name)) {
      throw refusal(`files[${index}].name`, `names the fact "${name}" twice`);
    }
    names.push(name);
  });
  return { files, cadenceMs, freshnessMs, timeoutMs, concurrency };
}

function readFile(config: Config, at: string): ConfiguredFile {
  const name = config.getString('name');
  const problem = findNameProblem(name);
  if (problem) {
    throw refusal(`${at}.name`, problem);
  }
  const paths = config.getStringArray('paths');
  if (paths.length === 0 || paths.length > maximumPatterns) {
    throw refusal(
      `${at}.paths`,
      `must name 1 to ${maximumPatterns} files, got ${paths.length}`,
    );
  }
  const patterns = paths.map(path => ({
    fromRoot: path.startsWith('/'),
    anywhere: compile(path.startsWith('/') ? path.slice(1) : `**/${path}`),
    here: compile(path.replace(/^\/+/, '')),
  }));
  return {
    name,
    description:
      config.getOptionalString('description') ??
      `There is a file ${paths.join(' or ')}`,
    matches: path => patterns.some(({ anywhere }) => anywhere.match(path)),
    matchesIn: (folder, path) =>
      patterns.some(({ fromRoot, here }) => {
        const relative = fromRoot ? path : relativeTo(folder, path);
        return relative !== undefined && here.match(relative);
      }),
    contains: readPattern(config.getOptionalString('contains'), at),
  };
}

function compile(glob: string): Minimatch {
  return new Minimatch(glob, { dot: true, nocomment: true, nonegate: true });
}

/** By RE2, in time linear in the text. */
function readPattern(
  pattern: string | undefined,
  at: string,
): ConfiguredFile['contains'] {
  if (pattern === undefined) {
    return undefined;
  }
  try {
    const compiled = RE2JS.compile(pattern, RE2JS.MULTILINE);
    return text => compiled.matcher(text).find();
  } catch (error) {
    throw refusal(
      `${at}.contains`,
      `is no pattern of RE2: ${(error as Error).message}`,
    );
  }
}

/** The path of a file within a folder; undefined for one that is not in it. */
export function relativeTo(folder: string, path: string): string | undefined {
  if (folder === '') {
    return path;
  }
  return path.startsWith(`${folder}/`)
    ? path.slice(folder.length + 1)
    : undefined;
}

function refusal(name: string, problem: string): InputError {
  return new InputError(`${key}.${name} ${problem}`);
}
