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
        other: 'Needs attention',
      },
      why: {
        stoppedDeploying:
          'It used to deploy regularly, and has not for longer than usual.',
        stoppedDeployingFigures:
          'No production deployment for {{days}} days or more; {{before}} in the 90 days before.',
        leadTimeRising:
          'Its changes take half as long again to reach production as before, or longer.',
        other: 'Open it to see why.',
        leadTimeRisingFigures:
          'Median {{current}} in the last 30 days, {{before}} in the 90 days before.',
      },
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
      coverageNone: 'no components to report on',
      notAllowed: 'You have no permission to read this',
      off: 'switched off',
      offHint: 'Switch it on with opmodel.subjects.{{id}}.enabled',
      onlyVisible: 'Counted over what you may see in the catalog.',
      subjectName: {
        dora: 'DORA metrics',
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
