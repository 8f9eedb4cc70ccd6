import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { DateTime } from 'luxon';
import request from 'supertest';
import type { startEngine } from '../startEngine';
import { callers } from './callers';
import { seedCampaigns } from './hiddenCampaigns';
import { debtDocument, seedDebt } from './hiddenDebt';
import { seedSuggestions } from './hiddenSuggestions';
import { dateVerdicts, scorecardDocument } from './hiddenScorecards';
import { measureObjectives, policyDocument, sloDocument } from './hiddenSlos';

/**
 * Stands in every text of everything that is hidden: names, titles, owners, labels, annotations, ids, sources, commits,
 * addresses. It is in nothing that is visible, so one occurrence in an answer is a leak.
 */
export const MARKER = 'zorblax';

type Engine = Awaited<ReturnType<typeof startEngine>>;

const author = mockCredentials.user.header('user:default/author');

function entity(
  kind: string,
  name: string,
  spec: Entity['spec'],
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...metadata },
    spec,
  };
}

const service = { type: 'service', lifecycle: 'production' };
const team = { type: 'team', children: [] };

/** What a hidden entity says of itself. Its label hides it. */
const secret = (title: string): Partial<Entity['metadata']> => ({
  title: `${title} ${MARKER}`,
  labels: { confidential: 'true', [`${MARKER}-label`]: MARKER },
  tags: [MARKER],
  annotations: {
    'github.com/project-slug': `${MARKER}/${MARKER}`,
    'opmodel.io/tier': `${MARKER}-tier`,
  },
});

const visibleEntities = [
  entity('Group', 'top', { ...team, type: 'division' }),
  entity('Group', 'shop', { ...team, parent: 'top' }),
  entity('Domain', 'retail', { owner: 'top' }),
  entity('System', 'selling', { owner: 'shop', domain: 'retail' }),
  entity(
    'Component',
    'cart',
    { ...service, owner: 'shop', system: 'selling' },
    { title: 'Cart', annotations: { 'opmodel.io/tier': 'gold' } },
  ),
  entity('Component', 'mail', { ...service, owner: 'shop' }),
  entity('Component', 'site', { type: 'website', lifecycle: 'experimental' }),
  entity('Component', 'quiet', { ...service, owner: 'shop' }),
  // Seen by everybody, and yet below a group and a domain that are hidden.
  entity('Group', 'night-shift', team),
  entity('System', 'nightly', {
    owner: 'night-shift',
    domain: `${MARKER}-domain`,
  }),
  entity('Component', 'night', {
    ...service,
    owner: 'night-shift',
    system: 'nightly',
  }),
  sloDocument('cart-works', 'cart'),
  sloDocument('mail-works', 'mail'),
  sloDocument('night-works', 'night'),
  policyDocument('mail-rules', ['mail', `${MARKER}-vault`]),
  scorecardDocument('ready'),
  debtDocument('walk-debt', [
    { name: 'elsewhere', title: 'Old queue', entityRefs: [`${MARKER}-vault`] },
    { name: 'wrong', title: 'Old queue', severity: 'dire' },
  ]),
].map(one =>
  one.kind === 'Component' && !one.spec!.owner
    ? { ...one, spec: { ...one.spec, owner: 'top' } }
    : one,
);

const hiddenEntities = [
  entity(
    'Group',
    `${MARKER}-guild`,
    { ...team, parent: 'top' },
    secret('Guild'),
  ),
  entity(
    'Group',
    `${MARKER}-crew`,
    { ...team, parent: `${MARKER}-guild` },
    secret('Crew'),
  ),
  entity(
    'Group',
    `${MARKER}-root`,
    { ...team, children: ['night-shift'] },
    secret('Root'),
  ),
  entity('Domain', `${MARKER}-domain`, { owner: 'top' }, secret('Domain')),
  entity(
    'System',
    `${MARKER}-system`,
    { owner: `${MARKER}-guild`, domain: `${MARKER}-domain` },
    secret('System'),
  ),
  // Inside scopes that everybody sees, and first in every order.
  entity(
    'Component',
    `${MARKER}-borrowed`,
    { ...service, owner: 'shop', system: 'selling' },
    secret('AAA Borrowed'),
  ),
  entity(
    'Component',
    `${MARKER}-vault`,
    { ...service, owner: `${MARKER}-crew`, system: `${MARKER}-system` },
    secret('Between'),
  ),
  entity(
    'API',
    `${MARKER}-api`,
    {
      type: 'openapi',
      lifecycle: 'production',
      owner: 'shop',
      definition: MARKER,
    },
    secret('API'),
  ),
  // About something that everybody sees, and itself hidden.
  sloDocument(`${MARKER}-cart`, 'cart', secret('AAA Cart')),
  sloDocument(`${MARKER}-vault`, `${MARKER}-vault`, secret('AAA Vault')),
  policyDocument(`${MARKER}-rules`, [`${MARKER}-vault`], secret('AAA Rules')),
  // Asks everything visible as well, and nobody meets it.
  scorecardDocument(`${MARKER}-ready`, secret('AAA Ready')),
  debtDocument(
    `${MARKER}-debt`,
    [{ name: 'wrong', title: 'Old queue', severity: 'dire' }],
    secret('AAA Debt'),
  ),
];

/** The catalog with what is hidden, or as it would be if that did not exist. */
export function worldEntities(options: { hidden: boolean }): Entity[] {
  return options.hidden
    ? [...hiddenEntities, ...visibleEntities]
    : visibleEntities;
}

const daysAgo = (days: number, hours = 12) =>
  DateTime.utc().minus({ days }).startOf('day').plus({ hours }).toISO()!;

/** Days before today on which a component deploys: regularly until a month ago, and then not at all or still. */
const stoppedDays = [40, 45, 50, 55, 60, 65, 70, 75];
const steadyDays = [1, 4, 8, 13, 21, 35, 44, 60];

interface Delivery {
  component: string;
  days: number[];
  hours: number;
  word: string;
}

const visibleDeliveries: Delivery[] = [
  { component: 'cart', days: steadyDays, hours: 3, word: 'open' },
  { component: 'mail', days: stoppedDays, hours: 5, word: 'open' },
  { component: 'site', days: [2, 6], hours: 1, word: 'open' },
  { component: 'night', days: stoppedDays, hours: 2, word: 'open' },
];
const hiddenDeliveries: Delivery[] = [
  {
    component: `${MARKER}-borrowed`,
    days: [...steadyDays, 0, 2, 3],
    hours: 90,
    word: MARKER,
  },
  {
    component: `${MARKER}-vault`,
    days: stoppedDays,
    hours: 60,
    word: MARKER,
  },
];

function factsOf({ component, days, hours, word }: Delivery) {
  const source = `https://${word}.example.com`;
  const entityRef = `component:default/${component}`;
  return {
    '/deployments': days.map(day => ({
      source,
      id: `${component}-d${day}`,
      entityRef,
      environment: `${word}-production`,
      environmentTier: 'production',
      title: `Release ${word} ${day}`,
      url: `https://${word}.example.com/${day}`,
      version: `${word}-${day}`,
      artifactId: `pkg:oci/${word}@${day}`,
      // Earlier than now, also for a deployment of today.
      finishedAt: daysAgo(day, 0),
      changes: [`${component}-c${day}`, `${component}-unknown`],
    })),
    '/changes': days.map(day => ({
      source,
      id: `${component}-c${day}`,
      entityRef,
      commitSha: `${component}-c${day}`,
      title: `Change ${word} ${day}`,
      url: `https://${word}.example.com/c/${day}`,
      repositoryUrl: `https://git.example.com/${word}/${component}`,
      firstCommitAt: daysAgo(day, -hours),
      mergedAt: daysAgo(day, -1),
    })),
    '/work-items': [
      ...days.map(day => ({
        source,
        id: `${component}-w${day}`,
        entityRef,
        title: `Work ${word} ${day}`,
        url: `https://${word}.example.com/w/${day}`,
        category: 'reliability',
        severity: word,
        foundIn: 'production',
        committedPeriod: `${word}-sprint`,
        createdAt: daysAgo(day + 3),
        startedAt: daysAgo(day + 2),
        completedAt: daysAgo(day, 0),
      })),
      {
        source,
        id: `${component}-open`,
        entityRef,
        title: `Unfinished ${word}`,
        createdAt: daysAgo(100),
        startedAt: daysAgo(90, hours % 24),
        state: 'blocked',
        time: daysAgo(80),
      },
    ],
    '/builds': days.map(day => ({
      source,
      id: `${component}-b${day}`,
      entityRef,
      pipeline: `${word}-pipeline`,
      url: `https://${word}.example.com/b/${day}`,
      startedAt: daysAgo(day + 1, 1),
      finishedAt: daysAgo(day + 1, 2),
      outcome: day % 2 === 0 ? 'success' : 'failure',
    })),
    '/incidents': [
      {
        source,
        id: `${component}-i1`,
        entityRef,
        severity: 'sev2',
        title: `Outage ${word}`,
        environment: `${word}-production`,
        startedAt: daysAgo(9),
        resolvedAt: daysAgo(8),
      },
    ],
  };
}

async function send(engine: Engine, deliveries: Delivery[]): Promise<void> {
  for (const delivery of deliveries) {
    for (const [path, items] of Object.entries(factsOf(delivery))) {
      const { body } = await request(engine.server)
        .post(`/api/opmodel${path}`)
        .set('authorization', callers.everything.header)
        .send({ items });
      const statuses = new Set(body.items?.map((item: any) => item.status));
      if ([...statuses].join() !== 'accepted') {
        throw new Error(`${path} answered ${JSON.stringify(body)}`);
      }
    }
  }
}

/** Somebody corrects facts of these components, and disputes numbers of them and of these groups. */
async function judge(
  engine: Engine,
  deliveries: Delivery[],
  groups: string[],
): Promise<void> {
  const say = async (path: string, body: object) => {
    const response = await request(engine.server)
      .post(`/api/opmodel${path}`)
      .set('authorization', author)
      .send(body);
    if (response.status !== 201) {
      throw new Error(`${path} answered ${JSON.stringify(response.body)}`);
    }
  };
  for (const { component, days, word } of deliveries) {
    const path = `/entities/component/default/${component}/dora`;
    await say(`${path}/corrections`, {
      kind: 'deployment_failed',
      deployment: {
        source: `https://${word}.example.com`,
        id: `${component}-d${days[1]}`,
      },
      failed: true,
      reason: `Rolled back ${word}`,
    });
    await say(`${path}/disputes`, {
      metric: 'change-lead-time',
      from: daysAgo(30).slice(0, 10),
      to: daysAgo(1).slice(0, 10),
      reason: `Too long ${word}`,
    });
  }
  for (const group of groups) {
    await say(`/entities/group/default/${group}/dora/disputes`, {
      metric: 'change-fail-rate',
      // Nothing happened yet, so that there is no number that only some may know.
      from: daysAgo(700).slice(0, 10),
      to: daysAgo(690).slice(0, 10),
      reason: `Not ours ${group}`,
    });
  }
}

/** Somebody asks for these components to be excused; everything visible is asked for alone. */
async function askFor(engine: Engine, components: string[][]): Promise<void> {
  for (const names of components) {
    const response = await request(engine.server)
      .post('/api/opmodel/acceptances')
      .set('authorization', author)
      .send({
        subject: 'check',
        title: `Not yet ${names.join(' and ')}`,
        entityRefs: names.map(name => `component:default/${name}`),
        riskLevel: 'low',
        reason: `Too much else to do ${names.join(' and ')}`,
      });
    if (response.status !== 201) {
      throw new Error(`/acceptances answered ${JSON.stringify(response.body)}`);
    }
  }
}

/** Somebody asks for a component that everybody sees to be excused from a check of a scorecard that is hidden. */
async function excuse(engine: Engine, component: string): Promise<void> {
  const response = await request(engine.server)
    .post(
      `/api/opmodel/entities/component/default/${component}/scorecards/exemptions`,
    )
    .set('authorization', author)
    .send({
      scorecard: `scorecard:default/${MARKER}-ready`,
      check: 'broken',
      riskLevel: 'low',
      reason: 'Too much else to do',
    });
  if (response.status !== 201) {
    throw new Error(`Exemptions answered ${JSON.stringify(response.body)}`);
  }
}

/** Somebody enters decisions about these components, whose review is overdue. */
async function decide(engine: Engine, components: string[][]): Promise<void> {
  for (const names of components) {
    const response = await request(engine.server)
      .post('/api/opmodel/decisions')
      .set('authorization', author)
      .send({
        title: `One queue for ${names.join(' and ')}`,
        context: `Two were in use at ${names.join(' and ')}`,
        decision: `The first is kept at ${names.join(' and ')}`,
        entityRefs: names.map(name => `component:default/${name}`),
        ownerRef: 'group:default/shop',
        decidedOn: daysAgo(60).slice(0, 10),
        reviewOn: daysAgo(10).slice(0, 10),
      });
    if (response.status !== 201) {
      throw new Error(`/decisions answered ${JSON.stringify(response.body)}`);
    }
  }
}

/** Kinds that no overview counts; on a busy machine they come later than what they are about. */
const DOCUMENT_KINDS = [
  'SLO',
  'ErrorBudgetPolicy',
  'Scorecard',
  'TechDebtRegister',
];

async function waitForEntities(engine: Engine, entities: Entity[]) {
  const isDocument = ({ kind }: Entity) => DOCUMENT_KINDS.includes(kind);
  const documents = entities.filter(isDocument).length;
  const wanted = entities.filter(
    of => of.kind !== 'API' && !isDocument(of),
  ).length;
  for (let attempt = 0; attempt < 240; attempt += 1) {
    await engine.runTask('opmodel-catalog-snapshot');
    const { body } = await request(engine.server)
      .get('/api/opmodel/overview')
      .set('authorization', callers.everything.header);
    const { components, systems, domains, groups } = body.catalog;
    const [{ found }] = await engine
      .knex('entities')
      .whereIn(
        'kind',
        DOCUMENT_KINDS.map(kind => kind.toLowerCase()),
      )
      .count({ found: '*' });
    if (
      components + systems + domains + groups === wanted &&
      Number(found) === documents
    ) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error('The catalog did not process its entities in time');
}

/**
 * Sends the deliveries of everything visible first, and of what is hidden after that, so that a freshness that counts hidden
 * records is too young.
 *
 * @returns the moment between the two, as ISO 8601
 */
export async function fillWorld(
  engine: Engine,
  options: { hidden: boolean },
): Promise<string> {
  await waitForEntities(engine, worldEntities(options));
  await send(engine, visibleDeliveries);
  await judge(engine, visibleDeliveries.slice(0, 2), ['shop', 'top']);
  await askFor(engine, [['cart'], ['mail', 'quiet']]);
  await decide(engine, [['cart'], ['mail', 'night']]);
  await engine.runTask('opmodel-slo-definitions');
  await measureObjectives(
    engine.knex,
    ['cart-works', 'mail-works', 'night-works'],
    { hidden: false },
  );
  await engine.runTask('opmodel-scorecards-facts');
  await engine.runTask('opmodel-scorecards-sweep');
  await dateVerdicts(engine.knex, { hidden: false });
  await seedCampaigns(engine.knex, { hidden: false });
  await seedDebt(engine.knex, { hidden: false });
  await seedSuggestions(engine.knex, { hidden: false });
  const between = new Date().toISOString();
  if (options.hidden) {
    await new Promise(resolve => setTimeout(resolve, 5));
    await send(engine, hiddenDeliveries);
    await judge(engine, hiddenDeliveries, [`${MARKER}-crew`]);
    await askFor(engine, [
      [`${MARKER}-vault`],
      [`${MARKER}-borrowed`, 'night'],
    ]);
    await excuse(engine, 'cart');
    await decide(engine, [[`${MARKER}-vault`], [`${MARKER}-borrowed`, 'cart']]);
    await measureObjectives(
      engine.knex,
      [`${MARKER}-cart`, `${MARKER}-vault`],
      {
        hidden: true,
      },
    );
    await dateVerdicts(engine.knex, { hidden: true });
    await seedCampaigns(engine.knex, { hidden: true });
    await seedDebt(engine.knex, { hidden: true });
    await seedSuggestions(engine.knex, { hidden: true });
  }
  await engine.runTask('opmodel-dora-calculation');
  await engine.runTask('opmodel-flow-calculation');
  await engine.runTask('opmodel-flow-forecasts');
  return between;
}
