import { get } from 'node:http';
import { parseArgs } from 'node:util';
import { PlainError } from './say.mjs';
import { isPortFree } from './ports.mjs';

export const DEFAULT_PORTS = { app: 3000, backend: 7007 };

function parsePort(name, text) {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new PlainError(
      `--${name} wants a port from 1 to 65535, not "${text}".`,
    );
  }
  return port;
}

/**
 * Reads the arguments of `npm start`. What it does not know goes to
 * `backstage-cli repo start`, so that `yarn start backend` works as usual.
 */
export function parseStartArguments(args) {
  const { values, tokens } = parseArgs({
    args,
    strict: false,
    tokens: true,
    options: {
      'install-only': { type: 'boolean' },
      port: { type: 'string' },
      'backend-port': { type: 'string' },
    },
  });
  const own = new Set(['install-only', 'port', 'backend-port']);
  const ownIndexes = new Set(
    tokens
      .filter(token => token.kind === 'option' && own.has(token.name))
      .flatMap(token =>
        token.inlineValue === false
          ? [token.index, token.index + 1]
          : [token.index],
      ),
  );
  const names = tokens
    .filter(
      token => token.kind === 'positional' && !ownIndexes.has(token.index),
    )
    .map(token => token.value);
  const starts = name => names.length === 0 || names.includes(name);

  return {
    installOnly: values['install-only'] === true,
    ports: {
      app: parsePort('port', values.port ?? DEFAULT_PORTS.app),
      backend: parsePort(
        'backend-port',
        values['backend-port'] ?? DEFAULT_PORTS.backend,
      ),
    },
    parts: ['app', 'backend'].filter(starts),
    passedOn: args.filter((_, index) => !ownIndexes.has(index)),
  };
}

/**
 * The configuration that moves the portal to other ports, as the environment
 * variables that Backstage reads on top of its files. With the default ports
 * there is none, so that the files alone decide.
 */
export function portEnvironment({ app, backend }) {
  if (app === DEFAULT_PORTS.app && backend === DEFAULT_PORTS.backend) {
    return {};
  }
  const appUrl = `http://localhost:${app}`;
  return {
    APP_CONFIG_app_baseUrl: JSON.stringify(appUrl),
    APP_CONFIG_backend_baseUrl: JSON.stringify(`http://localhost:${backend}`),
    APP_CONFIG_backend_cors_origin: JSON.stringify(appUrl),
    APP_CONFIG_backend_listen_port: JSON.stringify(backend),
  };
}

const PORT_OPTION = { app: 'port', backend: 'backend-port' };

/** Fails with one sentence when a port that the portal needs is taken. */
export async function assertPortsFree({ ports, parts }) {
  for (const part of parts) {
    if (!(await isPortFree(ports[part]))) {
      throw new PlainError(
        `Port ${ports[part]}, which the ${part} needs, is taken by another program: end that program, or choose another port with "npm start -- --${PORT_OPTION[part]} <port>".`,
      );
    }
  }
}

function answers(url) {
  return new Promise(resolve => {
    const request = get(url, response => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.setTimeout(2_000, () => request.destroy());
    request.once('error', () => resolve(false));
  });
}

/** Resolves once app and backend answer; gives up when the signal is aborted. */
export async function waitUntilReady({ ports, parts, signal }) {
  const urls = {
    app: `http://localhost:${ports.app}/`,
    backend: `http://localhost:${ports.backend}/.backstage/health/v1/readiness`,
  };
  const waiting = new Set(parts);
  while (waiting.size > 0 && !signal.aborted) {
    for (const part of waiting) {
      if (await answers(urls[part])) {
        waiting.delete(part);
      }
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
  return !signal.aborted;
}
