import { mockServices } from '@backstage/backend-test-utils';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import { seesAll } from '../catalog/Visibility';
import type { AcceptanceRecord } from './Acceptances';
import { AcceptanceTeller } from './AcceptanceTeller';
import { FakeAcceptanceStore } from './FakeAcceptanceStore';
import { SubjectEnding } from './SubjectEnding';
import { keptAcceptance } from './testing/keptAcceptance';

const now = Date.parse('2026-12-02T09:00:00Z');
const item = { subject: 'debt', subjectRef: 'item-1' } as const;
const held = {
  state: 'approved',
  decidedAt: 1,
  decidedBy: 'user:a/b',
} as const;

describe('the end of what is accepted of something that is over', () => {
  let store: FakeAcceptanceStore;
  let told: AcceptanceRecord[];
  let ending: SubjectEnding;
  const createEvent = jest.fn(async (_event: { eventId: string }) => ({
    success: jest.fn(),
    fail: jest.fn(),
  }));

  beforeEach(() => {
    createEvent.mockClear();
    store = new FakeAcceptanceStore(new FakeCatalogStore());
    told = [];
    const logger: LoggerService = mockServices.logger.mock();
    const teller = new AcceptanceTeller({ store, logger });
    teller.onChanged('debt', async record => {
      told.push(record);
    });
    ending = new SubjectEnding({
      store,
      teller,
      auditor: mockServices.auditor.mock({ createEvent }),
      zone: 'UTC',
      clock: () => now,
    });
  });

  const end = () =>
    ending.end({ ...item, by: 'user:default/ada', note: 'It was paid' });
  const add = async (of: Parameters<typeof keptAcceptance>[0] = {}) => {
    const kept = keptAcceptance({ ...item, ...of });
    await store.add(kept, seesAll);
    return kept.id;
  };
  const stateOf = async (id: string) => (await store.get(id, seesAll))!.state;

  it('revokes what holds and withdraws what is asked for, and says who and why', async () => {
    const inForce = await add(held);
    const requested = await add();
    await end();
    expect(await stateOf(inForce)).toBe('revoked');
    expect(await stateOf(requested)).toBe('withdrawn');
    expect((await store.get(inForce, seesAll))!.history.at(-1)).toEqual({
      kind: 'revoked',
      at: now,
      by: 'user:default/ada',
      note: 'It was paid',
      approverRefs: null,
      approvalsNeeded: null,
    });
    expect(told.map(({ id, state }) => [id, state])).toEqual([
      [requested, 'withdrawn'],
      [inForce, 'revoked'],
    ]);
    expect(createEvent.mock.calls.map(([{ eventId }]) => eventId)).toEqual([
      'acceptance-withdraw',
      'acceptance-revoke',
    ]);
  });

  it('does nothing the second time, and nothing to others', async () => {
    const other = await add({ ...held, subjectRef: 'item-2' });
    const ofCheck = await add({ ...held, subject: 'check' });
    const over = await add({ ...held, expiresOn: '2026-12-01' });
    const denied = await add({ state: 'denied' });
    await add(held);
    await end();
    await end();
    expect(told).toHaveLength(1);
    expect(await Promise.all([other, ofCheck, over].map(stateOf))).toEqual([
      'approved',
      'approved',
      'approved',
    ]);
    expect(await stateOf(denied)).toBe('denied');
  });
});
