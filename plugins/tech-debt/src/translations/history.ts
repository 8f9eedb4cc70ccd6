import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The words of how an item changed. */
export const techDebtHistoryTranslationRef = createTranslationRef({
  id: 'tech-debt.history',
  messages: {
    field: {
      title: 'title',
      description: 'description',
      entityRefs: 'what carries it',
      ownerRef: 'who answers for it',
      category: 'category',
      intent: 'intent',
      prudence: 'prudence',
      severity: 'severity',
      businessImpact: 'what it does to the business',
      remediationPlan: 'plan',
      targetDate: 'to be paid by',
      reviewDate: 'to be looked at again',
      links: 'links',
      status: 'status',
      resolution: 'resolution',
      acceptedUntil: 'accepted until',
      acceptedBy: 'accepted by',
    },
    title: 'History',
    version: 'Version {{version}}',
    filed: 'It was filed.',
    unchanged: 'No field was changed.',
    withheld:
      'What was changed is not told: it hung on something that you may not see.',
    change: '{{field}}: {{before}} → {{after}}',
    table: 'Changes of version {{version}}',
    what: 'Field',
    before: 'Before',
    after: 'After',
    more: 'Earlier versions',
  },
});
