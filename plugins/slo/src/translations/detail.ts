import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the page of one SLO. */
export const sloDetailTranslationRef = createTranslationRef({
  id: 'slo.detail',
  messages: {
    subject: 'this SLO',
    back: 'All SLOs',
    measures: 'Measures {{entity}}',
    service: 'Service: {{service}}',
    unknown: 'There is no such SLO',
    unknownText:
      'It may have been removed from the catalog, or you may not see it.',
    document: {
      title: 'OpenSLO document',
      source: 'It stands at {{source}}.',
      noSource: 'Where it stands is not known.',
      download: 'Download the document',
    },
    problems: {
      title: 'What is wrong with the document',
      none: 'Nothing is wrong with the document.',
    },
    queries: { title: 'What is asked', objective: 'Objective {{n}}' },
    lints: {
      title: 'What is odd about the alerts',
      none: 'Nothing is odd about the alerts.',
      neverFires:
        '{{objective}}: the alert {{alert}} can never fire, since the target is so low that the burn rate cannot reach its threshold.',
      oneEvent:
        '{{objective}}: there are so few events that a single bad one fires the alert {{alert}}.',
      whileMet:
        '{{objective}}: the alert {{alert}} calls people at a burn rate below 1, at which the objective is met.',
      noAlert: '{{objective}}: no alert watches it.',
      lowTraffic:
        '{{objective}}: there are so few events that the budget of its whole window holds less than one.',
    },
    windows: {
      title: 'Past windows',
      wholeTitle: 'Past windows as a whole',
      subject: 'past windows',
      pages: 'Pages of windows',
      empty: 'No window has ended yet.',
      window: 'Window',
      attainment: 'Attainment',
      target: 'Target',
      remaining: 'Budget at its end',
      state: 'State',
      counted: 'Good of total',
      incomplete: 'measured in part',
    },
    buckets: {
      title: 'Measurements',
      subject: 'measurements',
      pages: 'Pages of measurements',
      empty: 'Nothing was measured yet.',
      resolution: 'Length',
      five: '5 min',
      hour: '1 h',
      day: '1 d',
      start: 'From',
      good: 'Good',
      total: 'Total',
      share: 'Attainment',
      slices: 'Good slices',
      corrected: 'left out by a correction',
      state: 'Counts',
      counts: 'yes',
    },
    objective: 'Objective',
    corrections: {
      title: 'Corrections',
      subject: 'corrections',
      pages: 'Pages of corrections',
      empty: 'No span of time is left out of the budget.',
      span: 'Span',
      reason: 'Reason',
      state: 'State',
      by: 'Asked for by',
      decide: 'Decide on it or revoke it',
      open: 'Ask for a correction',
      dialogTitle: 'Leave a span of time out of {{title}}',
      dialogText:
        'What happened in the span counts neither as good nor as bad, once those who answer for the SLO accept it. It stays in sight.',
      from: 'From',
      to: 'To',
      zone: 'Times are in {{zone}}.',
      fromMissing: 'Say when it began',
      toMissing: 'Say when it ended',
      order: 'It has to end after it began',
      submit: 'Ask for the correction',
    },
  },
});
