import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of lists of items. */
export const techDebtItemsTranslationRef = createTranslationRef({
  id: 'tech-debt.items',
  messages: {
    column: {
      title: 'Item',
      status: 'Status',
      severity: 'Severity',
      interest: 'Interest',
      principal: 'Principal',
      priority: 'Priority',
      age: 'Age',
      owner: 'Owner',
      target: 'Target date',
      on: 'On',
    },
    list: {
      items: 'Items of technical debt',
      pages: 'Pages of items',
      empty: 'Nothing is owed here.',
      noItemTitle: 'There is no such item',
      noItemText: 'It was taken away, or you may not see all that it hangs on.',
      unknownTitle: 'There is no such entity',
      unknownText: 'Opmodel has not seen it in the catalog, or you may not.',
    },
  },
});
