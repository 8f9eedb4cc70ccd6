import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of error budget policies: their list, one of them, and what applies to an entity. */
export const sloPolicyTranslationRef = createTranslationRef({
  id: 'slo.policies',
  messages: {
    applied: {
      title: 'Error budget policies',
      none: 'No error budget policy applies: nothing follows when a budget is used up.',
      quiet: 'None of its thresholds is reached.',
      version: 'version {{version}}',
      ask: 'Ask for an exception',
      askFrom: 'Ask for an exception from {{policy}}',
    },
    consequence: {
      title: 'Consequences',
      of: 'Consequences of {{policy}}',
      what: 'What follows',
      slo: 'SLO',
      threshold: 'From',
      remaining: 'Budget when it began',
      since: 'Since',
      state: 'State',
      holds: 'holds',
      ended: 'ended {{when}}',
      shadow: 'would hold',
      excepted: 'excepted',
      empty: 'Nothing follows at present.',
    },
    exception: {
      title: 'Ask for an exception from {{policy}}',
      text: 'While it holds, the policy brings nothing about for this entity. Those who answer for the policy decide.',
      entity: 'Entity',
      entityMissing: 'Choose the entity',
      expires: 'Until (day)',
      expiresPast: 'Choose a day that is yet to come',
      control: 'What keeps the risk small meanwhile',
      risk: 'Risk',
      submit: 'Ask for the exception',
    },
    risk: {
      low: 'low',
      medium: 'medium',
      high: 'high',
      critical: 'critical',
    },
    list: {
      title: 'Error budget policies',
      subject: 'error budget policies',
      pages: 'Pages of policies',
      empty: 'No policy yet',
      emptyText:
        'A policy says what follows when little of an error budget is left: who is told, and whether risky releases wait.',
      emptyStep:
        'Add one to the catalog; in shadow mode it only says what it would do:',
      policy: 'Policy',
      mode: 'Mode',
      owner: 'Owner',
      thresholds: 'Thresholds',
      entities: 'Applies to',
      entitiesCount_one: '{{count, number}} entity',
      entitiesCount_other: '{{count, number}} entities',
      holding: 'Holding now',
      approvals: 'Approved by',
    },
    detail: {
      back: 'All policies',
      thresholds: 'What follows at which budget',
      at: 'At {{remaining}} of the budget or less',
      approvals: 'Approvals',
      reliability: 'Reliability',
      product: 'Product',
      notApproved: 'not approved yet',
      unknown: 'While nobody can tell',
      unknownOpen: 'releases pass',
      unknownClosed: 'releases are held',
      exceptions_one: '{{count, number}} exception holds',
      exceptions_other: '{{count, number}} exceptions hold',
      unknownPolicy: 'There is no such policy',
      unknownPolicyText:
        'It may have been removed from the catalog, or you may not see it.',
    },
    shadow: {
      title: 'What it would have held',
      titleEnforced: 'What it held',
      days: '{{from}} to {{to}}',
      text_one:
        'It would have held {{count, number}} release, {{failed}} of them failed.',
      text_other:
        'It would have held {{count, number}} releases, {{failed}} of them failed.',
      textEnforced_one:
        'It held {{count, number}} release, {{failed}} of them failed.',
      textEnforced_other:
        'It held {{count, number}} releases, {{failed}} of them failed.',
      none: 'No pipeline has asked the gate in this window, so that nothing can be said.',
      asked: 'Releases that asked',
      held: 'Held',
      failed: 'of them failed',
      fine: 'of them went well',
      unknown: 'of them: not known',
      passedFailed: 'Let pass, and failed',
    },
  },
});
