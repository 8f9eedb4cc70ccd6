import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { WebhookReader } from '@opmodel/backstage-plugin-opmodel-node';
import express from 'express';
import { createHash, createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { createResponseValidator } from '../testing/createResponseValidator';
import { eachDatabase } from '../testing/databases';
import { webhookSenders } from '../testing/webhookSenders';
import { DatabaseInboxStore } from './DatabaseInboxStore';
import { FakeInboxStore } from './FakeInboxStore';
import { readInboxConfig } from './inboxConfig';
import { InboxReceiver } from './InboxReceiver';
import type { InboxStore } from './InboxStore';
import { RefusalLog } from './RefusalLog';
import { createWebhookRouter } from './webhookRouter';
import { type WebhookSchemeId, webhookSchemes } from './webhookSchemes';

// A busy machine takes its time to sign and send 25 MiB.
jest.setTimeout(60_000);

const now = Date.UTC(2026, 2, 10, 9, 30, 0, 250);
const maxBodyBytes = 25 * 1024 * 1024;
const validateAnswer = createResponseValidator();
const hubSecret = 'a-secret-that-is-long-enough';

/** The route of webhooks as the engine mounts it, with a JSON parser behind it that must not come first. */
function startApi(
  sources: object,
  options: {
    store?: InboxStore;
    maxBodyBytes?: number;
    readers?: WebhookReader[];
  } = {},
) {
  const store = options.store ?? new FakeInboxStore();
  let time = now;
  const audited = { success: jest.fn(async () => {}), fail: jest.fn() };
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => audited),
  });
  const logger = mockServices.logger.mock();
  const wake = jest.fn();
  const config = readInboxConfig(
    new ConfigReader({ opmodel: { intake: { sources } } }),
    options.readers ?? [],
  );
  const clock = () => time;
  const refusals = new RefusalLog({ auditor, logger });
  const router = createWebhookRouter({
    maxBodyBytes: options.maxBodyBytes ?? config.maxBodyBytes,
    receiver: new InboxReceiver({
      store,
      sources: config.sources,
      refusals,
      auditor,
      logger,
      clock,
      wake,
    }),
  });
  const app = express();
  app.use(router, express.json());
  app.use(
    MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
    }).error(),
  );
  return {
    store,
    auditor,
    audited,
    logger,
    refusals,
    wake,
    setTime: (at: number) => {
      time = at;
    },
    async post(
      source: string,
      body: string | Buffer,
      headers: Record<string, string>,
    ) {
      const answer = await request(app)
        .post(`/intake/${source}`)
        .set({ 'content-type': 'application/json', ...headers })
        .serialize(text => text as unknown as string)
        .send(body as string);
      validateAnswer('post', `/intake/${source}`, answer);
      return answer;
    },
    async stored() {
      const { items } = await store.list({ state: 'waiting', limit: 100 });
      return items.length;
    },
  };
}

function signHub(body: string | Buffer): Record<string, string> {
  return {
    'X-Hub-Signature-256': `sha256=${createHmac('sha256', hubSecret)
      .update(body)
      .digest('hex')}`,
  };
}

const hub = { hub: { type: 'github', secrets: [hubSecret] } };

/** What a delivery is known by of which nothing but the body tells. */
function keyOf(body: string): string {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}

function proofHeaderOf(scheme: WebhookSchemeId): string {
  const { header } = webhookSchemes[scheme].proof;
  return header === 'any' ? 'x-shop-token' : header;
}

const schemeIds = Object.keys(webhookSchemes) as WebhookSchemeId[];

it('plays a sender for every scheme', () => {
  expect(Object.keys(webhookSenders).sort()).toEqual([...schemeIds].sort());
});

describe.each(schemeIds)('a delivery by the scheme %s', scheme => {
  const sender = webhookSenders[scheme];
  const [current, former] = sender.secrets;
  const other = `${current.slice(0, -1)}${current.endsWith('A') ? 'B' : 'A'}`;
  // Not as JSON.stringify writes it: whoever signs what he has parsed and written again fails.
  const bodyAt = (at: number) =>
    `${JSON.stringify(
      sender.body?.(at) ?? { état: 'prêt', list: [1, 2] },
      null,
      2,
    )}\n`;
  const start = (secrets: string[] = [current]) =>
    startApi({
      shop: { type: 'shop', signature: scheme, secrets, ...sender.config },
    });
  const signed = (body: string, secrets: string[], at: number = now) =>
    sender.headers({ secrets, body, now: at });

  it('is kept, as it was sent, with what it says it is', async () => {
    const api = start();
    const body = bodyAt(now);
    const answer = await api.post('shop', body, signed(body, [current]));
    expect([answer.status, answer.body]).toEqual([202, { status: 'received' }]);
    expect((api.store as FakeInboxStore).rows).toMatchObject([
      {
        source: 'shop',
        key:
          sender.key ??
          keyOf(body) + (sender.isTypeInKey ? `:${sender.type}` : ''),
        type: sender.type ?? null,
        receivedAt: now,
        body,
        state: 'waiting',
      },
    ]);
    expect(api.wake).toHaveBeenCalledTimes(1);
  });

  it('is kept once, however often it is sent', async () => {
    const api = start();
    const body = bodyAt(now);
    const headers = signed(body, [current]);
    const statuses = [];
    for (let count = 0; count < 3; count += 1) {
      statuses.push((await api.post('shop', body, headers)).body.status);
    }
    expect(statuses).toEqual(['received', 'duplicate', 'duplicate']);
    expect(await api.stored()).toBe(1);
    expect(api.wake).toHaveBeenCalledTimes(1);
  });

  it('is refused without a proof, with that of another, or with a changed one, and leaves nothing', async () => {
    const api = start();
    const body = bodyAt(now);
    const right = signed(body, [current]);
    const proofHeader = Object.keys(right).find(
      name => name.toLowerCase() === proofHeaderOf(scheme),
    )!;
    const { [proofHeader]: proof, ...without } = right;
    const answers = [
      await api.post('shop', body, without),
      await api.post('shop', body, signed(body, [other])),
      await api.post('shop', body, { ...right, [proofHeader]: 'nonsense' }),
      await api.post('shop', body, {
        ...right,
        [proofHeader]: proof.slice(0, -1),
      }),
      await api.post('shop', body, { ...right, [proofHeader]: `${proof}0` }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(401));
    expect(new Set(answers.map(answer => answer.body.error.message))).toEqual(
      new Set(['The delivery does not prove where it comes from']),
    );
    expect(await api.stored()).toBe(0);
    expect(api.wake).not.toHaveBeenCalled();
  });

  it('is taken with either secret while it is rotated, and not after', async () => {
    const during = start([current, former]);
    const body = bodyAt(now);
    const answer = await during.post('shop', body, signed(body, [former]));
    expect(answer.status).toBe(202);
    const again = await during.post('shop', body, signed(body, [current]));
    expect(again.status).toBe(202);
    const after = await start([current]).post(
      'shop',
      body,
      signed(body, [former]),
    );
    expect(after.status).toBe(401);
  });

  if (sender.severalSignatures) {
    it('is taken when one of its signatures is right', async () => {
      const body = bodyAt(now);
      for (const secrets of [
        [current, former],
        [former, current],
      ]) {
        const answer = await start().post('shop', body, signed(body, secrets));
        expect(answer.status).toBe(202);
      }
    });
  }

  if (!sender.unsigned) {
    it('is refused when its body is another by a byte, or written again', async () => {
      const api = start();
      const body = bodyAt(now);
      const headers = signed(body, [current]);
      const answers = [
        await api.post('shop', `${body} `, headers),
        await api.post('shop', body.slice(0, -1), headers),
        await api.post('shop', JSON.stringify(JSON.parse(body)), headers),
      ];
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
      expect(await api.stored()).toBe(0);
    });
  }

  if (sender.toleranceSeconds !== undefined) {
    it('is refused when it was sent too long ago, or will be', async () => {
      const tolerance = sender.toleranceSeconds! * 1000;
      const statusAfter = async (elapsed: number) => {
        const api = start();
        const body = bodyAt(now);
        const headers = signed(body, [current]);
        api.setTime(now + elapsed);
        const { status } = await api.post('shop', body, headers);
        expect(await api.stored()).toBe(status === 202 ? 1 : 0);
        return status;
      };
      // Some senders write whole seconds.
      expect(await statusAfter(tolerance - 1000)).toBe(202);
      expect(await statusAfter(tolerance + 1000)).toBe(401);
      expect(await statusAfter(1000 - tolerance)).toBe(202);
      expect(await statusAfter(-1000 - tolerance)).toBe(401);
    });
  }
});

describe('the route of webhooks', () => {
  const body = '{"action":"closed"}';
  const deliver = (api: ReturnType<typeof startApi>, id: string) =>
    api.post('hub', body, { ...signHub(body), 'X-GitHub-Delivery': id });

  it('does not know sources that are not configured, nor those for topics alone', async () => {
    const api = startApi(
      { ...hub, bus: { type: 'github', events: true } },
      {
        readers: [
          {
            type: 'github',
            title: 'GitHub',
            topics: ['github.push'],
            read: () => [],
          },
        ],
      },
    );
    const answers = [
      await api.post('lab', body, signHub(body)),
      await api.post('bus', body, signHub(body)),
      await api.post('constructor', body, signHub(body)),
      await api.post('%2e%2e', body, {}),
    ];
    expect(
      answers.map(answer => [answer.status, answer.body.error.message]),
    ).toEqual(Array(4).fill([404, 'There is no such source of webhooks']));
  });

  it('takes a form whose payload is JSON', async () => {
    const api = startApi(hub);
    const form = `payload=${encodeURIComponent(body)}`;
    const answer = await api.post('hub', form, {
      ...signHub(form),
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.status).toBe(202);
    expect((api.store as FakeInboxStore).rows[0].body).toBe(body);
    const empty = 'other=1';
    const refused = await api.post('hub', empty, {
      ...signHub(empty),
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      'expected the field payload in the form',
    ]);
  });

  it.each([
    ['', 'expected JSON'],
    ['{"a":', 'expected JSON'],
    ['"text"', 'expected a JSON object'],
    ['null', 'expected a JSON object'],
    ['7', 'expected a JSON object'],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'expected a body in UTF-8'],
  ])('answers 400 to the signed body %j', async (text, message) => {
    const api = startApi(hub);
    const answer = await api.post('hub', text, signHub(text));
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
    expect(await api.stored()).toBe(0);
  });

  it('says nothing of a body whose sender has proven nothing', async () => {
    const api = startApi(hub);
    const answer = await api.post('hub', '{"a":', signHub('{}'));
    expect(answer.status).toBe(401);
  });

  it('takes bodies of 25 MiB, and none that is larger, packed or not', async () => {
    const api = startApi(hub);
    const large = (bytes: number) => `{"x":"${'x'.repeat(bytes - 8)}"}`;
    const full = large(maxBodyBytes);
    expect((await api.post('hub', full, signHub(full))).status).toBe(202);
    const over = large(maxBodyBytes + 1);
    const answer = await api.post('hub', over, signHub(over));
    expect([answer.status, answer.body.error]).toMatchObject([
      413,
      { message: 'expected at most 26214400 bytes' },
    ]);
    const packed = gzipSync(over);
    expect(packed.length).toBeLessThan(100_000);
    const unpacked = await api.post('hub', packed, {
      ...signHub(over),
      'content-encoding': 'gzip',
    });
    expect(unpacked.status).toBe(413);
    expect(await api.stored()).toBe(1);
  });

  it('takes packed bodies, signed as they were before', async () => {
    const api = startApi(hub);
    const answer = await api.post('hub', gzipSync(body), {
      ...signHub(body),
      'content-encoding': 'gzip',
    });
    expect(answer.status).toBe(202);
    expect((api.store as FakeInboxStore).rows[0].body).toBe(body);
    const unknown = await api.post('hub', body, {
      ...signHub(body),
      'content-encoding': 'zip',
    });
    expect(unknown.status).toBe(415);
  });

  it('reads no body of a sender that shows nothing', async () => {
    const api = startApi(hub, { maxBodyBytes: 1024 });
    const answer = await api.post('hub', 'x'.repeat(2000), {});
    expect(answer.status).toBe(401);
  });

  it('takes the body itself for the key where the id is none', async () => {
    const api = startApi(hub);
    for (const id of ['', 'x'.repeat(201)]) {
      await deliver(api, id);
    }
    expect((api.store as FakeInboxStore).rows.map(({ key }) => key)).toEqual([
      keyOf(body),
    ]);
  });

  it('is known by what is signed, so that what somebody has seen cannot be kept many times', async () => {
    const api = startApi(hub);
    const statuses = [];
    for (const id of ['made-up-1', 'made-up-2']) {
      statuses.push((await deliver(api, id)).body.status);
    }
    expect(statuses).toEqual(['received', 'duplicate']);

    const { secrets, headers } = webhookSenders['standard-webhooks'];
    const lab = startApi({
      lab: { type: 'gitlab', signature: 'standard-webhooks', secrets },
    });
    const signed = headers({ secrets: [secrets[0]], body, now });
    for (const id of ['made-up-1', 'made-up-2']) {
      await lab.post('lab', body, { ...signed, 'idempotency-key': id });
    }
    expect((lab.store as FakeInboxStore).rows).toMatchObject([
      { key: signed['webhook-id'] },
    ]);
  });

  it('is another one as another type that is read, and one as all others', async () => {
    const api = startApi(hub, {
      readers: [
        {
          type: 'github',
          title: 'GitHub',
          topics: ['github.push', 'github.release'],
          read: () => [],
        },
      ],
    });
    for (const type of ['push', 'release', 'made-up-1', 'made-up-2']) {
      await api.post('hub', body, {
        ...signHub(body),
        'X-GitHub-Event': type,
      });
    }
    expect((api.store as FakeInboxStore).rows.map(({ key }) => key)).toEqual([
      `${keyOf(body)}:push`,
      `${keyOf(body)}:release`,
      keyOf(body),
    ]);
  });

  it('answers 503 when the delivery cannot be kept, so that it is sent again', async () => {
    const store = new FakeInboxStore();
    const insert = jest
      .spyOn(store, 'insert')
      .mockRejectedValueOnce(new Error('connect ECONNREFUSED 192.0.2.7:5432'));
    const api = startApi(hub, { store });
    const failed = await deliver(api, 'd1');
    expect([failed.status, failed.body.error.message]).toEqual([
      503,
      'The delivery could not be kept; send it again',
    ]);
    expect(JSON.stringify(failed.body)).not.toContain('192.0.2.7');
    expect(api.logger.error).toHaveBeenCalledTimes(1);
    expect(api.wake).not.toHaveBeenCalled();
    expect((await deliver(api, 'd1')).body).toEqual({ status: 'received' });
    expect(insert).toHaveBeenCalledTimes(2);
  });

  it('tells the auditor of what was refused at most once a minute and source', async () => {
    const api = startApi({
      ...hub,
      lab: { type: 'gitlab', secrets: ['a-token-of-the-lab'] },
    });
    const refusals = () =>
      api.auditor.createEvent.mock.calls
        .map(([event]) => event)
        .filter(({ eventId }) => eventId === 'delivery-refuse')
        .map(({ meta }) => meta);
    for (let count = 0; count < 50; count += 1) {
      await api.post('hub', body, signHub('{}'));
      await api.post('hub', body, {});
      await api.post(`made-up-${count}`, body, {});
    }
    await api.post('lab', body, { 'X-Gitlab-Token': 'no' });
    expect(refusals()).toEqual([
      { source: 'hub', refusals: { 'signature-wrong': 1 } },
      { source: 'unknown', refusals: { 'source-unknown': 1 } },
      { source: 'lab', refusals: { 'signature-wrong': 1 } },
    ]);
    await api.refusals.flush();
    expect(refusals().slice(3)).toEqual([
      {
        source: 'hub',
        refusals: { 'signature-wrong': 49, 'signature-missing': 50 },
      },
      { source: 'unknown', refusals: { 'source-unknown': 49 } },
    ]);
    const all = JSON.stringify(api.auditor.createEvent.mock.calls);
    expect(all).not.toContain(hubSecret);
  });
});

eachDatabase('the route of webhooks', createDatabase => {
  it('keeps each delivery once before it answers, and none when the table is away', async () => {
    const knex = await createDatabase();
    const api = startApi(hub, { store: new DatabaseInboxStore(knex) });
    const body = '{"text":"nul \\u0000, half \\ud800, é"}';
    const other = `${body} `;
    const deliver = (sent: string) => api.post('hub', sent, signHub(sent));
    const answers = await Promise.all([
      deliver(body),
      deliver(body),
      deliver(body),
      deliver(other),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(answers.map(answer => answer.body.status).sort()).toEqual([
      'duplicate',
      'duplicate',
      'received',
      'received',
    ]);
    const rows = await knex('inbox')
      .orderBy('body')
      .select('delivery_key', 'body');
    expect(rows).toEqual([
      { delivery_key: keyOf(body), body },
      { delivery_key: keyOf(other), body: other },
    ]);
    await knex.schema.renameTable('inbox', 'inbox_away');
    expect((await deliver(`${other} `)).status).toBe(503);
    await knex.schema.renameTable('inbox_away', 'inbox');
    expect((await deliver(`${other} `)).body).toEqual({ status: 'received' });
  });
});
