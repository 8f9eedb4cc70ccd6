import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the card on an entity's overview. */
export const sloCardTranslationRef = createTranslationRef({
  id: 'slo.card',
  messages: {
    title: 'SLOs',
    open: 'All about its SLOs',
    none: 'No objective yet',
    noneText: 'Nothing says how reliable it is to be.',
    unknown: 'Not known yet: the engine follows the catalog within minutes',
    meaning: '{{slo}}: {{attainment}} of {{target}}',
    trend: 'Attainment of {{slo}} in the last 30 days',
    several_one: 'The worst of {{count, number}} SLO',
    several_other: 'The worst of {{count, number}} SLOs',
    burning: 'an alert on its burn rate fires',
    met: '{{met}} of {{total}} SLOs are met',
  },
});
