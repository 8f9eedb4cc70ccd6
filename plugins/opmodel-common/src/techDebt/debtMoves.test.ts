import { owners } from './__testUtils__/debtHistories';
import { computeDebtFlow, type DebtFlowRequest } from './debtFlow';
import type { DebtSnapshot } from './debtHistory';
import { debtMoveKinds } from './debtMoves';

const monthly: DebtFlowRequest = {
  window: { from: '2026-03-01', to: '2026-05-31' },
  grain: 'month',
  zone: 'Europe/Berlin',
};

describe('the flow of one item', () => {
  const snapshot: DebtSnapshot = {
    itemId: 'debt-1',
    version: 1,
    at: Date.parse('2026-03-10T09:00:00Z'),
    status: 'open',
    ownerRef: owners[0],
    entityRefs: ['component:default/checkout'],
    principalDays: 3,
  };
  /** What happened by months, of a history whose versions follow one another. */
  const movesOf = (...changes: Partial<DebtSnapshot>[]) => {
    const history = [snapshot];
    for (const change of changes) {
      const last = history[history.length - 1];
      history.push({ ...last, version: last.version + 1, ...change });
    }
    return computeDebtFlow(history, monthly).periods.map(period =>
      debtMoveKinds.filter(kind => period[kind].items > 0),
    );
  };
  const april = Date.parse('2026-04-10T09:00:00Z');

  it('holds nothing of what changes neither its status nor its scope', () => {
    expect(movesOf({ at: april }, { status: 'planned' })).toEqual([
      ['opened'],
      [],
      [],
    ]);
  });

  it('is re-scoped by other entities, and not by their order', () => {
    const both = ['component:default/checkout', 'component:default/index'];
    expect(
      movesOf(
        { at: april, entityRefs: both },
        {
          at: Date.parse('2026-05-10T09:00:00Z'),
          entityRefs: [...both].reverse(),
        },
      ),
    ).toEqual([['opened'], ['rescoped'], []]);
    expect(
      movesOf({ at: april, entityRefs: ['component:default/index'] })[1],
    ).toEqual(['rescoped']);
  });

  it('ends once, also where it is corrected how it did', () => {
    expect(
      movesOf(
        { status: 'resolved' },
        { at: april, status: 'wont_fix', principalDays: 9 },
      ),
    ).toEqual([['opened', 'resolved'], [], []]);
  });

  it('does not end before it was filed, whatever a clock says', () => {
    expect(
      movesOf({
        at: Date.parse('2026-02-01T09:00:00Z'),
        status: 'resolved',
      }),
    ).toEqual([['opened', 'resolved'], [], []]);
  });
});
