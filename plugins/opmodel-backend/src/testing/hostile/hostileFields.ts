import { addDays } from '@opmodel/backstage-plugin-opmodel-common';
import { hostileValues, randomValues } from './hostileValues';

/** One field of a body that a sender may fill with anything. */
export interface HostileField {
  /** Name of the field, which an error must name. */
  field: string;
  /** With the names of ids that are known once there is something to change, such as `{planId}`. */
  path: string;
  /** Default: `POST`. */
  method?: 'PUT' | 'PATCH';
  contentType: string;
  /** The whole body, with this value in the field. */
  bodyWith(json: string): string;
  /** How the value must be found in what was stored of it, where it was taken. */
  stored: 'text' | 'cut' | 'instant' | 'other';
}

const hole = '"<<here>>"';

/** A valid body with a hole for each of its fields, at any depth. */
function holesOf(
  body: Record<string, unknown>,
): { names: string[]; template: string }[] {
  const found: { names: string[]; template: string }[] = [];
  const visit = (
    value: unknown,
    names: string[],
    put: (part: unknown) => unknown,
  ) => {
    if (names.length > 0) {
      found.push({
        names,
        template: JSON.stringify(put(JSON.parse(hole))),
      });
    }
    if (Array.isArray(value)) {
      value.forEach((part, index) =>
        visit(part, [...names, `[${index}]`], inner =>
          put(value.map((old, at) => (at === index ? inner : old))),
        ),
      );
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) {
        visit(part, [...names, name], inner =>
          put({ ...value, [name]: inner }),
        );
      }
    }
  };
  visit(body, [], part => part);
  return found;
}

const cut = ['title', 'repositoryUrl'];
const kept = [
  'source',
  'id',
  'environment',
  'version',
  'commitSha',
  'artifactId',
  'recurrenceOf',
  'deployment',
  'revertsCommitSha',
];

function storedAs(
  path: string,
  names: string[],
  plain: boolean,
): HostileField['stored'] {
  const [name] = names;
  // It finds the entities of a run and is not kept.
  if (path === '/builds' && name === 'repositoryUrl') {
    return 'other';
  }
  if (!plain || names.length > 1) {
    return 'other';
  }
  if (name.endsWith('At')) {
    return 'instant';
  }
  if (cut.includes(name)) {
    return 'cut';
  }
  return kept.includes(name) ? 'text' : 'other';
}

const source = 'https://hostile.example.com';
const at = '2026-03-01T10:00:00Z';
const target = { entityRef: 'component:default/checkout' };

/** A fact of each kind with every field that it may have. */
export const plainBodies: Record<string, Record<string, unknown>> = {
  '/deployments': {
    source,
    id: 'd',
    time: at,
    ...target,
    entityRefs: ['component:default/checkout'],
    links: [{ system: 'github', externalId: 'example/checkout' }],
    paths: ['src'],
    title: 't',
    url: 'https://example.com/1',
    environment: 'production',
    environmentTier: 'production',
    startedAt: at,
    finishedAt: at,
    outcome: 'success',
    deploymentType: 'deploy',
    commitSha: 'c',
    version: '1',
    artifactId: 'pkg:oci/a',
    repositoryUrl: 'https://git.example.com/a/b',
    changes: ['c'],
    baseline: false,
    planned: true,
    hotfix: false,
    withdrawn: false,
  },
  '/changes': {
    source,
    id: 'c',
    ...target,
    commitSha: 'c',
    firstCommitAt: at,
    openedAt: at,
    firstReviewAt: at,
    approvedAt: at,
    mergedAt: at,
    approvedByOther: true,
    contributors: 2,
    revertsCommitSha: 'b',
    commits: [{ sha: 'a', authoredAt: at, committedAt: at }],
    title: 't',
  },
  '/incidents': {
    source,
    id: 'i',
    ...target,
    environment: 'production',
    severity: 'sev2',
    startedAt: at,
    detectedAt: at,
    resolvedAt: at,
    causeClass: 'change',
    recurrenceOf: 'h',
    customerImpactMinutes: 3,
    deployment: 'd',
    title: 't',
  },
  '/work-items': {
    source,
    id: 'w',
    ...target,
    category: 'debt',
    severity: 'high',
    foundIn: 'production',
    objective: 'o',
    committedPeriod: '2026-Q1',
    state: 'active',
    effortDays: 2,
    createdAt: at,
    startedAt: at,
    completedAt: at,
    cancelledAt: at,
    title: 't',
  },
  '/builds': {
    source,
    id: 'b',
    ...target,
    repositoryUrl: 'https://git.example.com/a/b',
    pipeline: 'build',
    queuedAt: at,
    startedAt: at,
    finishedAt: at,
    outcome: 'success',
    commitSha: 'c',
    ref: 'main',
    title: 't',
  },
};

/** A CDEvent as it stands in the body of a CloudEvent. */
export const cdevent = {
  context: {
    specversion: '0.5.1',
    id: 'e',
    source,
    type: 'dev.cdevents.service.deployed.0.3.0',
    timestamp: at,
  },
  subject: {
    id: 'checkout',
    source,
    content: { environment: { id: 'production' }, artifactId: 'pkg:oci/a' },
  },
  customData: { entityRef: 'component:default/checkout', title: 't' },
};

/** The same in the envelope of a CloudEvent. */
export const cloudEvent = {
  specversion: '1.0',
  id: 'e',
  source,
  type: 'dev.cdevents.service.deployed.0.3.0',
  time: at,
  datacontenttype: 'application/json',
  data: cdevent,
};

/** A measurement of a bucket that any length fits, whenever this runs. */
const measurement = {
  slo: 'slo:default/none',
  objective: 0,
  start: new Date(
    Math.floor(Date.now() / 86_400_000) * 86_400_000,
  ).toISOString(),
  seconds: 300,
  good: 9,
  total: 10,
};

const measuredEvent = {
  ...cloudEvent,
  type: 'io.opmodel.sli.measured.v1',
  data: measurement,
};

/** Facts of an entity under a name that nobody has configured, or that the test has. */
const entityFacts = {
  provider: 'scans',
  entityRef: 'component:default/none',
  facts: { critical: 1 },
  toldAt: at,
};

const factEvent = {
  ...cloudEvent,
  type: 'io.opmodel.entity-facts.v1',
  data: entityFacts,
};

const sarifFile = {
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 't', rules: [{ id: 'r', helpUri: 'u' }] } },
      automationDetails: { id: 'c/1' },
      results: [
        {
          ruleId: 'r',
          level: 'error',
          message: { text: 'm' },
          partialFingerprints: { p: 'q' },
        },
      ],
    },
  ],
};
const sonarMeasures = {
  component: {
    key: 'k',
    name: 'n',
    measures: [{ metric: 'sqale_rating', value: '5.0' }],
  },
};

const devlakeRoot = '/devlake/plugins/webhook/connections/1';
const devlakeBodies: Record<string, Record<string, unknown>> = {
  [`${devlakeRoot}/deployments`]: {
    id: 'd',
    displayTitle: 't',
    result: 'SUCCESS',
    environment: 'PRODUCTION',
    name: 'n',
    createdDate: at,
    startedDate: at,
    finishedDate: at,
    deploymentCommits: [
      {
        repoUrl: 'https://git.example.com/a/b',
        refName: 'main',
        commitSha: 'c',
        startedDate: at,
        finishedDate: at,
        result: 'SUCCESS',
      },
    ],
  },
  [`${devlakeRoot}/pull_requests`]: {
    id: 'p',
    baseRepoId: 'r',
    displayTitle: 't',
    url: 'https://example.com/1',
    status: 'MERGED',
    pullRequestKey: 7,
    createdDate: at,
    mergedDate: at,
    mergeCommitSha: 'c',
    headRef: 'h',
    baseRef: 'main',
    isDraft: false,
  },
  [`${devlakeRoot}/issues`]: {
    issueKey: 'k',
    url: 'https://example.com/1',
    title: 't',
    status: 'DONE',
    originalStatus: 'done',
    type: 'INCIDENT',
    createdDate: at,
    resolutionDate: at,
    severity: 'high',
  },
};

const ofCheckout = '/entities/component/default/checkout/dora';

/** A day that may be meant, whenever this runs. */
const nextMonth = new Date(Date.now() + 30 * 86_400_000)
  .toISOString()
  .slice(0, 10);

/** Whoever sends it all owns it, so that nothing is refused before it is read. */
const ofKiosk = '/entities/component/default/kiosk/ownership';

/** A decision with every field that it may have. */
const decision = {
  title: 't',
  context: 'c',
  decision: 'd',
  entityRefs: ['component:default/checkout'],
  ownerRef: 'group:default/shop',
  decidedOn: '2026-03-01',
  reviewOn: nextMonth,
  status: 'accepted',
  links: [{ label: 'l', url: 'https://example.com/1' }],
};

/** A change that is possible, so that only a hostile value is refused. */
const move = {
  type: 'move_systems',
  entityRefs: ['component:default/checkout'],
  toRef: 'group:default/shop',
};
const leaving = {
  type: 'people_leave',
  teamRefs: ['group:default/shop'],
  people: 1,
};

/** What debt cost on a day. */
const debtReport = {
  entityRef: 'component:default/checkout',
  what: 'w',
  day: '2026-01-01',
  hoursLost: 1,
  teamRef: 'group:default/shop',
  itemId: null,
};

/** An item of technical debt with all that people write of it. */
const debtItem = {
  title: 't',
  description: 'd',
  entityRefs: ['component:default/checkout'],
  ownerRef: 'group:default/shop',
  category: 'test',
  intent: 'deliberate',
  prudence: 'prudent',
  severity: 'low',
  estimate: {
    principalDays: 1,
    interestDays: 0,
    occurrencesPerMonth: 1,
    impact: 1,
    likelihood: 1,
    businessValue: 1,
    timeCriticality: 1,
    riskReduction: 1,
  },
  businessImpact: 'b',
  remediationPlan: 'r',
  targetDate: nextMonth,
  reviewDate: nextMonth,
  links: [{ type: 'issue', ref: 'https://tracker.example.com/1', title: 't' }],
};

/** A draft, so that whoever began it may change it. */
const campaign = {
  title: 't',
  description: 'd',
  ownerRef: 'group:default/shop',
  scorecardRef: 'scorecard:default/readiness',
  emphasis: { checks: ['has-description'], levels: ['Bronze'] },
  scope: {
    ownerRefs: ['group:default/shop'],
    tiers: ['1'],
    lifecycles: ['production'],
  },
  isDraft: true,
  startsOn: nextMonth,
  targetOn: addDays(nextMonth, 30),
  remindEveryDays: 7,
};

/** A scorecard with every field that it may have. Whatever is wrong in it is told, and not refused. */
const scorecardSpec = {
  title: 't',
  description: 'd',
  owner: 'group:default/shop',
  scheme: 'levels',
  filter: 'catalog.kind == "component"',
  countsToOverall: true,
  emptyLevel: { name: 'n', color: '#fff' },
  levels: [
    { name: 'Bronze', rank: 1, color: 'peru', description: 'd', atLeast: 1 },
  ],
  requires: [{ scorecard: 'security', level: 'Bronze' }],
  checks: [
    {
      id: 'i',
      name: 'n',
      level: 'Bronze',
      weight: 1,
      filter: 'catalog.hasTitle',
      expression: 'catalog.hasDescription',
      warning: 'catalog.hasTitle',
      value: 'catalog.title',
      unit: 'u',
      failureMessage: '{{ value }}',
      solution: '{{ catalog.name }}',
      links: [{ title: 't', url: 'https://example.com' }],
      owner: 'group:default/shop',
      startsAt: '2026-03-01',
      freshness: 'P7D',
      confirmations: 2,
      whenNotReported: 'fail',
    },
    {
      id: 'j',
      type: 'dora',
      parameters: { metric: 'changeLeadTime', atMost: 'P7D' },
    },
  ],
};

/** What people write, with every field that it may have. */
const writtenBodies: [path: string, body: Record<string, unknown>][] = [
  [
    `${ofCheckout}/corrections`,
    {
      kind: 'excluded_period',
      from: '2026-03-01',
      to: '2026-03-02',
      cause: 'freeze',
      reason: 'r',
    },
  ],
  [`${ofCheckout}/corrections/none/undo`, { reason: 'r' }],
  [
    `${ofCheckout}/disputes`,
    {
      metric: 'change-lead-time',
      from: '2026-03-01',
      to: '2026-03-02',
      profile: 'dora-2026',
      reason: 'r',
    },
  ],
  [`${ofCheckout}/disputes/none/answer`, { verdict: 'accepted', answer: 'a' }],
  [
    '/acceptances',
    {
      subject: 'check',
      subjectRef: 's',
      title: 't',
      entityRefs: ['component:default/checkout'],
      riskLevel: 'low',
      reason: 'r',
      compensatingControl: 'c',
      expiresOn: nextMonth,
    },
  ],
  ...['approve', 'deny', 'revoke', 'withdraw'].map(
    (deed): [path: string, body: Record<string, unknown>] => [
      `/acceptances/{acceptanceId}/${deed}`,
      { note: 'n' },
    ],
  ),
  [`${ofKiosk}/reviews`, { note: 'n' }],
  [`${ofKiosk}/hand-overs`, { toRef: 'group:default/shop', reason: 'r' }],
  ['/decisions', decision],
  [
    '/entities/component/default/checkout/release-gate/break-glass',
    { reason: 'r', reference: 'r' },
  ],
  [
    '/slos/default/none/corrections',
    {
      from: '2026-03-01T00:00:00Z',
      to: '2026-03-02T00:00:00Z',
      reason: 'r',
      riskLevel: 'low',
    },
  ],
  [
    '/slo-policies/default/none/exceptions',
    {
      entityRef: 'component:default/checkout',
      reason: 'r',
      riskLevel: 'low',
      expiresOn: nextMonth,
      compensatingControl: 'c',
    },
  ],
  ['/campaigns', campaign],
  ['/campaigns/{campaignId}/end', { revision: 1, note: 'n' }],
  ['/campaigns/none/archive', { revision: 1, note: 'n' }],
  [
    '/entities/component/default/checkout/scorecards/exemptions',
    {
      scorecard: 'scorecard:default/readiness',
      check: 'has-description',
      reason: 'r',
      riskLevel: 'low',
      compensatingControl: 'c',
      expiresOn: nextMonth,
    },
  ],
  [
    '/entities/component/default/checkout/attestations',
    { name: 'drill', holds: true, comment: 'c', expiresOn: nextMonth },
  ],
  ['/tech-debt/items', debtItem],
  [
    '/tech-debt/items/duplicates',
    {
      title: 't',
      entityRefs: ['component:default/checkout'],
      links: debtItem.links,
    },
  ],
  [
    '/tech-debt/items/{itemId}/status',
    // That nobody has read, so that it stays where it stands.
    { version: 99_999, deed: 'resolve', resolution: 'r', note: 'n' },
  ],
  ['/tech-debt/items/{itemId}/comments', { text: 't' }],
  ['/tech-debt/reports', debtReport],
  [
    '/tech-debt/items/bulk',
    {
      items: [{ id: 'none', version: 1 }],
      fields: {
        ownerRef: 'group:default/shop',
        category: 'code',
        severity: 'low',
        targetDate: nextMonth,
      },
      note: 'n',
    },
  ],
  [
    '/tech-debt/items/bulk',
    {
      items: [{ id: 'none', version: 1 }],
      status: { deed: 'resolve', resolution: 'r' },
    },
  ],
  [
    '/tech-debt/imports/preview',
    {
      format: 'csv',
      text: 't',
      columns: [{ header: 'h', field: 'title' }],
    },
  ],
  [
    '/tech-debt/imports',
    {
      format: 'json',
      text: '[]',
      possibleDuplicates: 'skip',
      createRows: [1],
      versions: [{ id: 'i', version: 1 }],
    },
  ],
  [
    '/tech-debt/items/{itemId}/acceptance',
    {
      reason: 'r',
      riskLevel: 'low',
      compensatingControl: 'c',
      expiresOn: nextMonth,
    },
  ],
  [
    '/tech-debt/items/bulk',
    {
      items: [{ id: 'none', version: 1 }],
      fields: {
        ownerRef: 'group:default/shop',
        category: 'code',
        severity: 'low',
        targetDate: nextMonth,
      },
      note: 'n',
    },
  ],
  [
    '/tech-debt/items/bulk',
    {
      items: [{ id: 'none', version: 1 }],
      status: { deed: 'resolve', resolution: 'r' },
    },
  ],
  [
    '/tech-debt/imports/preview',
    {
      format: 'csv',
      text: 't',
      columns: [{ header: 'h', field: 'title' }],
    },
  ],
  [
    '/tech-debt/imports',
    {
      format: 'json',
      text: '[]',
      possibleDuplicates: 'skip',
      createRows: [1],
      versions: [{ id: 'i', version: 1 }],
    },
  ],
  // Of none, since nobody but a source makes one.
  ['/tech-debt/suggestions/none/promotion', { item: debtItem }],
  ['/tech-debt/suggestions/none/promotion', { itemId: 'i' }],
  ['/tech-debt/suggestions/none/dismissal', { reason: 'r' }],
  [
    '/tech-debt/suggestions/bulk',
    { deed: 'dismiss', ids: ['none'], reason: 'r' },
  ],
  ['/scorecards/check', { name: 'n', spec: scorecardSpec }],
  [
    '/scorecards/preview',
    {
      name: 'n',
      spec: scorecardSpec,
      entityRefs: ['component:default/checkout'],
    },
  ],
  ['/scorecards/default/none/retire', { note: 'n' }],
  ['/scorecard-drafts', { name: 'hostile', spec: scorecardSpec }],
  [
    '/scorecard-drafts',
    { name: 'copied', copyOf: 'scorecard:default/readiness' },
  ],
  // That nobody has read, so that the draft stays.
  ['/scorecard-drafts/{draftId}/publish', { revision: 99, note: 'n' }],
  ['/ownership/what-if', { changes: [move] }],
  ['/ownership/what-if', { changes: [leaving] }],
  [
    '/ownership/plans',
    { name: 'n', changes: [move], readerRefs: ['user:default/ada'] },
  ],
];

/** The same, where it is put in the place of what was there. */
const putBodies: [path: string, body: Record<string, unknown>][] = [
  [
    `${ofKiosk}/gap-dates`,
    { gap: 'owner_is_user', dueDay: nextMonth, note: 'n' },
  ],
  ['/decisions/{decisionId}', { ...decision, version: 1 }],
  ['/campaigns/{campaignId}', { ...campaign, revision: 1 }],
  ['/scorecard-drafts/{draftId}', { spec: scorecardSpec, revision: 1 }],
  [
    '/ownership/plans/{planId}',
    {
      name: 'n',
      changes: [move],
      readerRefs: ['user:default/ada'],
      expiresOn: nextMonth,
      version: 1,
    },
  ],
];

/** The same, where it changes only what it names. */
const patchBodies: [path: string, body: Record<string, unknown>][] = [
  ['/tech-debt/items/{itemId}', { ...debtItem, version: 1, note: 'n' }],
  ['/tech-debt/reports/{reportId}', { ...debtReport, version: 1 }],
];

/** Names a record that there is not, so that every value of its fields is refused. */
const unknownRecord = {
  kind: 'deployment_failed',
  deployment: { source, id: 'd' },
  failed: true,
  reason: 'r',
};

function fieldsOf(
  path: string,
  contentType: string,
  body: Record<string, unknown>,
  plain = false,
): HostileField[] {
  return holesOf(body).map(({ names, template }) => ({
    // An error names the field by its last name; items of a list by that of the list.
    field: names.filter(name => !name.startsWith('[')).at(-1)!,
    path,
    contentType,
    bodyWith: json => template.replace(hole, () => json),
    stored: storedAs(path, names, plain),
  }));
}

/** Every field of every body that the engine takes from outside. */
export const hostileFields: HostileField[] = [
  ...Object.entries(plainBodies).flatMap(([path, body]) =>
    fieldsOf(path, 'application/json', body, true),
  ),
  ...fieldsOf('/events', 'application/cloudevents+json', cloudEvent),
  ...fieldsOf('/events', 'application/json', cdevent),
  ...fieldsOf('/sli-measurements', 'application/json', measurement),
  // The envelope is that of any other event.
  ...fieldsOf('/events', 'application/cloudevents+json', measuredEvent).filter(
    ({ field }) => field === 'data' || field in measurement,
  ),
  ...fieldsOf('/facts', 'application/json', entityFacts),
  ...fieldsOf(
    '/debt-scans/sarif?entityRef=component:default/checkout',
    'application/json',
    sarifFile,
  ),
  ...fieldsOf(
    '/debt-scans/sonarqube?entityRef=component:default/checkout',
    'application/json',
    sonarMeasures,
  ),
  ...fieldsOf('/events', 'application/cloudevents+json', factEvent).filter(
    ({ field }) => field === 'data' || field in entityFacts,
  ),
  ...Object.entries(devlakeBodies).flatMap(([path, body]) =>
    fieldsOf(path, 'application/json', body),
  ),
  ...writtenBodies.flatMap(([path, body]) =>
    fieldsOf(path, 'application/json', body),
  ),
  ...putBodies.flatMap(([path, body]) =>
    fieldsOf(path, 'application/json', body).map(field => ({
      ...field,
      method: 'PUT' as const,
    })),
  ),
  ...patchBodies.flatMap(([path, body]) =>
    fieldsOf(path, 'application/json', body).map(field => ({
      ...field,
      method: 'PATCH' as const,
    })),
  ),
  ...fieldsOf(
    `${ofCheckout}/corrections`,
    'application/json',
    unknownRecord,
  ).filter(({ field }) => ['deployment', 'source', 'id'].includes(field)),
  ...fieldsOf('/decisions', 'application/json', {
    ...decision,
    supersedes: 'none',
  }).filter(({ field }) => field === 'supersedes'),
  ...fieldsOf('/inbox/replay', 'application/json', {
    ids: ['1'],
    source: 'hostile',
  }),
];

/** One field with one value. */
export interface HostileInput extends HostileField {
  json: string;
}

/**
 * Which value meets which field: every value meets some field and every field many values, without asking for all pairs.
 */
export function hostileInputs(): HostileInput[] {
  const values = [...hostileValues, ...randomValues];
  const inputs: HostileInput[] = [];
  hostileFields.forEach((field, index) => {
    // Where the value can be looked up afterwards, more of them are tried.
    const plain = field.stored !== 'other';
    const step = plain ? 11 : 43;
    for (let next = index % step; next < values.length; next += step) {
      inputs.push({ ...field, json: values[next] });
    }
    for (const json of ['"a\\u0000b"', '"a\\ud800b"']) {
      inputs.push({ ...field, json });
    }
  });
  return inputs;
}
