import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onCallProviderContract } from '@opmodel/backstage-plugin-opmodel-node';
import { createPagerdutyOnCall } from './pagerdutyOnCall';

// No account is asked: the server answers in the shape that the documentation of the REST API v2 describes.
const reference = (type: string, id: string, summary: string) => ({
  id,
  type: `${type}_reference`,
  summary,
  self: `https://api.pagerduty.com/${type}s/${id}`,
  html_url: `https://acme.pagerduty.example.com/${type}s/${id}`,
});
const policy = reference('escalation_policy', 'PPOLICY', 'Shop');
const services: Record<string, object> = {
  PSHOP: {
    ...reference('service', 'PSHOP', 'Shop'),
    escalation_policy: policy,
  },
  PQUIET: {
    ...reference('service', 'PQUIET', 'Quiet'),
    escalation_policy: reference('escalation_policy', 'PNONE', 'Nobody'),
  },
};
const onCalls = [
  {
    escalation_policy: policy,
    escalation_level: 2,
    schedule: null,
    user: reference('user', 'PBEN', 'Ben Bright'),
    start: null,
    end: null,
  },
  {
    escalation_policy: policy,
    escalation_level: 1,
    schedule: reference('schedule', 'PWEEK', 'Weekly'),
    user: reference('user', 'PADA', 'Ada Able'),
    start: '2026-11-16T09:00:00Z',
    end: '2026-11-23T09:00:00Z',
  },
];

describe('who is on call at PagerDuty', () => {
  let server: Server;
  let asked: string[];
  let status: number;

  beforeEach(async () => {
    asked = [];
    status = 200;
    server = createServer((request, response) => {
      const url = new URL(request.url!, 'http://localhost');
      asked.push(`${request.headers.authorization} ${url.pathname}`);
      const id = /^\/services\/(.*)$/.exec(url.pathname)?.[1];
      const wanted = url.searchParams.getAll('escalation_policy_ids[]');
      const offset = Number(url.searchParams.get('offset'));
      const rows = onCalls.filter(it =>
        wanted.includes(it.escalation_policy.id),
      );
      // Pages of one, so that they are read to their end.
      const page = rows.slice(offset / 100, offset / 100 + 1);
      const body =
        id === undefined
          ? {
              oncalls: page,
              limit: 100,
              offset,
              more: offset / 100 + 1 < rows.length,
            }
          : { service: services[id] };
      response.statusCode = id && !services[id] ? 404 : status;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(() => new Promise(resolve => server.close(resolve)));

  const createProvider = () =>
    createPagerdutyOnCall({
      apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      token: 'key',
    });

  it.each(onCallProviderContract)('$name', async ({ check }) => {
    await expect(
      check({
        provider: createProvider(),
        schedules: ['PSHOP', 'PQUIET'],
        unknownSchedule: 'PGONE',
      }),
    ).resolves.toBeUndefined();
  });

  it('tells all levels of a service, and that nobody is on call for another', async () => {
    const answers = await createProvider().read(['PSHOP', 'PQUIET'], {
      signal: new AbortController().signal,
      budgetShare: 1,
      reportProgress() {},
    });
    expect(answers.get('PSHOP')).toEqual({
      entries: [
        {
          level: 1,
          label: 'Ada Able',
          userRef: null,
          until: Date.parse('2026-11-23T09:00:00Z'),
        },
        { level: 2, label: 'Ben Bright', userRef: null, until: null },
      ],
      asOf: expect.any(Number),
      url: 'https://acme.pagerduty.example.com/services/PSHOP',
    });
    expect(answers.get('PQUIET')?.entries).toEqual([]);
    expect(asked).toEqual([
      'Token token=key /services/PSHOP',
      'Token token=key /services/PQUIET',
      'Token token=key /oncalls',
      'Token token=key /oncalls',
    ]);
  });

  it('fails where the key is refused', async () => {
    status = 401;
    await expect(
      createProvider().read(['PSHOP'], {
        signal: new AbortController().signal,
        budgetShare: 1,
        reportProgress() {},
      }),
    ).rejects.toThrow('answered 401');
  });
});
