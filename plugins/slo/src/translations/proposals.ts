import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of proposed objectives. */
export const sloProposalTranslationRef = createTranslationRef({
  id: 'slo.proposals',
  messages: {
    title: 'Propose an SLO',
    text: 'What was measured in the last days, or is known of deployments and incidents, and the target that it would bear.',
    show: 'Propose an SLO from what was measured',
    hide: 'Hide the proposals',
    subject: 'proposals',
    none: 'Nothing was measured, and nothing is known of deployments or incidents, of which an objective could be made.',
    target: 'Attainable target: {{target}}',
    present: 'Present target: {{target}}',
    noTarget: 'Too little is known for a target.',
    days_one: 'Measured on {{count, number}} day',
    days_other: 'Measured on {{count, number}} days',
    attainment: 'Attainment: {{attainment}}',
    counted_one: 'From {{count, number}} event or slice',
    counted_other: 'From {{count, number}} events or slices',
    countedDeployments_one: 'From {{count, number}} deployment',
    countedDeployments_other: 'From {{count, number}} deployments',
    countedMinutes_one: 'From {{count, number}} minute',
    countedMinutes_other: 'From {{count, number}} minutes',
    worstDay: 'Worst day: {{attainment}}',
    wouldBeMet: 'It would have been met in {{share}} of past weeks',
    indicator: 'Indicator: {{indicator}}',
    deploymentSuccess: 'Deployments that did not fail',
    incidentFreeMinutes: 'Minutes without an incident',
    document: 'The OpenSLO document',
    download: 'Download the document',
  },
});
