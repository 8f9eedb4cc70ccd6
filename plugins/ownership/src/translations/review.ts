import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of confirming and handing over the ownership of an entity. */
export const ownershipReviewTranslationRef = createTranslationRef({
  id: 'ownership.review',
  messages: {
    title: 'Review of the ownership',
    somebody: 'somebody',
    nobody: 'nobody',
    never: 'Its present owner never confirmed that the ownership is right.',
    verified: 'Declared in the catalog as confirmed {{when}}.',
    verifiedBy: 'Confirmed {{when}} by {{by}}.',
    expires: 'It holds until {{until}}.',
    due: 'The next review is due on {{day}}.',
    onlyOwner: 'Members of the owner confirm it or hand it over.',
    confirm: {
      open: 'Confirm',
      title: 'Confirm the ownership of {{title}}',
      text: 'You say for the owner that it owns this and can carry it. That is kept with your name and holds until the next review.',
      note: 'Note',
      submit: 'Confirm ownership',
    },
    handOver: {
      open: 'Hand over',
      title: 'Hand over {{title}}',
      text: 'The receiving team is asked to accept. Until it does, nothing changes; then the owner in catalog-info.yaml is to be changed.',
      to: 'Receiving team',
      toMissing: 'Choose the team that is to take it over',
      reason: 'Reason',
      reasonMissing: 'Say why, for those who decide',
      submit: 'Ask for acceptance',
      waiting: 'hand-over waits for the receiving team',
      seeReviews: 'See the reviews',
    },
    events: {
      subject: 'the reviews of this ownership',
      title: 'What became of the reviews',
      show: 'Show what became of earlier reviews',
      hide: 'Hide earlier reviews',
      none: 'Nothing was confirmed or handed over yet.',
      shown: 'The newest {{shown}} of {{total}}',
    },
    event: {
      confirmed: '{{who}} confirmed it for {{owner}}',
      declared: 'declared in the catalog as confirmed by {{owner}}',
      expired: 'the confirmation by {{owner}} expired',
      requested: '{{who}} asked {{to}} to take it over',
      accepted: '{{who}} accepted it for {{to}}',
      denied: '{{who}} denied it for {{to}}',
      withdrawn: '{{who}} withdrew the hand-over',
      ownerChanged: 'the owner changed from {{from}} to {{to}}',
    },
  },
});
