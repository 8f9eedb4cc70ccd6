import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of proposed objectives. */
export const sloProposalTranslationRef = createTranslationRef({
  id: 'slo.proposals',
  messages: {
    title: 'Propose an SLO',
    text: 'What was measured in the last days, and the target that it would bear.',
    show: 'Propose an SLO from what was measured',
    hide: 'Hide the proposals',
    subject: 'proposals',
    none: 'Nothing was measured of which an objective could be made.',
    target: 'Attainable target: {{target}}',
    present: 'Present target: {{target}}',
    noTarget: 'Too little is known for a target.',
    days_one: 'Measured on {{count, number}} day',
    days_other: 'Measured on {{count, number}} days',
    attainment: 'Attainment: {{attainment}}',
    worstDay: 'Worst day: {{attainment}}',
    wouldBeMet: 'It would have been met in {{share}} of past weeks',
    indicator: 'Indicator: {{indicator}}',
    document: 'The OpenSLO document',
    download: 'Download the document',
  },
});
