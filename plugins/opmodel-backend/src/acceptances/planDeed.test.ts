import type { KeptAcceptance, KeptRule } from './AcceptanceStore';
import { afterStep } from './AcceptanceStore';
import { type Deed, planDeed } from './planDeed';

const shop = 'group:default/shop';
const board = 'group:default/board';
const guards = 'group:default/guards';

const requested: KeptAcceptance = {
  id: 'one',
  subject: 'gate',
  title: 'Ship anyway',
  entityRefs: ['component:default/cart'],
  riskLevel: 'low',
  reason: 'It is Friday',
  details: {},
  requestedBy: 'user:default/ada',
  requestedAt: 1,
  decideBy: '2026-12-01',
  expiresOn: '2026-12-24',
  maximumDays: 180,
  approvers: [],
  approvalsNeeded: 1,
  eachOf: null,
  approvals: [],
  history: [],
  state: 'requested',
  decidedAt: null,
  decidedBy: null,
  revision: 1,
};

const ruleOf = (refs: string[], rest: Partial<KeptRule> = {}): KeptRule => ({
  approvers: refs.map(ref => ({
    ref,
    rightId: null,
    belowRefs: [],
    exceptRefs: [],
  })),
  approvalsNeeded: 1,
  eachOf: null,
  ...rest,
});
const deedOf = (
  kind: Deed['kind'],
  name: string,
  refs: string[],
  rule?: KeptRule,
): Deed => ({
  kind,
  person: `user:default/${name}`,
  refs: new Set(refs),
  note: null,
  now: 5,
  today: '2026-11-22',
  rule,
});

describe('planning a deed', () => {
  const peers = ruleOf([shop, board], {
    approvalsNeeded: 2,
    eachOf: [[shop], [board]],
  });

  it('takes one of each set where a right asks for peers, and one person for one set', () => {
    const first = afterStep(
      requested,
      planDeed(requested, deedOf('approve', 'bo', [shop, board], peers)),
    );
    expect(first.state).toBe('requested');
    expect(first.approvals[0].asRef).toBe(shop);
    expect(() =>
      planDeed(first, deedOf('approve', 'bo', [shop, board], peers)),
    ).toThrow('user:default/bo has decided on');
    expect(() =>
      planDeed(first, deedOf('approve', 'cy', [shop], peers)),
    ).toThrow(`Somebody of ${shop} has approved`);
    const second = planDeed(first, deedOf('approve', 'di', [board], peers));
    expect([second.state, second.approval?.asRef]).toEqual(['approved', board]);
  });

  it('lets whoever is of an agreed set still deny', () => {
    const first = afterStep(
      requested,
      planDeed(requested, deedOf('approve', 'bo', [shop], peers)),
    );
    expect(planDeed(first, deedOf('deny', 'cy', [shop], peers)).state).toBe(
      'denied',
    );
  });

  it('counts no approval of those who would not decide today', () => {
    const two = ruleOf([shop], { approvalsNeeded: 2 });
    const first = afterStep(
      requested,
      planDeed(requested, deedOf('approve', 'bo', [shop], two)),
    );
    const now = ruleOf([guards], { approvalsNeeded: 2 });
    const second = planDeed(first, deedOf('approve', 'cy', [guards], now));
    expect(second).toMatchObject({
      state: 'requested',
      event: { approverRefs: [guards], approvalsNeeded: 2 },
      rule: now,
    });
    const third = planDeed(
      afterStep(first, second),
      deedOf('approve', 'di', [guards], now),
    );
    expect(third.state).toBe('approved');
  });

  it('closes what has every approval that it takes today', () => {
    const three = ruleOf([shop, board, guards], {
      approvalsNeeded: 3,
      eachOf: [[shop], [board], [guards]],
    });
    const approvedBy = (
      current: KeptAcceptance,
      name: string,
      ref: string,
    ): KeptAcceptance =>
      afterStep(
        current,
        planDeed(current, deedOf('approve', name, [ref], three)),
      );
    const two = approvedBy(approvedBy(requested, 'bo', shop), 'cy', board);
    expect(two.state).toBe('requested');
    const closed = planDeed(two, deedOf('approve', 'di', [shop], peers));
    expect(closed).toMatchObject({
      state: 'approved',
      approval: { by: 'user:default/di', asRef: shop },
    });
  });

  it('says what became of it where a deed comes too late', () => {
    const rule = ruleOf([shop]);
    const denied = afterStep(
      requested,
      planDeed(requested, deedOf('deny', 'bo', [shop], rule)),
    );
    expect(() => planDeed(denied, deedOf('withdraw', 'ada', []))).toThrow(
      "cannot be withdrawn: 'one' is denied by user:default/bo",
    );
    const late = {
      ...deedOf('approve', 'bo', [shop], rule),
      today: '2026-12-02',
    };
    expect(() => planDeed(requested, late)).toThrow(
      "Nobody decided on 'one' by 2026-12-01; ask anew",
    );
    const approved = afterStep(
      requested,
      planDeed(requested, deedOf('approve', 'bo', [shop], rule)),
    );
    expect(() =>
      planDeed(approved, {
        ...deedOf('revoke', 'bo', [shop]),
        today: '2026-12-25',
      }),
    ).toThrow("'one' held until 2026-12-24 and has ended");
  });
});
