import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of bringing an item into another status, and of the board on which that is done. */
export const techDebtDeedsTranslationRef = createTranslationRef({
  id: 'tech-debt.deeds',
  messages: {
    move: {
      to: 'Move to…',
      label: 'Move to… “{{title}}”',
      moving: 'moving…',
      done: '“{{title}}” is now {{status}}.',
      failed: '“{{title}}” was not moved: {{message}}',
      conflict:
        '“{{title}}” was not moved, as somebody changed it meanwhile. It is shown as it is now.',
    },
    dialog: {
      resolveTitle: 'Resolve “{{title}}”',
      resolveText:
        'It then counts as paid. It can be reopened when it was not paid after all.',
      resolveLabel: 'How it was paid',
      giveUpTitle: 'Give up “{{title}}”',
      giveUpText:
        'It then counts as never to be paid. To let it stand for a while, ask for it to be accepted instead.',
      giveUpLabel: 'Why it never will be paid',
      missing: 'Say it in a few words.',
    },
    board: {
      label: 'Board of technical debt',
      hint: 'Move an item by its menu, or drag it.',
      column_one: '{{status}}: {{count}} item',
      column_other: '{{status}}: {{count}} items',
      empty: 'none',
      acceptedHint:
        'Items come here when their acceptance is approved, and leave when it ends.',
    },
  },
});
