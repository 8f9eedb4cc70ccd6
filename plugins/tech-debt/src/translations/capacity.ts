import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of how much capacity was agreed for debt, and how much was spent. */
export const techDebtCapacityTranslationRef = createTranslationRef({
  id: 'tech-debt.capacity',
  messages: {
    title: 'Capacity for debt',
    subject: 'capacity for technical debt',
    text: 'The share of completed work that paid debt, out of the flow distribution, against the share that was agreed.',
    oneScope:
      'It is told of everything, or of one team, system, domain or entity. Leave the other filters empty to see it.',
    spent: 'Spent on debt',
    partOf: '{{part}} of {{whole}}',
    agreed: 'Agreed for debt',
    delta: 'Against the agreement',
    before: 'before: {{value}}',
    beforeUnknown: 'before: no data',
    nothingAgreed: 'nothing agreed',
    proposed: 'Nobody agreed on anything; {{share}} is proposed.',
    asksNothing: 'What was agreed asks nothing for debt.',
    over_one: '{{points}} point more',
    over_other: '{{points}} points more',
    under_one: '{{points}} point less',
    under_other: '{{points}} points less',
    asAgreed: 'as agreed',
    underChip: 'less than agreed',
    unclassified: 'much has no category',
    agreedBy: 'Agreed by {{who}}, since {{day}}',
    organisation: 'the organisation',
    exception: 'From {{from}} to {{to}} something else holds: {{reason}}',
    noData: {
      flow_off: 'The subject flow is switched off, so nobody counts work.',
      nothing_completed: 'No work was completed in these days.',
      nothing_classified: 'None of the work that was completed has a category.',
    },
    unit: {
      items_one: '{{n}} item',
      items_other: '{{n}} items',
      engineer_days_one: '{{n}} engineer-day',
      engineer_days_other: '{{n}} engineer-days',
    },
    explain: {
      means: 'What it means',
      text: 'Work counts when it is completed, in the category of its item. What has no category is in no share. An agreement is the same that the flow pages show.',
      spentShare: 'Spent: {{formula}}',
      agreedShare: 'Agreed: {{formula}}',
      delta: 'Spent less agreed: {{formula}}',
      unclassifiedShare: 'Without a category: {{formula}}',
      current: '{{days}}',
      previous: '{{days}}, the window before',
      docs: 'Further',
    },
  },
});
