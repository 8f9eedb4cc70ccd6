import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of ownership: its pages, its rungs and gaps, and what all pages share. */
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
      asOf: 'assessed {{when}}',
      staleAsOf:
        'assessed {{when}}; it should be assessed after each reading of the catalog',
      notAssessed: 'not assessed yet',
      tier: 'tier {{tier}}',
      tierFrom: 'The tier is read from {{source}}',
    },
    card: {
      title: 'Ownership',
      open: 'All about its ownership',
      reached: 'Reaches {{reached}} of {{rungs}} rungs of the ownership ladder',
      noGap: 'Nothing is missing',
      owner: 'Owner',
      contact: 'Contact',
      noContact: 'no contact known',
      covered: '{{full}} of {{entities}} entities reach every rung',
      nothingToOwn: 'Nothing in it is to be owned',
      notAssessed:
        'Not assessed yet: the engine follows the catalog within minutes',
    },
    owner: {
      none: 'no owner',
      unknown: 'not in the catalog',
    },
    rung: {
      ownerSet: 'An owner is set',
      ownerResolves: 'The owner exists',
      ownerIsGroup: 'The owner is a group',
      hasMembers: 'The team has members enough',
      hasContact: 'The team can be reached',
      hasEscalation: 'Somebody can be paged',
      reviewed: 'The ownership is confirmed',
    },
    rungState: {
      reached: 'reached',
      missing: 'missing',
      blocked: 'cannot be told yet',
      unknown: 'not known',
    },
    gap: {
      unowned: 'No owner',
      danglingOwner: 'Owner does not exist',
      ownerIsUser: 'Owner is a person',
      emptyTeam: 'Team without members',
      singleMemberTeam: 'Team with too few members',
      ownerWithoutContact: 'No contact',
      ownerWithoutEscalation: 'No escalation path',
      reviewOverdue: 'Review overdue',
    },
    review: {
      verified: 'confirmed',
      due: 'due',
      overdue: 'overdue',
      never: 'never confirmed',
    },
    explain: {
      definition: '{{title}}, version {{version}}',
      docsPage: 'see docs/{{page}}.md',
    },
    empty: {
      unknownTitle: 'Not known yet',
      unknownText:
        'The engine has not seen this entity. It follows the catalog within minutes.',
    },
  },
});
