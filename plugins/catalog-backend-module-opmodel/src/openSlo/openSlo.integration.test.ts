import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import request from 'supertest';
import catalogModuleOpmodel from '../index';

const examples = resolve(__dirname, '../../../../examples/operating-model');

const component = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: checkout
  annotations:
    opmodel.io/openslo: ./checkout-slos.yaml
spec:
  type: service
  lifecycle: production
  owner: payments
`;

const slo = `---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout-availability
  displayName: Checkout works
  labels:
    team: [payments, shop]
  annotations:
    opmodel.io/review-on: 2027-03-01
    example.com/dashboards/main: https://example.com
spec:
  description: Orders are taken
  service: checkout
  indicatorRef: checkout-errors
  timeWindow:
    - duration: 30d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.999
  alertPolicies:
    - alertPolicyRef: page
`;

const sli = `---
apiVersion: openslo/v1
kind: SLI
metadata:
  name: checkout-errors
spec:
  ratioMetric:
    counter: true
    good:
      metricSource:
        metricSourceRef: main
        spec:
          query: good_total
    total:
      metricSource:
        metricSourceRef: main
        spec:
          query: all_total
`;

/** A file of its own, as a location: what is about nobody in particular. */
const shared = `---
apiVersion: openslo/v1
kind: DataSource
metadata:
  name: main
spec:
  type: Prometheus
  connectionDetails:
    url: https://prometheus.example.com
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata:
  name: page
spec:
  alertWhenBreaching: true
  conditions:
    - conditionRef: fast-burn
  notificationTargets:
    - targetRef: on-call
---
apiVersion: openslo/v1
kind: AlertCondition
metadata:
  name: fast-burn
  displayName: Fast burn
spec:
  severity: page
  condition:
    kind: burnrate
    op: gte
    threshold: 14.4
    lookbackWindow: 1h
    alertAfter: 5m
---
apiVersion: openslo/v1
kind: AlertNotificationTarget
metadata:
  name: on-call
spec:
  target: pager
---
apiVersion: openslo/v1
kind: Service
metadata:
  name: mail
  annotations:
    opmodel.io/owner: payments
spec:
---
apiVersion: openslo/v1alpha
kind: SLO
metadata:
  name: mail-delivery
  displayName: Mail arrives
spec:
  service: mail
  budgetingMethod: Occurrences
  timeWindows:
    - count: 30
      unit: Day
      isRolling: true
  objectives:
    - displayName: Most
      value: 1
      target: 0.99
      ratioMetrics:
        good:
          source: prometheus
          queryType: promql
          query: sent_total
        total:
          source: prometheus
          queryType: promql
          query: mail_total
`;

jest.setTimeout(60_000);

describe('OpenSLO in the catalog', () => {
  let folder: string;
  let backend: TestBackend;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'openslo-catalog-'));
    for (const name of [
      'error-budget-policy.yaml',
      'service-level-agreement.yaml',
    ]) {
      await copyFile(join(examples, name), join(folder, name));
    }
    await writeFile(join(folder, 'catalog-info.yaml'), component);
    await writeFile(join(folder, 'checkout-slos.yaml'), slo + sli);
    await writeFile(join(folder, 'shared.yaml'), shared);
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleOpmodel,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:0' },
            catalog: {
              rules: [
                { allow: ['Component', 'Location'] },
                { allow: ['SLO', 'SLI', 'Service', 'DataSource'] },
                {
                  allow: [
                    'AlertPolicy',
                    'AlertCondition',
                    'AlertNotificationTarget',
                  ],
                },
                { allow: ['ErrorBudgetPolicy', 'ServiceLevelAgreement'] },
              ],
              locations: [
                'catalog-info.yaml',
                'shared.yaml',
                'error-budget-policy.yaml',
                'service-level-agreement.yaml',
              ].map(name => ({ type: 'file', target: join(folder, name) })),
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  function get(path: string) {
    return request(backend.server)
      .get(`/api/catalog/entities/by-name/${path}`)
      .set('Authorization', mockCredentials.user.header());
  }

  async function waitFor(isReady: () => Promise<boolean>) {
    const deadline = Date.now() + 30_000;
    while (!(await isReady())) {
      if (Date.now() > deadline) {
        throw new Error('It did not come about in time');
      }
      await new Promise(done => setTimeout(done, 200));
    }
  }

  /** The entity, as soon as the catalog has it and it is as expected. */
  async function find(
    path: string,
    isReady: (entity: Entity) => boolean = () => true,
  ): Promise<Entity> {
    let found: Entity | undefined;
    await waitFor(async () => {
      const { status, body } = await get(path);
      found = body;
      return status === 200 && isReady(body);
    });
    return found!;
  }

  /** What brings an entity into the catalog. */
  async function parentsOf(path: string): Promise<string[]> {
    const { body } = await get(`${path}/ancestry`).expect(200);
    const { rootEntityRef, items } = body as {
      rootEntityRef: string;
      items: { entity: Entity; parentEntityRefs: string[] }[];
    };
    const item = items.find(
      ({ entity }) => stringifyEntityRef(entity) === rootEntityRef,
    );
    return item!.parentEntityRefs;
  }

  async function refresh(entityRef: string): Promise<void> {
    await request(backend.server)
      .post('/api/catalog/refresh')
      .set('Authorization', mockCredentials.user.header())
      .send({ entityRef })
      .expect(200);
  }

  function relationsOf({ relations = [] }: Entity): string[] {
    return relations.map(({ type, targetRef }) => `${type} ${targetRef}`);
  }

  function has(relation: string) {
    return (entity: Entity) => relationsOf(entity).includes(relation);
  }

  function errorsOf(entity: Entity): string[] {
    const { status } = entity as unknown as {
      status?: { items: { error: { message: string } }[] };
    };
    return (status?.items ?? []).map(({ error }) => error.message);
  }

  it('shows an SLO as people know it, with what it measures and who answers for it', async () => {
    const entity = await find(
      'slo/default/checkout-availability',
      has('measures component:default/checkout'),
    );
    expect(errorsOf(entity)).toEqual([]);
    expect(entity.metadata).toMatchObject({
      title: 'Checkout works',
      description: 'Orders are taken',
      opensloLabels: { team: ['payments', 'shop'] },
      opensloAnnotations: {
        'example.com/dashboards/main': 'https://example.com',
      },
      annotations: {
        'backstage.io/managed-by-location': `file:${folder}/checkout-slos.yaml`,
        'opmodel.io/review-on': '2027-03-01',
      },
    });
    expect(entity.spec).toMatchObject({
      objectives: [{ target: 0.999 }],
      timeWindow: [{ duration: '30d', isRolling: true }],
    });
    // The service that it names is what it measures, so that no document is missed.
    const own = relationsOf(entity).filter(
      relation => !relation.startsWith('governedBy'),
    );
    expect(own.sort()).toEqual([
      'measures component:default/checkout',
      'ownedBy group:default/payments',
      'references alertpolicy:default/page',
      'references sli:default/checkout-errors',
    ]);
    const about = await find(
      'component/default/checkout',
      has('measuredBy slo:default/checkout-availability'),
    );
    expect(errorsOf(about)).toEqual([]);
  });

  it('relates documents of different files', async () => {
    const source = await find(
      'datasource/default/main',
      has('referencedBy sli:default/checkout-errors'),
    );
    expect(errorsOf(source)).toEqual([]);
    await find(
      'alertpolicy/default/page',
      has('referencedBy slo:default/checkout-availability'),
    );
    await find(
      'alertcondition/default/fast-burn',
      has('referencedBy alertpolicy:default/page'),
    );
    await find(
      'alertnotificationtarget/default/on-call',
      has('referencedBy alertpolicy:default/page'),
    );
  });

  it('converts what is written in an older version', async () => {
    const entity = await find('slo/default/mail-delivery');
    expect(entity).toMatchObject({
      apiVersion: 'openslo/v1',
      metadata: {
        title: 'Mail arrives',
        annotations: { 'opmodel.io/openslo-version': 'openslo/v1alpha' },
      },
      spec: { timeWindow: [{ duration: '30d' }] },
    });
    await find(
      'service/default/mail',
      has('referencedBy slo:default/mail-delivery'),
    );
  });

  it('relates policies and agreements to what they are about', async () => {
    const policy = await find(
      'errorbudgetpolicy/default/money-budgets',
      has('governs system:default/checkout'),
    );
    expect(relationsOf(policy)).toContain('ownedBy group:default/payments');
    const agreement = await find(
      'servicelevelagreement/default/acme-checkout',
      has('governs slo:default/checkout-availability'),
    );
    expect(agreement.spec?.customer).toBe('Acme Corporation');
  });

  it('shows what becomes wrong on the component and on the SLO, and takes it back once it is right', async () => {
    await find('slo/default/checkout-availability');
    await writeFile(
      join(folder, 'checkout-slos.yaml'),
      slo.replace('0.999', '99.9') + sli,
    );
    await refresh('component:default/checkout');
    const line = /line 21: spec\.objectives\[0\]\.target is 99\.9: /;
    const about = await find(
      'component/default/checkout',
      entity => errorsOf(entity).length > 0,
    );
    expect(errorsOf(about)).toEqual([expect.stringMatching(line)]);
    expect(errorsOf(about)[0]).toContain(`${folder}/checkout-slos.yaml`);
    const wrong = await find(
      'slo/default/checkout-availability',
      entity => errorsOf(entity).length > 0,
    );
    expect(errorsOf(wrong)).toEqual([expect.stringMatching(line)]);
    expect(wrong.spec).toMatchObject({ objectives: [{ target: 99.9 }] });

    await writeFile(join(folder, 'checkout-slos.yaml'), slo + sli);
    await refresh('component:default/checkout');
    await find(
      'slo/default/checkout-availability',
      entity => errorsOf(entity).length === 0,
    );
    await find(
      'component/default/checkout',
      entity => errorsOf(entity).length === 0,
    );
  });

  it('lets an SLO go that is no longer written', async () => {
    expect(await parentsOf('slo/default/checkout-availability')).toEqual([
      'component:default/checkout',
    ]);
    await writeFile(join(folder, 'checkout-slos.yaml'), sli);
    await refresh('component:default/checkout');
    // What nothing brings any more is deleted by the catalog's next round of cleaning up.
    await waitFor(async () => {
      const parents = await parentsOf('slo/default/checkout-availability');
      return parents.length === 0;
    });
    expect(await parentsOf('sli/default/checkout-errors')).toEqual([
      'component:default/checkout',
    ]);
  });
});
