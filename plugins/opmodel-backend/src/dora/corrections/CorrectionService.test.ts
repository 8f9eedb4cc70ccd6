import type { NewDoraCorrection } from '@opmodel/backstage-plugin-opmodel-common';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { FakeRecalculationStore } from '../../intake/FakeRecalculationStore';
import { entityOf, scanEntities } from '../../testing/catalog';
import type { DoraCaller } from '../DoraCaller';
import { CorrectionService } from './CorrectionService';
import { FakeCorrectionStore } from './FakeCorrectionStore';

const checkout = 'component:default/checkout';
const vault = 'component:default/vault';
const now = Date.parse('2026-06-30T12:00:00Z');
const only = (...refs: string[]): Visibility => ({
  type: 'refs',
  refs: new Set(refs),
});

const ada: DoraCaller = {
  person: 'user:default/ada',
  reads: seesAll,
  corrects: only(checkout),
};
const reader: DoraCaller = { ...ada, corrects: seesNone };
const service: DoraCaller = { ...reader, person: null };

const failed: NewDoraCorrection = {
  kind: 'deployment_failed',
  deployment: { source: 'ci', id: 'd1' },
  failed: true,
  reason: 'Rolled back by hand',
};
const link: NewDoraCorrection = {
  kind: 'failure_link',
  incident: { source: 'pager', id: 'i1' },
  deployment: null,
  reason: 'A certificate ran out',
};
const freeze: NewDoraCorrection = {
  kind: 'excluded_period',
  from: '2026-12-20',
  to: '2027-01-03',
  cause: 'freeze',
  reason: 'End of year',
};

describe('CorrectionService', () => {
  let recalculations: FakeRecalculationStore;
  let corrections: CorrectionService;

  beforeEach(async () => {
    const catalog = new FakeCatalogStore();
    await scanEntities(catalog, [
      entityOf(checkout),
      entityOf(vault),
      entityOf('system:default/shop'),
    ]);
    recalculations = new FakeRecalculationStore(['dora']);
    const store = new FakeCorrectionStore({ catalog, recalculations });
    store.records.push(
      { kind: 'deployment', entityRef: checkout, source: 'ci', subject: 'd1' },
      { kind: 'incident', entityRef: checkout, source: 'pager', subject: 'i1' },
      { kind: 'deployment', entityRef: vault, source: 'ci', subject: 'v1' },
    );
    corrections = new CorrectionService({ store, catalog, clock: () => now });
  });

  it('records who decided what, when and why', async () => {
    expect(await corrections.correct(checkout, failed, ada)).toEqual({
      id: expect.any(String),
      entityRef: checkout,
      kind: 'deployment_failed',
      state: 'active',
      incident: null,
      deployment: { source: 'ci', id: 'd1' },
      failed: true,
      planned: null,
      from: null,
      to: null,
      cause: null,
      reason: 'Rolled back by hand',
      decidedBy: 'user:default/ada',
      decidedAt: '2026-06-30T12:00:00.000Z',
      undoneBy: null,
      undoneAt: null,
      undoReason: null,
      mayUndo: true,
    });
    expect(await corrections.correct(checkout, link, ada)).toMatchObject({
      incident: { source: 'pager', id: 'i1' },
      deployment: null,
    });
    expect(await corrections.correct(checkout, freeze, ada)).toMatchObject({
      from: '2026-12-20',
      to: '2027-01-03',
      cause: 'freeze',
    });
  });

  it('tells readers the same, and who may correct that they may', async () => {
    const { id } = await corrections.correct(checkout, failed, ada);
    await corrections.correct(checkout, link, ada);
    await corrections.undo({ entityRef: checkout, id }, { reason: 'No' }, ada);
    const request = { entityRef: checkout, limit: 10 };
    const seen = await corrections.list(request, ada);
    expect(seen).toMatchObject({
      mayCorrect: true,
      totalItems: 2,
      nextCursor: null,
      items: [
        { kind: 'failure_link', state: 'active', mayUndo: true },
        {
          kind: 'deployment_failed',
          state: 'undone',
          undoneBy: 'user:default/ada',
          undoneAt: '2026-06-30T12:00:00.000Z',
          undoReason: 'No',
          mayUndo: false,
        },
      ],
    });
    for (const caller of [reader, service]) {
      expect(await corrections.list(request, caller)).toEqual({
        ...seen,
        mayCorrect: false,
        items: seen.items.map(item => ({ ...item, mayUndo: false })),
      });
    }
  });

  it('goes through the list page by page', async () => {
    for (const reason of ['a', 'b', 'c']) {
      await corrections.correct(checkout, { ...failed, reason }, ada);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await corrections.list(
        { entityRef: checkout, limit: 2, cursor },
        ada,
      );
      seen.push(...page.items.map(({ reason }) => reason));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['c', 'b', 'a']);
    await expect(
      corrections.list({ entityRef: checkout, limit: 2, cursor: 'x' }, ada),
    ).rejects.toThrow(`'cursor' must be`);
  });

  it.each<[string, object, string]>([
    ['deployment', { ...failed, deployment: undefined }, 'is required'],
    ['deployment', { ...failed, deployment: null }, 'must name a deployment'],
    ['failed', { ...failed, failed: undefined }, 'is required'],
    ['planned', { ...failed, planned: true }, 'must not stand'],
    ['incident', { ...failed, incident: link.incident }, 'must not stand'],
    ['incident', { ...link, incident: undefined }, 'is required'],
    ['deployment', { ...link, deployment: undefined }, 'is required'],
    ['cause', { ...link, cause: 'other' }, 'must not stand'],
    ['cause', { ...freeze, cause: undefined }, 'is required'],
    ['to', { ...freeze, to: undefined }, 'is required'],
    ['from', { ...freeze, from: '2026-02-30' }, 'must be a day'],
    ['from', { ...freeze, to: '2026-12-19' }, `must not be after 'to'`],
    ['to', { ...freeze, from: '2023-12-20' }, 'at most 1096 days'],
    ['to', { ...freeze, to: '9999-12-31' }, 'must be a day from 1970-01-01'],
    ['from', { ...freeze, from: '0000-01-01' }, 'must be a day from'],
    ['reason', { ...freeze, reason: ' \n' }, 'must not be blank'],
    ['reason', { ...freeze, reason: 'a\0b' }, 'without NUL'],
    ['reason', { ...freeze, reason: 'a\ud800b' }, 'well-formed'],
    [
      'deployment.id',
      { ...failed, deployment: { source: 'ci', id: '\0' } },
      'without NUL',
    ],
  ])('names %s in a body that is wrong: %j', async (field, body, problem) => {
    const attempt = corrections.correct(
      checkout,
      body as NewDoraCorrection,
      ada,
    );
    await expect(attempt).rejects.toThrow(problem);
    await expect(attempt).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(new RegExp(`^'${field}' `)),
    });
    expect(recalculations.requests).toEqual([]);
  });

  it('tells a record of another entity from one that does not exist in no way', async () => {
    const messages = await Promise.all(
      ['v1', 'nothing'].map(id =>
        corrections
          .correct(
            checkout,
            { ...failed, deployment: { source: 'ci', id } },
            ada,
          )
          .catch(error => error.message.replace(id, 'x')),
      ),
    );
    expect(messages[0]).toBe(messages[1]);
    expect(messages[0]).toBe(
      `'deployment' must name a record of '${checkout}', which has none with the source 'ci' and the id 'x'`,
    );
  });

  it('is for people who may correct the component, and tells the others what it takes', async () => {
    await expect(corrections.correct(checkout, failed, reader)).rejects.toThrow(
      `This takes the permission opmodel.dora.correct for '${checkout}'`,
    );
    await expect(corrections.correct(vault, failed, ada)).rejects.toThrow(
      `This takes the permission opmodel.dora.correct for '${vault}'`,
    );
    await expect(
      corrections.correct(checkout, failed, service),
    ).rejects.toThrow('Only people correct facts');
    const { id } = await corrections.correct(checkout, failed, ada);
    for (const caller of [reader, service]) {
      await expect(
        corrections.undo({ entityRef: checkout, id }, { reason: 'No' }, caller),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    }
  });

  it('answers of what the caller may not see as of what does not exist', async () => {
    const limited: DoraCaller = { ...ada, reads: only(checkout) };
    for (const ref of [vault, 'component:default/nothing']) {
      const message = `No entity '${ref}' in the catalog`;
      await expect(corrections.correct(ref, failed, limited)).rejects.toThrow(
        message,
      );
      await expect(
        corrections.list({ entityRef: ref, limit: 1 }, limited),
      ).rejects.toThrow(message);
      await expect(
        corrections.undo({ entityRef: ref, id: 'x' }, { reason: 'x' }, limited),
      ).rejects.toThrow(message);
    }
  });

  it('says where the facts of a system are corrected', async () => {
    await expect(
      corrections.correct('system:default/shop', failed, {
        ...ada,
        corrects: seesAll,
      }),
    ).rejects.toThrow('correct the component that the fact is about');
  });

  it('takes back what is there, once', async () => {
    const { id } = await corrections.correct(checkout, failed, ada);
    await expect(
      corrections.undo({ entityRef: checkout, id: 'x' }, { reason: 'x' }, ada),
    ).rejects.toThrow(`'${checkout}' has no correction 'x'`);
    await expect(
      corrections.undo({ entityRef: checkout, id }, { reason: '\0' }, ada),
    ).rejects.toThrow(`'reason' must be`);
    await corrections.undo({ entityRef: checkout, id }, { reason: 'x' }, ada);
    await expect(
      corrections.undo({ entityRef: checkout, id }, { reason: 'x' }, ada),
    ).rejects.toMatchObject({ name: 'ConflictError' });
  });
});
