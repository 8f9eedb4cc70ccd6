import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { readServerAddress } from './servers/serverAddress';

/** Certificates of one server. */
export interface PrometheusTls {
  ca?: string;
  cert?: string;
  key?: string;
  insecureSkipVerify: boolean;
}

/** One server; see config.d.ts for the meaning of each key. */
export interface PrometheusServerSettings {
  name: string;
  url: URL;
  publicUrl: URL;
  /** With what says who is asking. */
  headers: Record<string, string>;
  tls: PrometheusTls | null;
}

/** What `opmodel.prometheus` says. */
export interface PrometheusSettings {
  servers: PrometheusServerSettings[];
  /** Name of the server that is asked where a document names none; null: there is none. */
  defaultServer: string | null;
  allowedUrls: URL[];
  maxConcurrentQueries: number;
  /** Milliseconds. */
  timeoutMs: number;
}

/**
 * @param root - the whole configuration
 * @throws InputError naming the key that cannot be used
 */
export function readPrometheusSettings(root: Config): PrometheusSettings {
  const config = root.getOptionalConfig('opmodel.prometheus');
  const configs = config?.getOptionalConfigArray('servers') ?? [];
  const servers = configs.map(readServer);
  const names = servers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw refusal('servers', `names the server "${twice}" twice`);
  }
  const maxConcurrentQueries =
    config?.getOptionalNumber('maxConcurrentQueries') ?? 4;
  if (!Number.isInteger(maxConcurrentQueries) || maxConcurrentQueries < 1) {
    throw refusal(
      'maxConcurrentQueries',
      `must be a whole number from 1, got ${maxConcurrentQueries}`,
    );
  }
  const timeoutMs = config?.has('timeout')
    ? durationToMilliseconds(readDurationFromConfig(config, { key: 'timeout' }))
    : 20_000;
  if (timeoutMs < 1_000) {
    throw refusal('timeout', 'must be a second or longer');
  }
  return {
    servers,
    defaultServer: readDefault(configs),
    allowedUrls: (config?.getOptionalStringArray('allowedUrls') ?? []).map(
      (url, index) => readAddress(url, `allowedUrls[${index}]`),
    ),
    maxConcurrentQueries,
    timeoutMs,
  };
}

function readDefault(configs: readonly Config[]): string | null {
  const defaults = configs.filter(
    it => it.getOptionalBoolean('default') ?? configs.length === 1,
  );
  if (defaults.length > 1) {
    throw refusal('servers', 'has more than one default');
  }
  return defaults[0]?.getString('name') ?? null;
}

function readServer(config: Config, index: number): PrometheusServerSettings {
  const key = `servers[${index}]`;
  const url = readAddress(config.getString('url'), `${key}.url`);
  const publicUrl = config.getOptionalString('publicUrl');
  return {
    name: config.getString('name'),
    url,
    publicUrl:
      publicUrl === undefined
        ? url
        : readAddress(publicUrl, `${key}.publicUrl`),
    headers: { ...readHeaders(config, key), ...readAuth(config, key) },
    tls: readTls(config, key),
  };
}

function readAuth(config: Config, key: string): Record<string, string> {
  const basic = config.getOptionalConfig('auth.basic');
  const token = config.getOptionalString('auth.bearer.token');
  if (basic && token !== undefined) {
    throw refusal(`${key}.auth`, 'has both basic and bearer');
  }
  if (basic) {
    const pair = `${basic.getString('username')}:${basic.getString(
      'password',
    )}`;
    return { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
  }
  return token === undefined ? {} : { Authorization: `Bearer ${token}` };
}

function readHeaders(config: Config, key: string): Record<string, string> {
  const headers: Record<string, string> = {};
  const given = config.getOptionalConfig('headers');
  for (const name of given?.keys() ?? []) {
    headers[name] = given!.getString(name);
    try {
      new Headers().set(name, headers[name]);
    } catch {
      // The value may be a secret, and the message of the platform would tell it.
      throw refusal(`${key}.headers.${name}`, 'is no valid header');
    }
  }
  return headers;
}

function readTls(config: Config, key: string): PrometheusTls | null {
  const tls = config.getOptionalConfig('tls');
  if (!tls) {
    return null;
  }
  const [cert, ownKey] = [
    tls.getOptionalString('cert'),
    tls.getOptionalString('key'),
  ];
  if ((cert === undefined) !== (ownKey === undefined)) {
    throw refusal(`${key}.tls`, 'needs both cert and key, or neither');
  }
  return {
    ca: tls.getOptionalString('ca'),
    cert,
    key: ownKey,
    insecureSkipVerify: tls.getOptionalBoolean('insecureSkipVerify') ?? false,
  };
}

function readAddress(text: string, key: string): URL {
  const url = readServerAddress(text);
  if (!url) {
    throw refusal(
      key,
      'must be a http or https address without credentials and query',
    );
  }
  return url;
}

function refusal(key: string, problem: string): InputError {
  return new InputError(`opmodel.prometheus.${key} ${problem}`);
}
