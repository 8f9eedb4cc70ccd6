import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of attestations: what people vouch for. */
export const scorecardAttestationsTranslationRef = createTranslationRef({
  id: 'scorecards-attestations',
  messages: {
    subject: 'attestations',
    title: 'Attest “{{what}}” for {{entity}}',
    text: 'You vouch for it by your name until the day below. Then the check asks again.',
    submit: 'Attest',
    close: 'Close',
    holds: 'Is it so?',
    yes: 'Yes, it holds',
    no: 'No, it does not',
    comment: 'What makes you sure',
    commentMissing: 'Say what you looked at, for those who rely on it',
    expiresOn: 'Until',
    expiresHint: 'At most {{days}} days from today; empty: for all of them',
    expiresPast: 'This day is over',
    expiresLate: 'It can hold until {{day}} at most',
    last: 'Last attested {{when}} by {{who}}: {{answer}}.',
    lastUntil: 'It holds until {{day}}.',
    lastExpired: 'It ended on {{day}}.',
    none: 'Nobody has vouched for it yet.',
    unknown: 'There is nothing of this name to vouch for.',
    notAllowed: 'You may not vouch for this entity; its owners may.',
  },
});
