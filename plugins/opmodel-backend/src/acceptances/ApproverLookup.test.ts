import { FakeCatalogStore } from '../catalog/FakeCatalogStore';
import { seesAll } from '../catalog/Visibility';
import { entityOf, scanEntities } from '../testing/catalog';
import {
  type AcceptanceStep,
  type KeptAcceptance,
  type KeptApprover,
} from './AcceptanceStore';
import type { ApprovalRule } from './ApproverDirectory';
import { ApproverLookup } from './ApproverLookup';
import { ApproverVoices } from './ApproverVoices';
import { FakeAcceptanceStore } from './FakeAcceptanceStore';

const now = Date.parse('2026-11-22T09:00:00Z');
const [a, b, c] = ['group:default/a', 'group:default/b', 'group:default/c'];

const approver = (ref: string): KeptApprover => ({
  ref,
  rightId: null,
  belowRefs: [],
  exceptRefs: [],
});
const ruleOf = (...refs: string[]): ApprovalRule => ({
  approvers: refs.map(ref => ({
    ref,
    title: ref,
    exists: true,
    rightId: null,
  })),
  answeringRefs: [],
  ownerRefs: [],
  needed: refs.length,
  eachOf: refs.map(ref => [ref]),
});

const requested: KeptAcceptance = {
  id: 'one',
  subject: 'check',
  title: 'Not yet',
  entityRefs: ['component:default/cart'],
  riskLevel: 'low',
  reason: 'Later',
  details: {},
  requestedBy: 'user:default/ada',
  requestedAt: now,
  decideBy: '2026-12-01',
  expiresOn: null,
  maximumDays: null,
  approvers: [a, b, c].map(approver),
  approvalsNeeded: 3,
  eachOf: [[a], [b], [c]],
  approvals: [],
  history: [],
  state: 'requested',
  decidedAt: null,
  decidedBy: null,
  revision: 1,
};
const approvedAs = (ref: string): AcceptanceStep => {
  const by = `user:default/of-${ref.split('/')[1]}`;
  const verdict = 'approved' as const;
  return {
    state: 'requested',
    event: {
      kind: verdict,
      at: now,
      by,
      note: null,
      approverRefs: null,
      approvalsNeeded: null,
    },
    approval: { by, at: now, verdict, asRef: ref, note: null },
  };
};

describe('ApproverLookup', () => {
  async function start(approvedBy: string[], rest: Partial<KeptAcceptance>) {
    const catalog = new FakeCatalogStore();
    await scanEntities(catalog, [entityOf('component:default/cart')]);
    const store = new FakeAcceptanceStore(catalog);
    await store.add({ ...requested, ...rest }, seesAll);
    for (const ref of approvedBy) {
      await store.change('one', () => approvedAs(ref));
    }
    const told: string[] = [];
    /** Looks up with what the directory says by then. */
    const refresh = async (rule: ApprovalRule) => {
      await new ApproverLookup({
        directory: { approversFor: async () => rule },
        voices: new ApproverVoices({ catalog }),
        store,
        teller: { tell: async ({ state }) => void told.push(state) },
        zone: 'UTC',
        clock: () => now,
      }).refresh();
      return (await store.get('one', seesAll))!;
    };
    return { refresh, told };
  }

  it('approves what has every approval that it takes now, by nobody, once', async () => {
    const { refresh, told } = await start([a, b], {});
    expect((await refresh(ruleOf(a, b, c))).state).toBe('requested');
    const closed = await refresh(ruleOf(a, b));
    expect(closed).toMatchObject({
      state: 'approved',
      decidedBy: null,
      decidedAt: now,
      approvers: [{ ref: a }, { ref: b }],
    });
    expect(closed.history.at(-1)).toMatchObject({
      kind: 'approved',
      by: null,
      approverRefs: [a, b],
      approvalsNeeded: 2,
    });
    expect(await refresh(ruleOf(a))).toEqual(closed);
    expect(told).toEqual(['approved']);
  });

  it('approves nothing that somebody has to decide on, nobody has approved, or that is over', async () => {
    const half = await start([a], {});
    expect(await half.refresh(ruleOf(a, b))).toMatchObject({
      state: 'requested',
      approvalsNeeded: 2,
      eachOf: [[a], [b]],
    });
    const none = await start([], {});
    expect((await none.refresh({ ...ruleOf(), needed: 1 })).state).toBe(
      'requested',
    );
    const late = await start([a, b], { decideBy: '2026-11-21' });
    expect((await late.refresh(ruleOf(a, b))).state).toBe('requested');
    expect([...half.told, ...none.told, ...late.told]).toEqual([]);
  });
});
