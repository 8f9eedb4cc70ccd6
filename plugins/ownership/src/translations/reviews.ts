import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the page of reviews. */
export const ownershipReviewsTranslationRef = createTranslationRef({
  id: 'ownership.reviews',
  messages: {
    title: 'Ownership to be confirmed',
    caption:
      'What is due comes first. A confirmation holds for a time that depends on the tier, and ends when the owner changes.',
    subject: 'the reviews of ownership',
    pages: 'Pages of reviews',
    whose: 'Whose reviews are shown',
    mine: 'My teams',
    everybody: 'Everybody',
    state: 'State',
    allStates: 'All states',
    emptyMine: 'Your teams own nothing of this kind.',
    empty: 'Nothing is owned of this kind.',
    noTeam:
      'You belong to no team in the catalog, so the reviews of everybody are shown.',
    entity: 'Entity',
    owner: 'Owner',
    tier: 'Tier',
    review: 'Review',
    lastConfirmed: 'Last confirmed',
    due: 'Due',
    actions: 'Actions',
    noOwner: 'nobody',
    never: 'never',
    by: 'by {{who}}',
    confirm: 'Confirm',
    confirmOf: 'Confirm {{title}}',
    handOver: 'Hand over',
    handOverOf: 'Hand over {{title}}',
    waiting: 'hand-over waits',
    confirmed: '{{title}} is confirmed.',
    asked: 'The receiving team is asked to take {{title}} over.',
  },
});
