import { mockServices } from '@backstage/backend-test-utils';
import { FakeScorecardWork } from '../evaluation/FakeScorecardWork';
import { FakeFactStore } from '../facts/FakeFactStore';
import { AttestationService } from './AttestationService';
import { AttestationTeller } from './AttestationTeller';
import { AttestedFacts } from './AttestedFacts';
import { FakeAttestationStore } from './FakeAttestationStore';

const cart = 'component:default/cart';
const ada = 'user:default/ada';
const HOUR = 3_600_000;
const signal = new AbortController().signal;

const kinds = [
  {
    name: 'drill',
    title: 'Restore drill',
    description: null,
    maximumDays: 30,
  },
  {
    name: 'accessReview',
    title: 'Access review',
    description: 'Who may get in was looked through',
    maximumDays: 90,
  },
];

async function start(zone = 'Europe/Berlin') {
  let now = Date.parse('2026-11-22T23:30:00Z');
  const clock = () => now;
  const store = new FakeAttestationStore();
  const facts = new FakeFactStore({
    work: new FakeScorecardWork(),
    isGone: () => false,
  });
  const attested = new AttestedFacts({ kinds, store, clock });
  const [provider] = attested.providers;
  await facts.register(
    [{ ...provider, cadenceMs: HOUR, freshnessMs: 24 * HOUR }],
    { now },
  );
  const teller = new AttestationTeller({ store, attested, facts, clock });
  const afterFacts = jest.fn();
  const logger = mockServices.logger.mock();
  const service = new AttestationService({
    kinds,
    store,
    teller,
    afterFacts,
    logger,
    zone,
    clock,
  });
  return {
    service,
    teller,
    facts,
    afterFacts,
    logger,
    known: async () => (await facts.read([cart]))[0]?.facts,
    setNow: (text: string) => {
      now = Date.parse(text);
    },
  };
}

const word = { name: 'drill', holds: true, comment: 'Restored last night' };

describe('attestations', () => {
  it('are facts at once, and false within a look of their last day', async () => {
    const { service, teller, known, setNow, afterFacts } = await start();
    // It is the 23rd in Berlin already.
    const given = await service.attest(
      cart,
      { ...word, expiresOn: '2026-11-24' },
      ada,
    );
    expect(given).toMatchObject({
      title: 'Restore drill',
      holds: true,
      attestedBy: ada,
      attestedAt: '2026-11-22T23:30:00.000Z',
      expiresOn: '2026-11-24',
      isExpired: false,
    });
    expect(await known()).toEqual({ drill: true });
    expect(afterFacts).toHaveBeenCalledTimes(1);

    await teller.tellChanged(signal);
    setNow('2026-11-24T22:59:59.999Z');
    await teller.tellChanged(signal);
    expect(await known()).toEqual({ drill: true });

    setNow('2026-11-24T23:00:00Z');
    await teller.tellChanged(signal);
    expect(await known()).toEqual({ drill: false });
    expect((await service.list(cart)).items).toMatchObject([
      { name: 'drill', holds: true, isExpired: true },
    ]);
  });

  it('count with the last word, and are listed as they are configured', async () => {
    const { service, known } = await start();
    await service.attest(cart, { ...word, name: 'accessReview' }, ada);
    await service.attest(cart, word, ada);
    await service.attest(cart, { ...word, holds: false }, 'user:default/bo');
    expect(await known()).toEqual({ accessReview: true, drill: false });
    const list = await service.list(cart);
    expect(list.kinds).toEqual(kinds);
    expect(list.items).toMatchObject([
      { name: 'drill', holds: false, attestedBy: 'user:default/bo' },
      { name: 'accessReview', expiresOn: '2027-02-21' },
    ]);
  });

  it.each([
    ['name', { ...word, name: 'other' }],
    ['comment', { ...word, comment: ' ' }],
    ['comment', { ...word, comment: 'a\0b' }],
    ['expiresOn', { ...word, expiresOn: '2026-11-22' }],
    ['expiresOn', { ...word, expiresOn: '2026-12-24' }],
    ['expiresOn', { ...word, expiresOn: '2026-02-30' }],
    ['expiresOn', { ...word, expiresOn: 'tomorrow' }],
  ])("name '%s' where it is wrong", async (field, body) => {
    const { service } = await start();
    await expect(service.attest(cart, body, ada)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(`'${field}'`),
    });
    expect((await service.list(cart)).items).toEqual([]);
  });

  it('are told by the next look where they could not be told at once', async () => {
    const { service, teller, facts, known, logger } = await start();
    const tell = jest
      .spyOn(facts, 'tell')
      .mockRejectedValueOnce(new Error('away'));
    await service.attest(cart, word, ada);
    expect(logger.warn).toHaveBeenCalled();
    expect(await known()).toBeUndefined();
    await teller.tellChanged(signal);
    expect(await known()).toEqual({ drill: true });
    expect(tell).toHaveBeenCalledTimes(2);
  });
});
