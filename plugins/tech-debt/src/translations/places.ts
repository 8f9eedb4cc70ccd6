import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of the matrix and of where debt lies. */
export const techDebtPlacesTranslationRef = createTranslationRef({
  id: 'tech-debt.places',
  messages: {
    matrix: {
      title: 'Impact and likelihood',
      subject: 'the matrix of impact and likelihood',
      caption:
        'Items by how bad it is when the risk comes true and how likely that is. A cell leads to its items.',
      hint: 'Arrow keys move from cell to cell, Enter opens the items of a cell.',
      impact: 'Impact',
      likelihood: 'Likelihood',
      corner: 'Impact by likelihood',
      cell: 'Impact {{impact}}, likelihood {{likelihood}}, risk {{risk}}: {{items}}',
      items_one: '{{count}} item',
      items_other: '{{count}} items',
      risk: 'risk {{risk}}',
      unscored_one:
        '{{count}} item is not scored: nobody estimated its impact and likelihood.',
      unscored_other:
        '{{count}} items are not scored: nobody estimated their impact and likelihood.',
      none: 'No item is scored.',
    },
    places: {
      title: 'Where it lies',
      subject: 'where technical debt lies',
      by: 'By',
      bys: { system: 'System', domain: 'Domain', owner: 'Owner' },
      area: 'Area',
      areas: { items: 'items owed', principalDays: 'person-days' },
      captionItems:
        'Items owed today; the larger an area, the more there are. The table beside it says the same.',
      captionPrincipalDays:
        'Person-days that paying takes once, of items that have a principal; the larger an area, the more it takes. The table beside it says the same.',
      notSummed:
        'An item that hangs on several entities counts in each of their places, so these numbers are not to be added up.',
      nothing: {
        system: 'no system, or one you may not see',
        domain: 'no domain, or one you may not see',
        owner: 'an owner you may not see',
      },
      column: {
        items: 'Items',
        principalDays: 'Person-days',
        withoutPrincipal: 'Not estimated',
      },
      omitted: 'Without {{n}} more that owe less.',
      none: 'Nothing is owed here.',
      noneEstimated: 'Nobody estimated what paying takes.',
    },
  },
});
