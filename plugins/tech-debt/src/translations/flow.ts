import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of how debt comes and goes, and of what is best paid first. */
export const techDebtFlowTranslationRef = createTranslationRef({
  id: 'tech-debt.flow',
  messages: {
    subject: 'how technical debt comes and goes',
    loading: 'The chart is being drawn.',
    interval: 'Steps',
    intervals: { day: 'days', week: 'weeks', month: 'months' },
    none: 'Nothing came, went or was owed in these days.',
    period: 'From',
    moves: {
      title: 'What came and went',
      caption:
        'Items that were opened (filed or reopened), closed (paid or given up), accepted and re-scoped in each period.',
      opened: 'Opened',
      closed: 'Closed',
      accepted: 'Accepted',
      rescoped: 'Re-scoped',
      balance: 'Owed at the end',
    },
    burn: {
      title: 'Burn-up and burn-down',
      captionItems:
        'Items: all that came into being so far, how many of them ended, and how many are owed.',
      captionPrincipalDays:
        'Person-days of items that have a principal: all that came into being so far, what ended, and what is owed.',
      day: 'Day',
      scope: 'Came into being',
      ended: 'Ended',
      owed: 'Owed',
      measure: 'Measure',
      items: 'items',
      principalDays: 'person-days',
      noPrincipal: 'No item has a principal.',
    },
    oldest: {
      title: 'Owed for longest',
      none: 'Nothing is owed.',
    },
    topTen: {
      title: 'What paying the top ten would buy',
      subject: 'what is best paid first',
      order: 'First by',
      orders: {
        priority: 'priority',
        wsjf: 'WSJF',
        risk: 'risk',
        interest: 'interest',
        payback: 'shortest payback',
      },
      answer_one: 'Paying this one takes {{days}} once{{cost}}.',
      answer_other: 'Paying these {{count}} takes {{days}} once{{cost}}.',
      answerUnknown_one: 'Nobody estimated what paying this one takes.',
      answerUnknown_other:
        'Nobody estimated what paying these {{count}} takes.',
      cost: ', which is {{amount}}',
      without_one: '{{count}} of them has no principal and is not in the sum.',
      without_other:
        '{{count}} of them have no principal and are not in the sum.',
      interests:
        'What each costs per month stands with it and is not added up: several may cost the same hours.',
      notScored_one: '{{count}} item lacks an input of this order.',
      notScored_other: '{{count}} items lack an input of this order.',
      accepted_one: '{{count}} is accepted and not among them.',
      accepted_other: '{{count}} are accepted and not among them.',
      none: 'No item that is to be paid has what this order is made of.',
      explain: 'How it adds up',
      rows: 'Items in this order',
      item: 'Item',
      by: 'By',
      principal: 'Principal',
      interest: 'Interest',
      payback: 'Payback',
      owner: 'Owner',
      risks: 'Risks that would go',
      risk_one: 'impact {{impact}}, likelihood {{likelihood}}: {{count}} item',
      risk_other:
        'impact {{impact}}, likelihood {{likelihood}}: {{count}} items',
      sum: '{{terms}} = {{sum}}',
    },
    scope: {
      open: 'Show its items in the register',
      flow: 'All about how it comes and goes',
      then: 'Counted for who owned it at the time.',
    },
  },
});
