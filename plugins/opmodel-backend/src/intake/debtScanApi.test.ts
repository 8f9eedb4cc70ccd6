import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { callerHeader, startIntakeApi } from '../testing/startIntakeApi';
import type { DebtScan, DebtScanResult } from './DebtScanPort';

const now = Date.UTC(2026, 9, 2, 12);
const path = '/debt-scans/sarif?entityRef=component:default/shop';

const reading = {
  suggested: 1,
  leftOut: 0,
  suppressed: 0,
  passed: 0,
  unread: 0,
  isComplete: true,
  problems: [],
};

const config = {
  opmodel: {
    intake: {
      producers: [
        {
          type: 'subject',
          subject: 'external:shop-ci',
          entities: { refs: ['component:default/shop'] },
        },
      ],
    },
  },
};

eachDatabase('files of tools over the intake', createDatabase => {
  const start = async (
    result: DebtScanResult = { status: 'accepted', reading },
  ) => {
    const knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), [
      entityOf('component:default/shop'),
      entityOf('component:default/vault'),
    ]);
    const scans: DebtScan[] = [];
    const api = startIntakeApi(knex, {
      now,
      config,
      debtScans: {
        keep: async scan => {
          scans.push(scan);
          return result;
        },
      },
    });
    return { ...api, scans };
  };

  it('takes a file as its tool writes it, and answers what was read', async () => {
    const { post, scans, audited } = await start();
    const answer = await post(`${path}&scannedAt=2026-10-02T09:00:00Z`, {
      version: '2.1.0',
      runs: [],
    });
    expect([answer.status, answer.body]).toEqual([
      200,
      { status: 'accepted', ...reading },
    ]);
    expect(scans).toEqual([
      {
        format: 'sarif',
        entityRef: 'component:default/shop',
        scannedAt: Date.UTC(2026, 9, 2, 9),
        content: { version: '2.1.0', runs: [] },
      },
    ]);
    expect(audited.success).toHaveBeenCalledWith({
      meta: { outcomes: { accepted: 1 } },
    });
  });

  it('takes SARIF by its media type, packed, and measures of SonarQube', async () => {
    const { app, scans } = await start();
    const packed = await request(app)
      .post('/debt-scans/sarif?entityRef=Component:Shop')
      .set({
        'content-type': 'application/sarif+json',
        'content-encoding': 'gzip',
      })
      .serialize(body => body)
      .send(gzipSync('{"runs":[7]}') as any);
    const measured = await request(app)
      .post('/debt-scans/sonarqube?entityRef=shop')
      .send({ component: {} });
    expect([packed.status, measured.status]).toEqual([200, 200]);
    expect(scans).toMatchObject([
      {
        format: 'sarif',
        entityRef: 'component:default/shop',
        content: { runs: [7] },
      },
      {
        format: 'sonarqube',
        entityRef: 'component:default/shop',
        content: { component: {} },
      },
    ]);
    expect(scans[1].scannedAt).toBeGreaterThanOrEqual(now);
  });

  it('says that an entity is not in the catalog yet', async () => {
    const { post } = await start({
      status: 'unmapped',
      reason: 'the catalog has no entity component:default/new',
      reading,
    });
    expect((await post(path, {})).body).toEqual({
      status: 'unmapped',
      reason: 'the catalog has no entity component:default/new',
      ...reading,
    });
  });

  it('names the field of what is wrong in the file', async () => {
    const { post, audited } = await start({
      status: 'rejected',
      errors: [{ path: 'runs[0].tool', message: 'must be an object' }],
    });
    const answer = await post(path, {});
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      'runs[0].tool: must be an object',
    ]);
    expect(audited.success).toHaveBeenCalledWith({
      meta: { outcomes: { rejected: 1 } },
    });
  });

  it.each([
    ['/debt-scans/sarif', 'entityRef'],
    ['/debt-scans/sarif?entityRef=', 'entityRef'],
    ['/debt-scans/sarif?entityRef=a:b:c', 'entityRef: expected entity ref'],
    [`${path}&entityRef=component:default/vault`, 'entityRef'],
    [`${path}&scannedAt=yesterday`, 'scannedAt'],
    [
      `${path}&scannedAt=1969-01-01T00:00:00Z`,
      'scannedAt: expected an instant',
    ],
    [`${path}&scannedAt=2026-10-03T00:00:00Z`, 'scannedAt: expected a time'],
  ])('refuses %s', async (url, message) => {
    const { post, scans } = await start();
    const answer = await post(url, {});
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(message);
    expect(scans).toEqual([]);
  });

  it('refuses what is no object, no JSON, of another media type, or too large', async () => {
    const { post, scans } = await start();
    const large = `{"runs":[${'"x",'.repeat(6_000_000)}1]}`;
    const answers = [
      await post(path, '[]'),
      await post(path, '{"runs":'),
      await post(path, 'a=b', {
        'content-type': 'application/x-www-form-urlencoded',
      }),
      await post(path, large),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 415, 413]);
    expect(answers[3].body.error.message).toBe(
      'expected at most 20mb; send a file for each tool',
    );
    expect(scans).toEqual([]);
  });

  it('takes nothing of whoever may not send, and of entities of others', async () => {
    const { post, scans, audited, denyEverything } = await start();
    const sendAs = (caller: string, entityRef: string) =>
      post(
        `/debt-scans/sarif?entityRef=${entityRef}`,
        {},
        {
          'content-type': 'application/json',
          [callerHeader]: caller,
        },
      );
    const own = await sendAs('external:shop-ci', 'component:default/shop');
    const others = [
      await sendAs('external:shop-ci', 'component:default/vault'),
      await sendAs('external:shop-ci', 'component:default/nowhere'),
    ];
    expect(own.status).toBe(200);
    expect(others.map(({ status }) => status)).toEqual([400, 400]);
    expect(new Set(others.map(({ body }) => body.error.message)).size).toBe(1);
    expect(audited.success).toHaveBeenLastCalledWith({
      meta: {
        outcomes: { rejected: 1 },
        refused: [expect.objectContaining({ source: 'external:shop-ci' })],
      },
    });
    denyEverything();
    expect((await sendAs('external:free-ci', 'shop')).status).toBe(403);
    expect((await post('/debt-scans/sarif?entityRef=::', {})).status).toBe(403);
    expect(scans).toHaveLength(1);
    expect(audited.fail).toHaveBeenCalledTimes(2);
  });

  it('says so where the register is switched off', async () => {
    const { post } = startIntakeApi(await createDatabase(), { now });
    const answer = await post(path, {});
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      'technical debt is switched off here',
    ]);
  });
});
