import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the card on an entity's overview. */
export const scorecardsCardTranslationRef = createTranslationRef({
  id: 'scorecards.card',
  messages: {
    title: 'Scorecards',
    open: 'All about its scorecards',
    unknown: 'Not known yet: the engine follows the catalog within minutes',
    none: 'nothing is asked',
    noneText: 'No scorecard asks anything of it.',
    noOverall: 'no overall level',
    heldBack: 'Held back by {{scorecard}}',
    next: '{{level}} next: {{check}}',
    complete: 'All that is asked is met.',
    unclear: 'Nothing is known to fix; not all that is asked is known.',
    more_one: 'and {{count, number}} more scorecard',
    more_other: 'and {{count, number}} more scorecards',
    members_one: 'Overall levels of {{count, number}} entity in it',
    members_other: 'Overall levels of {{count, number}} entities in it',
    membersHeldBack_one: '{{scorecard}} holds {{count, number}} entity back',
    membersHeldBack_other:
      '{{scorecard}} holds {{count, number}} entities back',
    membersAside_one:
      'Only scorecards that do not count ask something of {{count, number}} entity in it.',
    membersAside_other:
      'Only scorecards that do not count ask something of {{count, number}} entities in it.',
  },
});
