import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the burn-down of a budget and of the calendar of its days. */
export const sloChartTranslationRef = createTranslationRef({
  id: 'slo.chart',
  messages: {
    burnDown: {
      title: 'Error budget: {{objective}}',
      caption:
        'How much of the error budget was left at each time, with what happened then. Below 0 % the objective of {{target}} is missed.',
      cut: 'The newest {{shown}} of {{total}} events are drawn.',
      loading: 'Drawing the chart',
      remaining: 'Remaining budget',
      attainment: 'Attainment',
      burn: 'Burn rate',
      time: 'Time',
      events: 'What happened',
      missed: 'missed below this line',
      noData: 'no data',
      none: 'Nothing was measured in this window.',
      unknown: 'The history of this budget',
    },
    mark: {
      deployments: 'Deployments',
      incidents: 'Incidents',
      corrections: 'Left out',
      deployment: 'Deployment: {{title}}',
      failedDeployment: 'Failed deployment: {{title}}',
      incident: 'Incident: {{title}}',
      correction: 'Left out of the budget: {{title}}',
      burned: 'This deployment burned {{share}} of the budget.',
      incidentBurned: 'It burned {{share}} of the budget.',
      burnUnknown: 'What it burned is not known.',
      until: 'until {{until}}',
      several: '{{n}} at about this time.',
      more: 'and {{n}} more',
      hint: 'Use the left and right arrow keys to move between the marks, and Enter to keep one in sight.',
      open: 'Open it',
    },
    days: {
      title: 'Attainment by day: {{objective}}',
      caption:
        'A cell a day, in columns of weeks. A day is missed where its attainment is below {{target}}.',
      label: 'Attainment by day',
      weekday: 'Day',
      cell: '{{day}}: {{attainment}}, {{state}}',
      events: '{{good}} of {{total}} good',
      legend: 'Key',
      subject: 'the days of this objective',
      none: 'No day of this window was measured.',
      met: 'met, little burned',
      metMuch: 'met, much burned',
      missed: 'missed',
      missedFar: 'missed by far',
      thin: 'too few events',
      noData: 'no data',
    },
  },
});
