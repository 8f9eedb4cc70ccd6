import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the tab on an entity, and of what it says of each objective. */
export const sloEntityTranslationRef = createTranslationRef({
  id: 'slo.entity',
  messages: {
    header: {
      slos_one: '{{count, number}} SLO',
      slos_other: '{{count, number}} SLOs',
      pages: 'Pages of SLOs, the worst first',
      own: 'SLO window',
      ownHint: 'The window of each objective, over which its budget is counted',
    },
    slo: {
      owner: 'Owner: {{owner}}',
      source: '{{title}}: {{state}}',
      sourceError: 'It said last: {{error}}',
      measuredAt: 'Measured {{when}}',
      problems_one: '{{count, number}} problem of the document',
      problems_other: '{{count, number}} problems of the document',
      whole: 'As a whole',
      composite: 'composite of {{n}} objectives',
      review: '{{state}}: {{day}}',
    },
    objective: {
      attainment: 'Attainment',
      target: 'target {{target}}',
      compared: 'target {{target}} with {{comparison}}',
      counted: '{{good}} of {{total}} good',
      remaining: 'Remaining error budget',
      spentEvents: '{{spent}} of {{allowed}} bad events',
      spentSlices: '{{spent}} of {{allowed}} bad slices',
      spentShare: '{{consumed}} spent',
      estimated: 'in part estimated',
      estimatedHint:
        'The events that are still to come in the window are estimated',
      burn: 'Burn rate, last hour',
      burnOthers: '6 h: {{six}} · 3 d: {{three}}',
      burnMeaning: '1 × lasts the window',
      exhaustion: 'Time to exhaustion',
      thin: 'Fewer than {{minimum}} events in the window: shown, not judged',
      unmeasured: 'Nothing was measured in the window',
      noShare: 'Events of different kinds have no share in common',
      weight: 'weight {{weight}}',
      showHistory: 'Show the history of {{objective}}',
      hideHistory: 'Hide the history of {{objective}}',
    },
    alert: {
      title: 'Alerts of {{objective}}',
      state: 'State',
      severity: 'Severity',
      condition: 'Fires when',
      conditionText:
        'burn rate of at least {{threshold}} over {{long}} and over {{short}}',
      since: 'Since',
      origin: 'Where from',
      document: 'the document',
      standard: 'worked out from target and window',
      never: 'can never fire',
      neverHint:
        'The target is so low that the burn rate can never reach the threshold',
      none: 'No alert watches this objective.',
    },
    next: {
      title: 'What to do next',
      nothing:
        'Nothing: its objectives are met and their documents are in order.',
      nothingKnown:
        'Nothing that could be told from its documents and measurements.',
      addSlo: 'Write down an objective',
      addSloText:
        'Nothing says how reliable it is to be. A proposal from what was measured stands below.',
      connectSource: 'Connect what measures it',
      connectSourceText:
        'An objective without measurements tells nobody anything.',
      mendDocument: 'Mend its documents',
      mendDocumentText: 'What is wrong with them stands at each SLO.',
      spendLess: 'Spend less of the error budget',
      spendLessText: '{{slo}}: see in its history what burned it.',
      review: 'Look at an objective again',
      reviewText:
        '{{slo}}: say that it is still right, and set the day of the next review.',
      lowerTarget: 'Ask whether the target is attainable',
      lowerTargetText:
        '{{slo}}: three windows in a row used up more than twice their budget. A target that nobody can reach guides nobody.',
      raiseTraffic: 'Measure more events',
      raiseTrafficText:
        '{{slo}}: too few events to judge by. Probes, a longer window or slices of time would help.',
      addPolicy: 'Agree on an error budget policy',
      addPolicyText:
        'Nothing follows when a budget is used up, since no policy applies.',
      loosenDependency: 'Bring objectives into line with what they depend on',
      loosenDependencyText:
        'An objective is stricter than what it depends on allows.',
      anyObjective: 'An objective',
      seeObjectives: 'To the objectives',
      seeProposals: 'To the proposals',
      seePolicies: 'To the policies',
      seeDependencies: 'To the dependencies',
    },
    agreements: {
      title: 'Service level agreements',
      agreement: 'Agreement',
      target: 'Agreed',
      slo: 'SLO',
      period: 'Period',
      state: 'Check',
      validUntil: 'Valid until',
      holds: 'the SLO is stricter',
      broken: 'the SLO is not stricter',
      unknown: 'cannot be told',
      none: 'No agreement is known.',
    },
    dependencies: {
      title: 'What objectives depend on',
      text: '{{slo}} promises {{target}}. What it depends on promises {{attainable}} at best, all of it together:',
      item: '{{entity}}: {{target}}',
      none: 'No objective is stricter than what it depends on allows.',
    },
    empty: {
      title: 'No objective yet',
      text: 'Its service level objectives appear here with their error budgets, what burned them, and what follows from that.',
      step: 'Add an OpenSLO document to the catalog, or name the file in an annotation of its catalog-info.yaml:',
      unknownTitle: 'Not known yet',
      unknownText:
        'The engine has not seen this entity. It follows the catalog within minutes.',
      scopeTitle: 'Nothing in it has an objective yet',
      scopeText:
        'The service level objectives of what it holds appear here, the worst first.',
    },
    members: {
      title: 'SLOs, the worst first',
      all: 'All SLOs of {{title}}',
    },
  },
});
