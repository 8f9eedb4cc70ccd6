import { gatherDebtEvidence } from './debtEvidence';

describe('gatherDebtEvidence', () => {
  const check = {
    checkRef: 'scorecard:default/readiness#has-owner',
    title: 'Has an owner',
    entityRef: 'component:default/checkout',
  };
  const now = Date.parse('2026-03-30T12:00:00Z');

  it('keeps each measure in its own unit', () => {
    expect(
      gatherDebtEvidence(
        [
          { ...check, failingSince: Date.parse('2026-03-30T01:00:00Z') },
          // 23:30 in UTC is the next day in Berlin.
          { ...check, failingSince: Date.parse('2026-02-28T23:30:00Z') },
          { ...check, failingSince: now + 1 },
        ],
        [
          {
            sloRef: 'slo:default/a',
            title: 'a',
            spentSeconds: null,
            allowedSeconds: 9,
          },
          {
            sloRef: 'slo:default/b',
            title: 'b',
            spentSeconds: 300,
            allowedSeconds: 1200,
          },
          {
            sloRef: 'slo:default/c',
            title: 'c',
            spentSeconds: 600,
            allowedSeconds: null,
          },
        ],
        now,
        'Europe/Berlin',
      ),
    ).toEqual({
      failingChecks: [
        {
          ...check,
          failingSince: Date.parse('2026-02-28T23:30:00Z'),
          days: 29,
        },
        { ...check, failingSince: Date.parse('2026-03-30T01:00:00Z'), days: 0 },
      ],
      errorBudgets: [
        {
          sloRef: 'slo:default/c',
          title: 'c',
          spentSeconds: 600,
          allowedSeconds: null,
          consumed: null,
        },
        {
          sloRef: 'slo:default/b',
          title: 'b',
          spentSeconds: 300,
          allowedSeconds: 1200,
          consumed: 0.25,
        },
        {
          sloRef: 'slo:default/a',
          title: 'a',
          spentSeconds: null,
          allowedSeconds: 9,
          consumed: null,
        },
      ],
    });
  });

  it('has no age of nothing', () => {
    expect(gatherDebtEvidence([], [], now, 'UTC')).toEqual({
      failingChecks: [],
      errorBudgets: [],
    });
  });
});
