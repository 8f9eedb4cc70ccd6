import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the ownership ladder: what was found at each rung, and what to do about it. */
export const ownershipLadderTranslationRef = createTranslationRef({
  id: 'ownership.ladder',
  messages: {
    title: 'Ownership ladder',
    caption:
      'Each rung with what was found. {{reached}} of {{rungs}} are reached without one missing below them.',
    none: 'Nobody is to own this, so it has no ladder.',
    evidence: {
      owner: 'The owner is {{owner}}.',
      noOwner: 'spec.owner is empty.',
      exists: 'The catalog has {{owner}}.',
      dangling: 'The catalog has no {{owner}}.',
      group: '{{owner}} is a group.',
      notGroup: '{{owner}} is not a group: it leaves when that person leaves.',
      members_one:
        '{{count, number}} member, counted with the groups below; {{minimum}} are needed.',
      members_other:
        '{{count, number}} members, counted with the groups below; {{minimum}} are needed.',
      contacts_one: '{{count, number}} way to reach the team.',
      contacts_other: '{{count, number}} ways to reach the team.',
      noContact: 'No address, channel or number is known of the team.',
      escalationDocument: 'By the escalation path {{source}}.',
      escalationTeamApi: 'By the Team API of {{source}}.',
      escalationAnnotation: 'By the annotation {{source}}.',
      escalationOnCall: 'By the on-call system {{source}}.',
      noEscalation:
        'Neither an escalation path nor an on-call schedule is known.',
      verified: 'Confirmed {{verified}}; that holds until {{expires}}.',
      expired: 'Confirmed {{verified}}; that held until {{expires}}.',
      neverVerified: 'Its present owner never confirmed it.',
      blocked: 'It can be told once the rung below is reached.',
      unknown: 'What it rests on could not be read.',
    },
    remedy: {
      setOwner: 'Name the team in catalog-info.yaml:',
      setSuggestedOwner:
        'The team that works on it most is {{team}}. Name it in catalog-info.yaml:',
      correctOwner:
        'Correct the name in catalog-info.yaml, or register the group:',
      ownByGroup: 'Name a team in place of the person:',
      addMembers: 'Let people name the team in their own entity:',
      addContact: 'Say in the entity of the group how to reach it:',
      addEscalation: 'Say whom to call, in a file that the catalog reads:',
      review: 'Confirm the ownership, or hand it over.',
    },
  },
});
