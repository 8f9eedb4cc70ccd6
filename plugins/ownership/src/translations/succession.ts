import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the page of succession. */
export const ownershipSuccessionTranslationRef = createTranslationRef({
  id: 'ownership.succession',
  messages: {
    title: 'Systems that rest on one person',
    subject: 'succession',
    text: 'Counts from repositories and on-call systems, never names. The order is by tier and name: it says nothing of people.',
    coverage:
      'Of {{systems}} systems and components in no system, knowledge is known of {{withKnowledge}} and on-call of {{withOnCall}}.',
    pages: 'Pages of systems',
    owner: 'Only of this team and those below it',
    noneTitle: 'Nothing known rests on one person',
    noneText:
      'This is said only of what is known: knowledge of {{withKnowledge}} and on-call of {{withOnCall}} out of {{systems}}.',
    unknownTitle: 'Nothing is known yet',
    unknownText:
      'Who works on what is read from repositories, and who is on call from on-call systems. Neither is set up for anything that you may see.',
    column: {
      entity: 'System',
      tier: 'Tier',
      owner: 'Owner',
      knowledge: 'Knowledge on one person',
      onCall: 'On call',
      asOf: 'Read',
    },
    knowledge: '{{one}} of {{known}} components',
    knowledgeUnknown: 'not known',
    onOne: 'one person now',
    onSeveral: 'several people',
    onCallUnknown: 'not known',
  },
});
