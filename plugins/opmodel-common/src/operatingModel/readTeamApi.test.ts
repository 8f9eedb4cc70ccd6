import fc from 'fast-check';
import { readTeamApi, teamTypeAnnotation } from './readTeamApi';

describe('readTeamApi', () => {
  it('reads the field names of the published specification', () => {
    expect(
      readTeamApi({
        teamApi: {
          teamapi: '0.1.0',
          info: { name: 'Payments', focus: 'Pay', type: 'Stream-aligned' },
          channels: [{ type: 'slack', name: 'payments' }],
          searchTerms: [{ term: 'checkout' }],
          services: [
            {
              name: 'Checkout',
              versioning: { type: 'semantic' },
              repository: 'https://git.example.com/payments/checkout',
            },
          ],
          work: {
            services: [{ name: 'Refunds', $ref: 'https://work.example.com/1' }],
            waysOfWorking: [{ name: 'Lean' }],
            crossTeam: [{ name: 'One sign-in' }],
          },
          meetings: [
            {
              purpose: 'Daily',
              dayOfWeek: 'Wednesday',
              timeOfDay: '09:00',
              durationMinutes: 15,
            },
          ],
          interactions: [
            {
              teamName: 'Cloud Platform',
              mode: 'X-as-a-service',
              startDate: '2026-01-31',
              expectedDuration: 1,
              expectedDurationUnit: 'Months',
            },
            { 'team-name': 'Test Enablers', mode: 'Facilitating' },
          ],
        },
      }),
    ).toEqual({
      info: { name: 'Payments', focus: 'Pay', type: 'stream-aligned' },
      channels: [{ type: 'slack', name: 'payments', url: null }],
      searchTerms: ['checkout'],
      services: [
        {
          name: 'Checkout',
          url: 'https://git.example.com/payments/checkout',
          versioning: 'semantic',
          entityRef: null,
        },
      ],
      work: [
        { name: 'Refunds', url: 'https://work.example.com/1' },
        { name: 'Lean', url: null },
        { name: 'One sign-in', url: null },
      ],
      meetings: [
        {
          name: 'Daily',
          purpose: 'Daily',
          time: 'Wednesday 09:00, 15 min',
          url: null,
        },
      ],
      interactions: [
        {
          team: 'group:default/cloud-platform',
          mode: 'x-as-a-service',
          purpose: null,
          since: '2026-01-31',
          expectedEnd: '2026-02-28',
        },
        {
          team: 'group:default/test-enablers',
          mode: 'facilitating',
          purpose: null,
          since: null,
          expectedEnd: null,
        },
      ],
    });
  });

  it('reads refs, days and plain lists', () => {
    const team = readTeamApi({
      teamApi: {
        searchTerms: ['cards', 'cards', 42],
        services: [{ name: 'Checkout', entityRef: 'Checkout' }],
        work: [{ name: 'Refunds', url: 'https://work.example.com/1' }, 'Talks'],
        interactions: [
          {
            team: 'Platform',
            mode: 'collaboration',
            purpose: 'Find the seam',
            since: '2026-01-05',
            expectedEnd: '2026-03-01',
          },
          { team: 'a b', mode: 'collaboration' },
          { team: 'platform', mode: 'shouting' },
        ],
      },
    });
    expect(team?.searchTerms).toEqual(['cards', '42']);
    expect(team?.services[0].entityRef).toBe('component:default/checkout');
    expect(team?.work.map(({ name }) => name)).toEqual(['Refunds', 'Talks']);
    expect(team?.interactions).toEqual([
      {
        team: 'group:default/platform',
        mode: 'collaboration',
        purpose: 'Find the seam',
        since: '2026-01-05',
        expectedEnd: '2026-03-01',
      },
    ]);
  });

  it.each([
    ['Cloud Platform', 'group:default/cloud-platform'],
    ['Ledger', 'group:default/ledger'],
    ['Payments / Core (Berlin)', 'group:default/payments-core-berlin'],
    ['group:other/ledger', 'group:other/ledger'],
  ])('reads the team named %s as %s', (teamName, team) => {
    const interactions = [{ teamName, mode: 'collaboration' }];
    expect(
      readTeamApi({ teamApi: { interactions } })?.interactions[0].team,
    ).toBe(team);
  });

  it('takes the type from the annotation where the document names none', () => {
    const annotations = { [teamTypeAnnotation]: 'Complicated subsystem' };
    expect(readTeamApi(undefined)).toBeNull();
    expect(readTeamApi(undefined, annotations)?.info.type).toBe(
      'complicated-subsystem',
    );
    expect(
      readTeamApi({ teamApi: { info: { type: 'platform' } } }, annotations)
        ?.info.type,
    ).toBe('platform');
  });

  it('makes no address of what could run, and no day of what is none', () => {
    const team = readTeamApi({
      teamApi: {
        // eslint-disable-next-line no-script-url
        channels: [{ type: 'slack', name: 'x', url: 'javascript:alert(1)' }],
        interactions: [
          { team: 'b', mode: 'collaboration', since: '2026-02-30' },
          { team: 'c', mode: 'collaboration', startDate: '01/01/2022' },
          {
            team: 'd',
            mode: 'collaboration',
            since: '2026-01-01',
            expectedDuration: 1e300,
            expectedDurationUnit: 'days',
          },
        ],
      },
    });
    expect(team?.channels[0].url).toBeNull();
    expect(team?.interactions.map(({ since }) => since)).toEqual([
      null,
      null,
      '2026-01-01',
    ]);
    expect(team?.interactions[2].expectedEnd).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.record({
          teamApi: fc.oneof(
            fc.jsonValue(),
            fc.dictionary(
              fc.constantFrom(
                'info',
                'channels',
                'searchTerms',
                'services',
                'work',
                'meetings',
                'interactions',
              ),
              fc.jsonValue(),
            ),
          ),
        }),
        document => {
          expect(() => readTeamApi(document)).not.toThrow();
        },
      ),
    );
  });
});
