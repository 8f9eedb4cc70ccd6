import { type Entity } from '@backstage/catalog-model';
import type { Escalation } from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll, type Visibility } from '../catalog/Visibility';
import { entityOf, scanEntities, scanTime } from '../testing/catalog';
import {
  documentOf,
  operatingEntities,
  refs,
  startOperatingWorld,
} from './testing/operatingWorld';

const path = (name: string, appliesTo: string[], ...paths: object[]): Entity =>
  documentOf('EscalationPath', name, { appliesTo, paths });
const incident = (...targets: string[]) => ({
  about: 'incident',
  steps: targets.map(target => ({ targets: [target] })),
});

const without = (...hidden: string[]): Visibility => ({
  type: 'condition',
  condition: {
    not: {
      anyOf: hidden.map(ref => ({
        key: 'metadata.name',
        values: [ref.split('/')[1]],
      })),
    },
  },
});

/** The steps as lists of refs. */
function refsOf({ steps }: Escalation) {
  return steps.map(({ targets }) => targets.map(({ ref }) => ref));
}

describe('EscalationReader', () => {
  const ask = async (
    documents: Entity[],
    request: Partial<Parameters<typeof read>[0]> = {},
    visibility: Visibility = seesAll,
  ) => {
    const { escalations } = await startOperatingWorld(...documents);
    const read = escalations.read.bind(escalations);
    return read(
      { entityRef: refs.checkout, about: 'incident', ...request },
      visibility,
    );
  };
  const read = (request: {
    entityRef: string;
    about: 'incident' | 'roadmap' | 'risk';
    severity?: string;
  }) => request;

  it.each([
    ['the entity itself', refs.checkout],
    ['its system', refs.selling],
    ['its domain', refs.retail],
    ['its owner', refs.shop],
    ['the group above', refs.money],
    ['the head of the organisation', refs.board],
  ])('takes the path of %s before all that are farther', async (_, scope) => {
    const order = [
      refs.checkout,
      refs.selling,
      refs.retail,
      refs.shop,
      refs.money,
      refs.board,
    ];
    const farther = order.slice(order.indexOf(scope) + 1);
    const escalation = await ask([
      path('a-organisation', [], incident('owner')),
      ...farther.map((ref, index) =>
        path(`a-${index}`, [ref], incident('owner')),
      ),
      path('z-nearest', [scope], incident('owner')),
    ]);
    expect(escalation).toMatchObject({
      source: 'document',
      documentRef: 'escalationpath:default/z-nearest',
      attachedTo: scope,
    });
  });

  it('says whom the words mean, and how to reach them', async () => {
    const escalation = await ask(
      [
        path('shop', [refs.shop], {
          about: 'incident',
          severities: ['SEV1'],
          steps: [
            { targets: ['on-call'], via: 'pager' },
            { targets: ['owner', 'owner'], after: 'PT15M' },
            { targets: ['owner-parent', refs.ada, 'group:default/gone'] },
          ],
        }),
      ],
      { severity: 'Sev1' },
    );
    expect(escalation).toMatchObject({
      severity: 'Sev1',
      asOf: new Date(scanTime).toISOString(),
      steps: [
        {
          level: 1,
          via: 'pager',
          targets: [{ ref: null, title: 'on-call', exists: false }],
        },
        {
          level: 2,
          afterSeconds: 900,
          targets: [
            {
              ref: refs.shop,
              title: 'Shop',
              exists: true,
              contacts: [{ type: 'email', value: 'shop@example.com' }],
            },
          ],
        },
        {
          level: 3,
          targets: [
            { ref: refs.money, title: 'Money', exists: true },
            { ref: refs.ada, title: 'ada', exists: true },
            { ref: 'group:default/gone', title: 'gone', exists: false },
          ],
        },
      ],
    });
  });

  it('goes up the groups from the owner where nobody wrote a path', async () => {
    const escalation = await ask([]);
    expect(escalation).toMatchObject({
      source: 'owner_chain',
      documentRef: null,
      attachedTo: null,
    });
    expect(refsOf(escalation)).toEqual([
      [refs.shop],
      [refs.money],
      [refs.board],
    ]);
    // Without an owner, that of the system answers.
    const orphan = await ask([], { entityRef: refs.orphan });
    expect(refsOf(orphan)).toEqual([[refs.money], [refs.board]]);
    // Above a person are his groups.
    const hobby = await ask([], { entityRef: refs.hobby });
    expect(refsOf(hobby)[1]).toEqual([refs.shop]);
    const group = await ask([], { entityRef: refs.money });
    expect(refsOf(group)).toEqual([[refs.money], [refs.board]]);
  });

  it('pages first where Team API or annotation say how, and only when it burns', async () => {
    const annotated = [
      entityOf(refs.vault, {
        ownedBy: refs.guards,
        annotations: { 'pagerduty.com/service-id': 'P123' },
      }),
    ];
    const byAnnotation = await ask(annotated, { entityRef: refs.vault });
    expect(byAnnotation).toMatchObject({
      source: 'annotation',
      steps: [
        {
          via: 'pagerduty.com/service-id',
          targets: [
            {
              ref: null,
              title: 'on-call',
              exists: true,
              contacts: [{ type: 'page', value: 'P123' }],
            },
          ],
        },
        { targets: [{ ref: refs.guards }] },
      ],
    });
    const withTeamApi = [
      ...annotated,
      entityOf(refs.guards, {
        spec: {
          teamApi: {
            channels: [
              {
                type: 'pager',
                name: 'guards',
                url: 'https://page.example.com/guards',
              },
            ],
          },
        },
      }),
    ];
    expect(await ask(withTeamApi, { entityRef: refs.vault })).toMatchObject({
      source: 'team_api',
      url: 'https://page.example.com/guards',
      steps: [
        { via: 'pager', targets: [{ contacts: [{}, { value: 'P123' }] }] },
        {},
      ],
    });
    expect(
      await ask(withTeamApi, { entityRef: refs.vault, about: 'roadmap' }),
    ).toMatchObject({ source: 'owner_chain', url: null });
  });

  it('takes a path that leads to nobody for none', async () => {
    const escalation = await ask(
      [path('up', [refs.guards], incident('owner-parent'))],
      { entityRef: refs.vault },
    );
    expect(escalation).toMatchObject({ source: 'owner_chain' });
    expect(refsOf(escalation)).toEqual([[refs.guards]]);
    const nobody = await ask(
      [entityOf('component:default/nobodys'), entityOf('api:default/lost')],
      { entityRef: 'component:default/nobodys' },
    );
    expect(nobody).toMatchObject({ source: 'none', steps: [] });
  });

  it('names nobody whom the caller may not see, and follows no hidden path', async () => {
    const documents = [
      path('secret', [refs.checkout], incident(refs.guards)),
      path('open', [refs.shop], incident(refs.guards, 'owner-parent')),
    ];
    const escalation = await ask(
      documents,
      {},
      without('escalationpath:default/secret', refs.guards, refs.money),
    );
    expect(escalation.documentRef).toBe('escalationpath:default/open');
    expect(escalation.steps.map(({ targets }) => targets)).toEqual([
      [{ ref: null, title: '', exists: true, contacts: [] }],
    ]);
    expect(JSON.stringify(escalation)).not.toMatch(/guards|money|secret/);
    await expect(ask(documents, {}, without(refs.checkout))).rejects.toThrow(
      `No entity '${refs.checkout}' in the catalog`,
    );
  });

  it('ends where groups are above each other in a circle', async () => {
    const { catalog, escalations } = await startOperatingWorld();
    await scanEntities(
      catalog,
      [
        entityOf(refs.checkout, { ownedBy: refs.shop, partOf: refs.retail }),
        entityOf(refs.retail, { partOf: refs.retail }),
        entityOf(refs.shop, { childOf: refs.money }),
        entityOf(refs.money, { childOf: [refs.shop, refs.board] }),
        entityOf(refs.board, { childOf: refs.shop }),
      ],
      { now: scanTime + 1 },
    );
    const escalation = await escalations.read(
      { entityRef: refs.checkout, about: 'incident' },
      seesAll,
    );
    expect(refsOf(escalation)).toEqual([
      [refs.shop],
      [refs.money],
      [refs.board],
    ]);
  });

  it('knows a path as soon as a scan has brought it', async () => {
    const { catalog, escalations, documents } = await startOperatingWorld();
    const sourceOf = async () =>
      (
        await escalations.read(
          { entityRef: refs.checkout, about: 'incident' },
          seesAll,
        )
      ).source;
    expect(await sourceOf()).toBe('owner_chain');
    await scanEntities(
      catalog,
      [...operatingEntities(), path('new', [refs.selling], incident('owner'))],
      // The clock need not go on between two scans.
      { now: scanTime },
    );
    expect(await sourceOf()).toBe('document');
    const find = await documents.load();
    const checkout = await catalog.getEntity(refs.checkout, seesAll);
    const vault = await catalog.getEntity(refs.vault, seesAll);
    expect(find(checkout!)).toEqual({
      kind: 'document',
      ref: 'escalationpath:default/new',
    });
    expect(find(vault!)).toBeNull();
  });
});
