import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import {
  assertPortsFree,
  parseStartArguments,
  portEnvironment,
} from './portal.mjs';
import { findFreePort, isPortFree } from './ports.mjs';
import { PlainError } from './say.mjs';

describe('parseStartArguments', () => {
  it('starts app and backend on the usual ports without arguments', () => {
    assert.deepEqual(parseStartArguments([]), {
      installOnly: false,
      ports: { app: 3000, backend: 7007 },
      parts: ['app', 'backend'],
      passedOn: [],
    });
  });

  it('takes its own options and passes the rest on', () => {
    assert.deepEqual(
      parseStartArguments([
        '--port',
        '3001',
        'backend',
        '--backend-port=7008',
        '--inspect',
        '--install-only',
      ]),
      {
        installOnly: true,
        ports: { app: 3001, backend: 7008 },
        parts: ['backend'],
        passedOn: ['backend', '--inspect'],
      },
    );
  });

  it('refuses what is no port', () => {
    assert.throws(() => parseStartArguments(['--port', 'http']), PlainError);
    assert.throws(() => parseStartArguments(['--port', '65536']), PlainError);
  });
});

describe('portEnvironment', () => {
  it('leaves the configuration files alone with the usual ports', () => {
    assert.deepEqual(portEnvironment({ app: 3000, backend: 7007 }), {});
  });

  it('moves app and backend together, so that they find each other', () => {
    assert.deepEqual(portEnvironment({ app: 3001, backend: 7008 }), {
      APP_CONFIG_app_baseUrl: '"http://localhost:3001"',
      APP_CONFIG_backend_baseUrl: '"http://localhost:7008"',
      APP_CONFIG_backend_cors_origin: '"http://localhost:3001"',
      APP_CONFIG_backend_listen_port: '7008',
    });
  });
});

describe('assertPortsFree', () => {
  const holder = createServer();
  let taken;

  before(async () => {
    holder.listen(0, '127.0.0.1');
    await once(holder, 'listening');
    taken = holder.address().port;
  });
  after(() => holder.close());

  it('says in one sentence which port is taken and what to do', async () => {
    const ports = { app: taken, backend: await findFreePort() };
    await assert.rejects(
      assertPortsFree({ ports, parts: ['app', 'backend'] }),
      error => {
        assert.equal(error instanceof PlainError, true);
        assert.equal(
          error.message,
          `Port ${taken}, which the app needs, is taken by another program: end that program, or choose another port with "npm start -- --port <port>".`,
        );
        return true;
      },
    );
  });

  it('does not mind a port of a part that is not started', async () => {
    const ports = { app: taken, backend: await findFreePort() };
    await assertPortsFree({ ports, parts: ['backend'] });
    assert.equal(await isPortFree(taken), false);
  });
});
