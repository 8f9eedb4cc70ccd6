import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of coverage: tiles, trend, rungs, gaps, explanation and the list. */
export const ownershipCoverageTranslationRef = createTranslationRef({
  id: 'ownership.coverage',
  messages: {
    coverage: 'Ownership coverage',
    weighted: 'Coverage weighted by tier',
    entities: 'Entities to be owned',
    gaps: 'Entities with a gap',
    ofEntities: '{{full}} of {{entities}} reach every rung',
    ofWeight: 'each entity counted by the weight of its tier',
    entitiesSample_one:
      'that you may see, {{count, number}} of it without an owner',
    entitiesSample_other:
      'that you may see, {{count, number}} of them without an owner',
    gapsSample: 'at least one rung is missing',
    noEntities: 'Nothing that you may see is to be owned here',
    points: '{{size}} points',
    higher: '{{points}} higher',
    lower: '{{points}} lower',
    same: 'no change',
    noChange: 'no comparison',
    changeSince: 'Against {{day}}, the beginning of the window',
    noChangeHint: 'Nothing is known of the beginning of the window',
    trend: {
      title: 'Coverage over time',
      caption:
        'Share of the entities that reach every rung at the end of each day, and the same weighted by tier. The axis ends at 100 %.',
      day: 'Day',
      share: 'Coverage',
      weightedShare: 'Weighted by tier',
      full: 'Every rung',
      entities: 'Entities',
      definition: 'Definition',
      definitionChanged: 'another definition began to count',
      loading: 'Drawing the chart',
      young: 'History begins with the first assessment: {{day}}.',
    },
    rungs: {
      title: 'Rungs reached',
      caption:
        'Share of the entities that reach each rung, with all rungs below it.',
      rung: 'Rung',
      entities: 'Entities',
      share: 'Share',
      weightedShare: 'Weighted by tier',
    },
    gapFilter: {
      title: 'Gaps',
      label: 'Show only entities with a gap',
      none: 'No gap: every entity reaches every rung.',
      all: 'All entities',
    },
    tiers: {
      title: 'Coverage by tier',
      tier: 'Tier',
      noTier: 'no tier',
      weight: 'Weight',
      full: 'Every rung',
      entities: 'Entities',
      share: 'Coverage',
    },
    explain: {
      title: 'Ownership coverage',
      meaning:
        'The share of the entities that are to be owned and reach every rung of the ownership ladder. Weighted, each entity counts by the weight of its tier, so that a gap of what matters most weighs most.',
      window: 'As of the newest assessment.',
      sample: '{{n}} entities that you may see.',
      share: 'Coverage = {{full}} / {{entities}} = {{share}}',
      weighted: 'Weighted = {{fullWeight}} / {{weight}} = {{share}}',
      weights: 'Weights',
      tier: 'Tier',
      weight: 'Weight',
      entities: 'Entities',
      full: 'Every rung',
      product: 'Weight × every rung',
      kindNotOwned_one:
        '{{count, number}} entity of a kind that nobody is to own',
      kindNotOwned_other:
        '{{count, number}} entities of kinds that nobody is to own',
      lifecycleLeftOut_one:
        '{{count, number}} entity whose lifecycle needs no owner any more',
      lifecycleLeftOut_other:
        '{{count, number}} entities whose lifecycle needs no owner any more',
    },
    list: {
      title: 'Entities and their owners',
      subject: 'ownership',
      empty: 'No entity fits this filter.',
      pages: 'Pages of entities',
      entity: 'Entity',
      kind: 'Kind',
      tier: 'Tier',
      owner: 'Owner',
      rungs: 'Rungs',
      rungsOf: '{{reached}} of {{rungs}}',
      gaps: 'Gaps',
      noGaps: 'none',
      due: 'To be closed by',
      overdue: 'overdue',
      review: 'Review',
      setDate: 'Set a date',
      setDateOf: 'Set a date for the gaps of {{title}}',
      none: 'none',
    },
    filter: {
      kind: 'Kind',
      gap: 'Gap',
      any: 'Any',
      overdue: 'Only overdue dates',
    },
    members: {
      title: 'Entities that need attention first',
      all: 'All entities of {{title}}',
      none: 'Every entity reaches every rung.',
    },
  },
});
