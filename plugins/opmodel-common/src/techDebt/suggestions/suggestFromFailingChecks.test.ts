import fc from 'fast-check';
import { verdictStates } from '../../scorecards/checkVerdict';
import { categoryOfCheck } from './categoryOfCheck';
import {
  type FailingCheckInput,
  suggestFromFailingChecks,
} from './suggestFromFailingChecks';

const DAY = 86_400_000;
const now = Date.UTC(2026, 10, 23);

function checkWith(given: Partial<FailingCheckInput> = {}): FailingCheckInput {
  return {
    entityRef: 'component:default/cart',
    checkRef: 'scorecard:default/readiness#backups-tested',
    checkName: 'Backups are tested',
    checkCategory: 'Reliability',
    level: 'Silver',
    severity: 'high',
    solution: 'Restore one into *staging*.',
    url: 'https://portal.example.com/scorecards/readiness',
    state: 'failed',
    since: now - 120 * DAY,
    value: false,
    ...given,
  };
}

describe('suggestFromFailingChecks', () => {
  it('tells what has failed for long, and since when', () => {
    expect(suggestFromFailingChecks([checkWith()], { now })).toMatchObject([
      {
        source: 'failing_check',
        title: 'Check fails: Backups are tested',
        category: 'infrastructure',
        severity: 'high',
        since: now - 120 * DAY,
        description:
          'The check `scorecard:default/readiness#backups-tested` has failed for 120 days.\n\nRestore one into *staging*.',
        evidence: [
          { name: 'check' },
          { name: 'failingFor', value: 120, unit: 'days' },
          { name: 'level', value: 'Silver' },
          { name: 'value', value: 'false' },
          { type: 'link', name: 'verdict' },
        ],
        links: [
          {
            type: 'check',
            ref: 'scorecard:default/readiness#backups-tested',
          },
        ],
      },
    ]);
  });

  it('tells exactly those that fail for longer than the bound', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...verdictStates),
        fc.integer({ min: -10, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (state, days, olderThanDays) => {
          const check = checkWith({ state, since: now - days * DAY });
          expect(
            suggestFromFailingChecks([check], { now, olderThanDays }),
          ).toHaveLength(state === 'failed' && days > olderThanDays ? 1 : 0);
        },
      ),
    );
  });

  it('waits for 90 days where nothing else is asked for', () => {
    const at = (days: number) =>
      suggestFromFailingChecks([checkWith({ since: now - days * DAY })], {
        now,
      }).length;
    expect([at(90), at(91)]).toEqual([0, 1]);
  });

  it('stays the same suggestion while it goes on failing', () => {
    const [early] = suggestFromFailingChecks([checkWith()], { now });
    const [late] = suggestFromFailingChecks([checkWith()], {
      now: now + 30 * DAY,
    });
    expect(late.fingerprint).toBe(early.fingerprint);
  });

  it('links nowhere but to the web', () => {
    const [{ evidence }] = suggestFromFailingChecks(
      [checkWith({ url: 'vbscript:alert(1)' })],
      { now },
    );
    expect(evidence.filter(({ type }) => type === 'link')).toEqual([]);
  });
});

describe('categoryOfCheck', () => {
  it.each([
    ['Security', 'security'],
    ['Application security', 'security'],
    ['Docs & ownership', 'documentation'],
    ['Unit tests', 'test'],
    ['constructor', 'process'],
    ['', 'process'],
    [null, 'process'],
  ])('takes %p for %p', (rubric, category) => {
    expect(categoryOfCheck(rubric)).toBe(category);
  });
});
