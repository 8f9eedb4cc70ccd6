import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of exemptions from checks: asking for one, and deciding on them. */
export const scorecardExemptionsTranslationRef = createTranslationRef({
  id: 'scorecards-exemptions',
  messages: {
    title: 'Exemptions',
    subject: 'exemptions from checks',
    caption:
      'An exemption is accepted debt: the check counts as exempt until its day, and fails again after it. Whoever asks never decides.',
    pages: 'Pages of exemptions',
    boxes: 'Which exemptions are shown',
    box: {
      waiting: 'Waits for me',
      asked: 'Asked by me',
      inForce: 'In force',
      ended: 'Ended',
    },
    endedState: 'How it ended',
    empty: {
      waiting:
        'No exemption waits for you. Those that you are to decide on appear here, for as long as they are open.',
      asked:
        'You have asked for no exemption. Ask for one at a check of an entity.',
      inForce: 'No exemption is in force.',
      ended: 'No exemption has ended in this way.',
    },
    badStandards: {
      title: 'Checks in question',
      subject: 'checks that many are exempt from',
      text: 'More than 15 % of the entities that these checks are asked of are exempt. That says more about the check than about the entities.',
      none: 'No check has more than 15 % of its entities exempt.',
      check: 'Check',
      scorecard: 'Scorecard',
      exempt: 'Exempt',
      of: '{{exempt}} of {{all}}',
      owner: 'Owner',
      noOwner: 'no owner',
    },
    request: {
      title: 'Ask for an exemption',
      text: '{{entity}} would count as exempt from “{{check}}” until the day below, and fail again after it.',
      submit: 'Ask for the exemption',
      reason: 'Reason',
      reasonMissing: 'Say why, for those who decide',
      expiresOn: 'Until',
      expiresHint: 'Empty: for as long as the risk allows',
      expiresPast: 'This day is over',
      control: 'What is done instead',
      risk: 'Risk',
    },
  },
});
