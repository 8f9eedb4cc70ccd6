import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of the card on an entity's overview. */
export const techDebtCardTranslationRef = createTranslationRef({
  id: 'tech-debt.card',
  messages: {
    title: 'Tech debt',
    open: 'All about its tech debt',
    unknown: 'Opmodel has not seen this entity in the catalog.',
    none: 'nothing is owed',
    owed_one: '{{count}} item owed',
    owed_other: '{{count}} items owed',
    principal: '{{amount}} to pay them once',
    principalUnknown: 'What paying them takes is not estimated.',
    withoutPrincipal_one: 'without {{count}} that nobody estimated',
    withoutPrincipal_other: 'without {{count}} that nobody estimated',
    overdue_one: '{{count}} overdue',
    overdue_other: '{{count}} overdue',
    breached_one: '{{count}} past its remediation time',
    breached_other: '{{count}} past their remediation time',
    onTime: 'nothing is overdue',
  },
});
