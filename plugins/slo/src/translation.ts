import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of service level objectives: their pages, states and budgets, and what all pages share. */
export const sloTranslationRef = createTranslationRef({
  id: 'slo',
  messages: {
    pages: {
      title: 'SLOs',
      subtitle:
        'Service level objectives, their error budgets and what burned them',
      navigation: 'Pages of SLOs',
      fleet: 'All SLOs',
      coverage: 'Coverage',
      problems: 'Problems of documents',
      policies: 'Policies',
      rules: 'Rules',
    },
    subject: 'service level objectives',
    state: {
      exhausted: 'error budget used up',
      atRisk: 'at risk',
      met: 'met',
      thin: 'too few events to judge by',
      noData: 'no data',
    },
    day: {
      met: 'met',
      missed: 'missed',
      thin: 'too few events',
      noData: 'no data',
    },
    alert: {
      ok: 'quiet',
      pending: 'about to fire',
      firing: 'firing',
      resolving: 'ending',
      noData: 'no data',
      page: 'page',
      ticket: 'ticket',
    },
    source: {
      fresh: 'measured',
      stale: 'measured late',
      failing: 'measuring fails',
      never: 'not measured yet',
      none: 'measured nowhere',
    },
    review: {
      current: 'review is current',
      due: 'review due',
      overdue: 'review overdue',
      none: 'no review date',
    },
    method: {
      occurrences: 'Occurrences',
      occurrencesMeaning:
        'Each event counts: the budget is the number of bad events that the target allows.',
      timeslices: 'Timeslices',
      timeslicesMeaning:
        'Each slice of time is good or bad: the budget is the number of bad slices that the target allows.',
      ratioTimeslices: 'RatioTimeslices',
      ratioTimeslicesMeaning:
        'The attainment is the mean of the ratios of all slices of time, whatever happened in each.',
    },
    consequence: {
      attention: 'The owner is told',
      debt: 'An item of reliability debt is entered',
      freeze: 'Risky releases are held',
      approval: 'Releases need an approval',
    },
    mode: {
      shadow: 'shadow: says what it would do',
      enforced: 'enforced',
    },
    decision: {
      allowed: 'allowed',
      held: 'held',
      unknown: 'unknown',
    },
    budget: {
      left: '{{share}} left',
      over: '{{share}} over budget',
      leftUnit: 'left',
      overUnit: 'over budget',
      unknown: 'no data',
    },
    exhaustion: {
      lasts: 'lasts',
      pace: 'at the last hour’s pace',
      used: 'used up',
      usedLong: 'nothing of it is left',
      unknown: 'pace not known',
    },
    duration: {
      minute_one: '{{count, number}} minute',
      minute_other: '{{count, number}} minutes',
      hour_one: '{{count, number}} hour',
      hour_other: '{{count, number}} hours',
      day_one: '{{count, number}} day',
      day_other: '{{count, number}} days',
      week_one: '{{count, number}} week',
      week_other: '{{count, number}} weeks',
      month_one: '{{count, number}} month',
      month_other: '{{count, number}} months',
      quarter_one: '{{count, number}} quarter',
      quarter_other: '{{count, number}} quarters',
      year_one: '{{count, number}} year',
      year_other: '{{count, number}} years',
    },
    window: {
      rolling: '{{duration}}, rolling',
      calendar: '{{duration}} of the calendar, {{zone}}',
    },
    objective: { untitled: 'Objective {{target}}' },
    freshness: {
      asOf: 'data as of {{when}}',
      stale: 'no new data for a while: {{when}}',
      never: 'no data yet',
    },
    owner: { none: 'no owner' },
    tier: 'tier {{tier}}',
    docs: 'How it is worked out',
    docsPage: 'see docs/slo.md',
    form: {
      reason: 'Reason',
      reasonMissing: 'Say why, for those who decide',
    },
    asked: 'Asked for. It holds once it is accepted.',
    askedLink: 'See it among the acceptances',
  },
});
