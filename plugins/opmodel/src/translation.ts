import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the home page. */
export const opmodelHomeTranslationRef = createTranslationRef({
  id: 'opmodel-home',
  messages: {
    page: {
      title: 'Home',
    },
    attention: {
      title: 'What needs attention',
      mine: 'My teams',
      everybody: 'Everybody',
      whose: 'Whose things are shown',
      noTeams:
        'You belong to no team in the catalog, so this is what needs attention anywhere.',
      emptyTitle: 'Nothing needs attention',
      unknownTitle: 'Nothing is known yet',
      unknown:
        'No deployment is known of these services, so nothing can be said about what they need.',
      emptyMine:
        'Services of your teams appear here when they stop deploying or when their changes take far longer than before.',
      emptyEverybody:
        'Services appear here when they stop deploying or when their changes take far longer than before.',
      more: 'And {{n}} more, less urgent.',
      since: 'since {{when}}',
      ownedBy: 'owned by {{owner}}',
      urgency: {
        now: 'now',
        soon: 'soon',
        later: 'later',
      },
      subject: 'the attention list',
      kind: {
        stoppedDeploying: 'Stopped deploying',
        leadTimeRising: 'Change lead time is rising',
        failRateRising: 'Change fail rate is rising',
        notRecovered: 'A failed deployment is not recovered',
        incidentUnlinked: 'Incidents are tied to no deployment',
        disputeOpen: 'A number is disputed',
        disputeOverdue: 'A disputed number waits for its answer',
        itemsAged: 'Work is older than expected',
        allocationOff: 'Capacity goes elsewhere than agreed',
        buildsFailing: 'Pipelines fail often',
        ownerMissing: 'Nobody owns it',
        ownerDangling: 'Its owner does not exist',
        gapOverdue: 'A gap in its ownership is overdue',
        ownershipReviewOverdue: 'Its ownership is no longer confirmed',
        decisionReviewOverdue: 'A decision is to be looked at again',
        acceptanceWaiting: 'Somebody asks for your decision',
        acceptanceExpiring: 'What was accepted soon no longer is',
        sloBurning: 'An error budget burns fast',
        sloExhausted: 'An error budget is used up',
        sloNotMeasured: 'An objective is not measured',
        sloReviewOverdue: 'An objective is to be looked at again',
        sloDocumentWrong: 'The document of an objective is wrong',
        errorBudgetPolicy: 'An error budget policy asks for something',
        releaseHeld: 'A release is held',
        campaignOpen: 'A campaign asks for something',
        campaignDelayed: 'A campaign is past its target date',
        checkStarting: 'A check starts soon that would fail',
        levelLost: 'It lost a level of a scorecard',
        scorecardWrong: 'A scorecard is wrong',
        standardInQuestion: 'A check is in question',
        debtOverdue: 'Debt is overdue',
        debtRemediationOver: 'Debt is past its remediation time',
        debtReviewOverdue: 'Debt is to be looked at again',
        debtUndated: 'Critical debt has no target date',
        debtOwnerMissing: 'Nobody answers for critical debt',
        debtAcceptanceEnded: 'Accepted debt is to be paid again',
        other: 'Needs attention',
      },
      why: {
        sloBurning: '{{slo}}: an alert on the burn rate fires.',
        sloBurningFigures:
          '{{slo}}: burn rate {{burn}}, {{remaining}} of the error budget remains.',
        sloExhausted: '{{slo}}: nothing of the error budget remains.',
        sloExhaustedFigures: '{{slo}}: {{over}} over the error budget.',
        sloNotMeasured:
          '{{slo}}: no measurement arrives, so nobody knows how it is doing.',
        sloReviewOverdue: '{{slo}}: the day of its review has passed.',
        sloDocumentWrong:
          '{{slo}}: it cannot be worked with until its document is mended.',
        errorBudgetPolicy:
          '{{slo}}: little of the error budget remains, for which the policy provides.',
        errorBudgetPolicyFigures:
          '{{slo}}: {{remaining}} of the error budget remains; the policy provides for {{threshold}} or less.',
        releaseHeld: 'The error budget policy lets no risky release pass.',
        releaseHeldFigures:
          '{{slo}}: {{remaining}} of the error budget remains, so the policy lets no risky release pass.',
        campaignOpen_one:
          '{{campaign}}: {{count}} check is open, until {{day}}.',
        campaignOpen_other:
          '{{campaign}}: {{count}} checks are open, until {{day}}.',
        campaignDelayed_one:
          '{{campaign}}: it was to be done by {{day}}, and {{count}} check is open.',
        campaignDelayed_other:
          '{{campaign}}: it was to be done by {{day}}, and {{count}} checks are open.',
        checkStarting_one:
          '{{scorecard}}: “{{check}}” starts on {{day}}, and {{count}} of what it owns would fail.',
        checkStarting_other:
          '{{scorecard}}: “{{check}}” starts on {{day}}, and {{count}} of what it owns would fail.',
        levelLost: '{{scorecard}}: it was at {{before}}, and is at {{level}}.',
        scorecardWrong_one:
          '{{scorecard}}: {{count}} thing in its definition cannot be carried out.',
        scorecardWrong_other:
          '{{scorecard}}: {{count}} things in its definition cannot be carried out.',
        debtOverdue_one: 'The target date of {{count}} item is past.',
        debtOverdue_other: 'The target dates of {{count}} items are past.',
        debtRemediationOver_one:
          '{{count}} item was not remedied within the days that its severity gives; critical: {{critical}}.',
        debtRemediationOver_other:
          '{{count}} items were not remedied within the days that their severities give; critical: {{critical}}.',
        debtReviewOverdue_one: '{{count}} item was to be reviewed by now.',
        debtReviewOverdue_other: '{{count}} items were to be reviewed by now.',
        debtUndated_one:
          'For {{count}} critical item nobody has said by when it is to be paid.',
        debtUndated_other:
          'For {{count}} critical items nobody has said by when they are to be paid.',
        debtOwnerMissing:
          '“{{title}}” belongs to a group that the catalog no longer has.',
        debtAcceptanceEnded:
          '“{{title}}” was accepted until {{day}}, and nobody has done anything about it since.',
        standardInQuestion:
          '{{scorecard}}: much of what “{{check}}” is asked of is exempt from it.',
        standardInQuestionFigures:
          '{{scorecard}}: {{exempt}} of what “{{check}}” is asked of is exempt from it.',
        stoppedDeploying:
          'It used to deploy regularly, and has not for longer than usual.',
        stoppedDeployingFigures:
          'No production deployment for {{days}} days or more; {{before}} in the 90 days before.',
        leadTimeRising:
          'Its changes take half as long again to reach production as before, or longer.',
        failRateRising: 'More of its deployments fail than before.',
        failRateRisingFigures:
          '{{current}} of deployments failed in the last 30 days, {{before}} in the 90 days before.',
        notRecovered: 'It failed, and nothing says that it was repaired.',
        notRecoveredFigures_one:
          '{{count, number}} deployment failed, and nothing says that it was repaired.',
        notRecoveredFigures_other:
          '{{count, number}} deployments failed, and nothing says that they were repaired.',
        incidentUnlinked:
          'Say which deployment caused them, or that none did: change fail rate misses them until then.',
        incidentUnlinkedFigures_one:
          '{{count, number}} incident: say which deployment caused it, or that none did.',
        incidentUnlinkedFigures_other:
          '{{count, number}} incidents: say which deployment caused them, or that none did.',
        dispute: 'About {{metric}}; the answer is due on {{due}}.',
        itemsAged: 'Items in progress are older than what is expected.',
        itemsAgedFigures_one:
          '{{count, number}} item in progress is older than the expected {{expectation}}.',
        itemsAgedFigures_other:
          '{{count, number}} items in progress are older than the expected {{expectation}}.',
        allocationOff: 'The split differs from the agreed one.',
        allocationOffFigures:
          '{{category}}: {{share}} of the work, {{target}} agreed.',
        buildsFailing: 'Fewer runs succeed than usual.',
        buildsFailingFigures:
          '{{share}} of {{runs}} runs in the last 14 days succeeded.',
        ownerMissing: 'It is of a tier that much depends on.',
        ownerMissingFigures: 'Much depends on what is of tier {{tier}}.',
        ownerDangling: 'The catalog has nobody of that name.',
        ownerDanglingFigures: 'The catalog has no {{owner}}.',
        gapOverdue: 'It was to be closed by now.',
        gapOverdueFigures: 'It was to be closed by {{due}}.',
        decisionReviewOverdue: 'The day that was set for it has passed.',
        decisionReviewOverdueFigures:
          '{{title}} was to be reviewed by {{due}}.',
        acceptanceWaiting: 'It waits for its approvers.',
        acceptanceWaitingFigures: '{{title}}: to be decided by {{due}}.',
        acceptanceExpiring: 'It is open again then.',
        acceptanceExpiringFigures: '{{title}}: holds until {{day}}.',
        ownershipReviewOverdue: 'The last confirmation has run out.',
        ownershipReviewOverdueFigures:
          'The last confirmation ran out on {{expired}}.',
        other: 'Open it to see why.',
        leadTimeRisingFigures:
          'Median {{current}} in the last 30 days, {{before}} in the 90 days before.',
      },
    },
    delivery: {
      title: 'How my teams deliver',
      caption:
        'The five DORA metrics of the last 90 days, over all their services as one',
      description: 'The five DORA metrics of what your teams own.',
      subject: 'DORA metrics',
      noTeam: 'You belong to no team in the catalog.',
      changeLeadTime: 'Change lead time',
      deploymentFrequency: 'Deployment frequency',
      recovery: 'Failed deployment recovery time',
      changeFailRate: 'Change fail rate',
      reworkRate: 'Deployment rework rate',
    },
    services: {
      title: 'My teams’ services',
      subject: 'the services of your teams',
      caption: 'Last 90 days',
      service: 'Service',
      leadTime: 'Change lead time',
      frequency: 'Deployments',
      trend: 'Weekly deployments',
      lastDeployment: 'Last deployment',
      trendLabel: 'Deployments of {{title}} a week, {{n}} in the window',
      dora: 'DORA',
      doraOf: 'DORA metrics of {{title}}',
      all: 'See all {{n}} in the fleet',
      never: 'never',
      off: 'DORA metrics are switched off in this portal, so there is nothing to show about delivery.',
      emptyTitle: 'Your teams own no components',
      emptyText:
        'A component appears here when its spec.owner is you or one of your teams.',
      noTeamTitle: 'You are in no team yet',
      noTeamText:
        'The services of your teams appear here. You are signed in as somebody whom no group of the catalog has as a member.',
      emptyStep: 'Name the owner in the component’s catalog-info.yaml.',
      noTeamStep: 'Add yourself to a group in the catalog.',
    },
    portal: {
      title: 'What this portal knows',
      subject: 'the overview',
      components: 'components',
      systems: 'systems',
      domains: 'domains',
      groups: 'groups',
      deployments: 'deployments',
      changes: 'changes',
      incidents: 'incidents',
      workItems: 'work items',
      catalogHeading: 'Catalog',
      recordsHeading: 'Records',
      subjectsHeading: 'Subjects',
      catalogAsOf: 'catalog read {{when}}',
      catalogNever: 'catalog not read yet',
      dataAsOf: 'newest data {{when}}',
      dataNever: 'no data yet',
      coverage: '{{reporting}} of {{applicable}} components report',
      coverageOwnership:
        '{{reporting}} of {{applicable}} entities have an owner that exists',
      coverageDecisions:
        '{{reporting}} of {{applicable}} components have a decision',
      coverageNone: 'no components to report on',
      notAllowed: 'You have no permission to read this',
      off: 'switched off',
      offHint: 'Switch it on with opmodel.subjects.{{id}}.enabled',
      onlyVisible: 'Counted over what you may see in the catalog.',
      subjectName: {
        dora: 'DORA metrics',
        flow: 'Flow',
        ownership: 'Ownership',
        decisions: 'Decisions',
        slo: 'SLOs',
        scorecards: 'Scorecards',
        other: '{{id}}',
      },
      operator_one: '{{count, number}} thing needs an operator',
      operator_other: '{{count, number}} things need an operator',
      emptyCatalogTitle: 'The catalog has no components yet',
      emptyCatalogText:
        'Counts appear here once the catalog knows components, and the portal has read it.',
      emptyCatalogStep: 'Register a catalog-info.yaml.',
      emptyRecordsTitle: 'No delivery data yet',
      emptyRecordsText:
        'Numbers appear as soon as deployments and changes are reported.',
      emptyRecordsStep: 'Send the first deployment:',
    },
    find: {
      title: 'Find',
      label: 'Search the catalog and everything in it',
      submit: 'Search',
      catalog: 'Browse the catalog',
      fleet: 'DORA of all services',
      myFleet: 'DORA of my teams’ services',
      shortcuts: 'Shortcuts',
    },
  },
});
