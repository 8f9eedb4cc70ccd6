import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the explanation of a budget. */
export const sloExplainTranslationRef = createTranslationRef({
  id: 'slo.explain',
  messages: {
    title: 'Error budget of {{title}}',
    eyebrow: 'How this budget came about',
    subject: 'where this budget comes from',
    meaning:
      'The error budget is what may go wrong without missing the target of {{target}}. {{method}}',
    window: '{{window}}: {{from}} to {{to}}',
    sample_one: '{{count, number}} bucket of measurements',
    sample_other: '{{count, number}} buckets of measurements',
    missing_one: '{{count, number}} bucket was not measured',
    missing_other: '{{count, number}} buckets were not measured',
    figures: 'Figures',
    figure: 'Figure',
    value: 'Value',
    queries: 'What is asked',
    query: 'Query: {{part}}',
    openQuery: 'Open it where it is measured',
    noQueries:
      'It is measured without a query: whoever counts sends the counts.',
    seconds: '{{duration}}',
    id: {
      good: 'Good',
      bad: 'Bad',
      total: 'Total',
      attainment: 'Attainment',
      target: 'Target',
      allowed: 'Bad ones that are allowed',
      spent: 'Bad ones so far',
      consumed: 'Budget spent',
      remaining: 'Remaining budget',
      slices: 'Slices of time',
      goodSlices: 'Good slices of time',
      ratioSum: 'Sum of the ratios of the slices',
      expected: 'Expected in the whole window',
      burnRate: 'Burn rate over the window',
      minimum: 'Fewest to judge by',
      period: 'Length of the window',
      outageAllowed: 'Full outage that is allowed',
      outageSpent: 'Full outage that the bad ones stand for',
      outageLeft: 'Full outage that is left',
    },
    part: {
      good: 'good',
      bad: 'bad',
      total: 'total',
      raw: 'ratio',
      threshold: 'value',
    },
    leftOut: {
      correction_one: '{{count, number}} bucket ({{duration}}) by a correction',
      correction_other:
        '{{count, number}} buckets ({{duration}}) by corrections',
      notMeasured_one:
        '{{count, number}} bucket ({{duration}}) that was not measured',
      notMeasured_other:
        '{{count, number}} buckets ({{duration}}) that were not measured',
      partialSlice_one:
        '{{count, number}} bucket ({{duration}}) of a slice that has not ended',
      partialSlice_other:
        '{{count, number}} buckets ({{duration}}) of slices that have not ended',
      emptySlice_one:
        '{{count, number}} bucket ({{duration}}) in which nothing happened',
      emptySlice_other:
        '{{count, number}} buckets ({{duration}}) in which nothing happened',
    },
  },
});
