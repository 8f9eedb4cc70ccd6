import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the ownership tab and card, and of what all pages of ownership share. */
export const ownershipTranslationRef = createTranslationRef({
  id: 'ownership',
  messages: {
    pages: {
      title: 'Ownership',
      subtitle: 'Who owns what, how well, and what would break if that changed',
      navigation: 'Pages of ownership',
      list: 'Coverage and gaps',
      map: 'Map',
      reviews: 'Reviews',
      decisions: 'Decisions',
      whatIf: 'What if',
      succession: 'Succession',
    },
    tab: {
      subject: 'ownership',
    },
    card: {
      title: 'Ownership',
      open: 'All about its ownership',
    },
  },
});
