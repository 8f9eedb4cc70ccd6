import type { OnCallAnswer, OnCallProvider } from './OnCallProvider';
import { onCallProviderContract } from './onCallProviderContract';

const answer = (overrides: Partial<OnCallAnswer> = {}): OnCallAnswer => ({
  entries: [
    { level: 1, label: 'Ada', userRef: 'user:default/ada', until: null },
    { level: 2, label: 'Ben', userRef: null, until: Date.now() },
  ],
  asOf: Date.now(),
  url: 'https://on-call.example.com',
  ...overrides,
});

const providerOf = (
  overrides: Partial<OnCallProvider> = {},
  told: () => OnCallAnswer = answer,
): OnCallProvider => ({
  id: 'pager',
  title: 'Pager',
  annotation: 'pager.example.com/service',
  async read(schedules, { signal }) {
    signal.throwIfAborted();
    const known = schedules.filter(schedule => schedule !== 'gone');
    return new Map(known.map(schedule => [schedule, told()]));
  },
  ...overrides,
});

async function breaches(provider: OnCallProvider): Promise<string[]> {
  const found: string[] = [];
  for (const { check } of onCallProviderContract) {
    await check({
      provider,
      schedules: ['a', 'b'],
      unknownSchedule: 'gone',
    }).catch(error => found.push(error.message));
  }
  return found.map(message =>
    message.replace('The provider breaks its contract: ', ''),
  );
}

describe('onCallProviderContract', () => {
  it('has nothing against a provider that keeps it', async () => {
    expect(await breaches(providerOf())).toEqual([]);
  });

  const [first] = answer().entries;
  it.each([
    ['its id', providerOf({ id: 'My Pager' }), 'is not in kebab-case'],
    ['its title', providerOf({ title: ' ' }), 'the title is empty'],
    [
      'its annotation',
      providerOf({ annotation: 'service' }),
      'is not the name of an annotation',
    ],
    [
      'levels out of order',
      providerOf({}, () => answer({ entries: answer().entries.reverse() })),
      'are not whole numbers from 1 in their order',
    ],
    [
      'nobody by name',
      providerOf({}, () => answer({ entries: [{ ...first, label: '' }] })),
      'has an entry without a label',
    ],
    [
      'a group in place of a person',
      providerOf({}, () =>
        answer({ entries: [{ ...first, userRef: 'group:default/a' }] }),
      ),
      'is not the ref of a person',
    ],
    [
      'seconds in place of milliseconds',
      providerOf({}, () => answer({ asOf: Math.floor(Date.now() / 1000) })),
      'which is not about now',
    ],
    [
      'an address that is not on the web',
      providerOf({}, () => answer({ url: 'ftp://on-call.example.com' })),
      'which is no address on the web',
    ],
    [
      'nobody at all',
      providerOf({}, () => answer({ entries: [] })),
      'nobody is on call by any of the schedules',
    ],
    [
      'what there is not',
      providerOf({
        read: async schedules =>
          new Map(schedules.map(schedule => [schedule, answer()])),
      }),
      'it tells of gone, which there is not',
    ],
    [
      'one request for nothing',
      providerOf({
        async read(_schedules, { reportProgress }) {
          reportProgress({ requests: 1 });
          return new Map();
        },
      }),
      'it made 1 requests',
    ],
    [
      'an answer after it was told to stop',
      providerOf({ read: async () => new Map() }),
      'it answered all the same',
    ],
  ])('finds %s', async (_what, provider, breach) => {
    expect((await breaches(provider)).join('; ')).toContain(breach);
  });
});
