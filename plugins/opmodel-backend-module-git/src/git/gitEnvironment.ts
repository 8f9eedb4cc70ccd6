import { dirname } from 'node:path';
import { inspect } from 'node:util';

/** What git may inherit from the backend's environment: where programs are, how to get out, whom to trust. */
const inherited = [
  'PATH',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SYSTEMROOT',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'all_proxy',
  'HTTPS_PROXY',
  'NO_PROXY',
  'ALL_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'GIT_SSL_CAPATH',
];

function quote(value: string): string {
  return `"${value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n')}"`;
}

/**
 * The only configuration that git reads besides that of our own clones. It is a file rather than a list of options, so that it
 * also reaches the processes that git starts on the other side of a local clone.
 *
 * @param localRepositories - folders that git may read although they belong to another user of the machine
 */
export function writeGitConfiguration(
  localRepositories: readonly string[],
): string {
  return `[core]
	hooksPath = /dev/null
	fsmonitor = false
	askPass = ""
[credential]
	helper = ""
[protocol]
	allow = never
[http]
	followRedirects = false
	lowSpeedLimit = 1000
	lowSpeedTime = 60
[transfer]
	credentialsInUrl = die
	bundleURI = false
[fetch]
	recurseSubmodules = false
[submodule]
	recurse = false
[init]
	templateDir = ""
	defaultBranch = main
[gc]
	autoDetach = false
	pruneExpire = never
[maintenance]
	autoDetach = false
[log]
	showSignature = false
${localRepositories
  .map(folder => `[safe]\n\tdirectory = ${quote(folder)}\n`)
  .join('')}`;
}

/** The environment of one git command. */
export interface GitEnvironmentOptions {
  /** File with {@link writeGitConfiguration}. */
  configurationFile: string;
  /** Stands in for the home folder, so that nothing of a user's is read. Git does not look for a repository above it. */
  home: string;
  /** The repository to work on. */
  gitDirectory?: string;
  /** Transports that this command may use; all others are refused. */
  protocols?: readonly ('http' | 'https' | 'file')[];
  /** Value of the Authorization header for the server. */
  authorization?: string;
}

/**
 * Builds the environment of a git command from nothing, so that neither the machine's nor a user's settings have a say.
 *
 * Credentials are passed here, where other users of the machine cannot see them; and not in a form that a log would print.
 */
export function createGitEnvironment(
  options: GitEnvironmentOptions,
): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== undefined) {
      environment[name] = value;
    }
  }
  Object.assign(environment, {
    HOME: options.home,
    GIT_CEILING_DIRECTORIES: dirname(options.home),
    LC_ALL: 'C',
    TZ: 'UTC',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: options.configurationFile,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
    // A local repository may itself be a partial clone; it must not begin to complete itself because we read it.
    GIT_NO_LAZY_FETCH: '1',
    GIT_PROTOCOL_FROM_USER: '0',
    // An empty list would mean "as configured", so a transport that does not exist stands for "none".
    GIT_ALLOW_PROTOCOL: options.protocols?.join(':') || 'none',
  });
  if (options.gitDirectory !== undefined) {
    environment.GIT_DIR = options.gitDirectory;
  }
  if (options.authorization !== undefined) {
    environment.GIT_CONFIG_COUNT = '1';
    environment.GIT_CONFIG_KEY_0 = 'http.extraHeader';
    environment.GIT_CONFIG_VALUE_0 = `Authorization: ${options.authorization}`;
  }
  Object.defineProperty(environment, inspect.custom, {
    value: () => '[environment of git]',
  });
  return environment;
}
