import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of what is owed as a whole, with what each number stands for. */
export const techDebtTotalsTranslationRef = createTranslationRef({
  id: 'tech-debt.totals',
  messages: {
    label: 'What is owed as a whole',
    subject: 'technical debt',
    owed: 'Owed',
    owedUnit_one: 'item',
    owedUnit_other: 'items',
    nothing: 'nothing is owed',
    principal: '{{amount}} to pay',
    principalUnknown: 'nobody estimated what paying them takes',
    medianAge: 'median age {{age}}',
    overdue: 'Overdue',
    overdueSample: 'target date is over',
    reviewDue: '{{n}} to be reviewed',
    breached: 'Past remediation time',
    breachedSample: 'of those with a severity',
    moved: 'Opened and closed',
    movedValue: '{{opened}} / {{closed}}',
    movedSample: 'within {{days}}',
    movedAnswer:
      '{{opened}} opened and {{closed}} closed within {{days}}: from {{opening}} owed to {{closing}}.',
    movedAnswerBetween:
      '{{opened}} opened and {{closed}} closed within {{days}}, {{movedIn}} came from elsewhere and {{movedOut}} went there: from {{opening}} owed to {{closing}}.',
    more: 'growing',
    fewer: 'shrinking',
    even: 'as much as before',
    estimated: 'Estimated',
    estimatedSample_one: '{{estimated}} of {{items}} owed has a principal',
    estimatedSample_other: '{{estimated}} of {{items}} owed have a principal',
    noneToEstimate: 'nothing is owed',
    explain: {
      means: 'What it means',
      arithmetic: 'How it adds up',
      rows: 'The items',
      see: 'Show them in the register',
      docs: 'More',
      owed: 'Items that are neither paid nor given up, whoever may see them counted as far as you may. What is accepted is still owed.',
      principal:
        'Principal is work that is done once, so it adds up, without the items that nobody estimated. Interests are never added up: several items may cost the same hours.',
      ages: 'Half of them were filed {{median}} ago or before, the oldest {{oldest}} ago. Days are those of the calendar.',
      money: '{{days}} × {{rate}} = {{amount}}',
      overdue:
        'Items to be paid whose target date is over. What is accepted is not due until that ends. An item is overdue from the day after its target date on.',
      breached:
        'Open, planned and started items whose remediation time is over: days by severity, counted from the day after the item was filed.',
      severity: 'Severity',
      days: 'Days given',
      items: 'Items past it',
      longest: 'The most severe, of these the one that is over longest',
      over_one: '{{count}} day over',
      over_other: '{{count}} days over',
      moved:
        'Opened: filed or reopened. Closed: paid or given up. Counted for the owner and the entities that an item had at each time.',
      movedSum:
        '{{opening}} at the start + {{opened}} filed + {{reopened}} reopened + {{movedIn}} moved in − {{resolved}} paid − {{givenUp}} given up − {{movedOut}} moved out = {{closing}} at the end',
      estimated:
        'The share of owed items that have a principal. What nobody estimated has no price: it is not 0, and stands last in each order.',
      estimatedSum: '({{items}} − {{without}}) ÷ {{items}} = {{share}}',
    },
  },
});
