import {
  debtSuggestionSourceContract,
  type FactEntity,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { ApprovedAcceptance } from '../../acceptances/Acceptances';
import { checkWith, definitionWith } from '../testing/publishedScorecard';
import { ExemptionSource } from './ExemptionSource';
import { FailingCheckSource } from './FailingCheckSource';

const noon = Date.UTC(2026, 10, 22, 12);
const DAY = 86_400_000;
const cart = 'component:default/cart';
const ref = 'scorecard:default/readiness';

const entityOf = (entityRef: string): FactEntity => ({
  entityRef,
  kind: 'component',
  namespace: 'default',
  name: entityRef.split('/')[1],
  tags: [],
  annotations: {},
  labels: {},
});
const asked = [cart, 'component:default/till'].map(entityOf);
/** What sources are asked about that are held against their contract. */
const contracted = {
  entities: asked,
  unknownEntity: entityOf('component:default/unknown'),
  now: noon,
};

const context = () => ({ signal: new AbortController().signal, now: noon });

const definition = definitionWith({
  checks: [
    checkWith({
      id: 'old',
      name: 'Old',
      category: 'Security',
      level: 'Bronze',
      solution: 'Mend {{ entity.name }} of {{ git.slug }}.',
    }),
    checkWith({ id: 'young' }),
    checkWith({ id: 'silent' }),
  ],
});

const verdict = (checkId: string, state: string, since: number) =>
  [
    checkId,
    {
      checkId,
      state,
      since,
      value: null,
      detail: null,
      standing: null,
      pending: null,
    },
  ] as const;

function scored(verdicts: ReturnType<typeof verdict>[]) {
  const list = jest.fn(async () => [{ definition }]);
  return {
    list,
    results: {
      read: async (refs: readonly string[]) =>
        refs.includes(cart)
          ? [
              {
                entityRef: cart,
                scorecardRef: ref,
                verdicts: new Map(verdicts),
              },
            ]
          : [],
    },
    scorecards: { list },
  } as any;
}

describe('failing checks', () => {
  it('are debt once they have failed for long, and what is not known stays', async () => {
    const given = scored([
      verdict('old', 'failed', noon - 91 * DAY),
      verdict('young', 'failed', noon - 90 * DAY),
      verdict('silent', 'not_reported', noon - 99 * DAY),
      verdict('withdrawn', 'failed', noon - 99 * DAY),
    ]);
    const source = new FailingCheckSource({ ...given, olderThanDays: 90 });
    const run = context();
    const found = await source.suggest(asked, run);
    await source.suggest(asked, run);
    expect(given.list).toHaveBeenCalledTimes(1);
    expect(found.lookedAt).toEqual(asked.map(({ entityRef }) => entityRef));
    expect(found.suggestions).toMatchObject([
      {
        title: 'Check fails: Old',
        entityRef: cart,
        category: 'security',
        since: noon - 91 * DAY,
        description: expect.stringContaining('Mend cart of –.'),
        links: [{ type: 'check', ref: `${ref}#old` }],
      },
    ]);
    expect(found.leftOut).toEqual([expect.stringMatching(/^failing_check:/)]);
  });

  it.each(debtSuggestionSourceContract)('$name', async ({ check }) => {
    await expect(
      check({
        ...contracted,
        source: new FailingCheckSource({
          ...scored([
            verdict('old', 'failed', noon - 91 * DAY),
            verdict('silent', 'not_reported', noon - 99 * DAY),
          ]),
          olderThanDays: 90,
        }),
      }),
    ).resolves.toBeUndefined();
  });
});

describe('exemptions', () => {
  const exemption = (given: Partial<ApprovedAcceptance>) =>
    ({
      id: 'e1',
      subject: 'check',
      subjectRef: `${ref}#old`,
      entityRefs: [cart, 'component:default/elsewhere'],
      state: 'approved',
      riskLevel: 'high',
      reason: 'The <b>vendor</b> is late',
      expiresOn: '2026-12-31',
      approvedAt: noon - DAY,
      ...given,
    } as ApprovedAcceptance);

  const suggest = async (kept: ApprovedAcceptance[]) => {
    const source = new ExemptionSource({
      ...scored([verdict('old', 'exempt', noon)]),
      acceptances: { listApproved: async () => kept },
    });
    return (await source.suggest(asked, context())).suggestions;
  };

  it.each(debtSuggestionSourceContract)('$name', async ({ check }) => {
    await expect(
      check({
        ...contracted,
        source: new ExemptionSource({
          ...scored([verdict('old', 'exempt', noon)]),
          acceptances: { listApproved: async () => [exemption({})] },
        }),
      }),
    ).resolves.toBeUndefined();
  });

  it('are accepted debt while they hold, and debt once they are over', async () => {
    expect(await suggest([exemption({})])).toMatchObject([
      {
        title: 'Exempt from: Old',
        entityRef: cart,
        severity: 'high',
        since: noon - DAY,
        evidence: expect.arrayContaining([
          { type: 'text', name: 'exemptionState', value: 'approved' },
          { type: 'day', name: 'expiresOn', value: '2026-12-31' },
        ]),
        links: [
          { type: 'exemption', ref: 'e1', title: null },
          { type: 'check', ref: `${ref}#old`, title: 'Old' },
        ],
      },
    ]);
    expect(await suggest([exemption({ state: 'expired' })])).toMatchObject([
      { title: 'Exemption expired: Old' },
    ]);
    expect(
      await suggest([exemption({ subjectRef: `${ref}#withdrawn` })]),
    ).toEqual([]);
  });
});
