import fc from 'fast-check';
import { isRateLimited, readRateLimit } from './readRateLimit';

const now = Date.UTC(2026, 2, 2, 10);
const inHalfAnHour = now + 1_800_000;
const seconds = `${inHalfAnHour / 1000}`;
const day = 24 * 60 * 60 * 1000;

function read(headers: Record<string, string>, status = 200) {
  return readRateLimit(new Headers(headers), status, now);
}

const nothing = {
  limit: null,
  remaining: null,
  resetAt: null,
  retryAfterMs: null,
  scope: null,
};

describe('readRateLimit', () => {
  it.each<[string, Record<string, string>, number, object]>([
    [
      'GitHub',
      {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '4987',
        'x-ratelimit-used': '13',
        'x-ratelimit-reset': seconds,
        'x-ratelimit-resource': 'core',
      },
      200,
      { limit: 5000, remaining: 4987, resetAt: inHalfAnHour, scope: 'core' },
    ],
    [
      'GitHub, all used',
      {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': seconds,
      },
      403,
      {
        limit: 5000,
        remaining: 0,
        resetAt: inHalfAnHour,
        retryAfterMs: 1_800_000,
      },
    ],
    [
      'GitHub, a secondary limit',
      {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '4000',
        'x-ratelimit-reset': seconds,
        'retry-after': '60',
      },
      403,
      {
        limit: 5000,
        remaining: 4000,
        resetAt: inHalfAnHour,
        retryAfterMs: 60_000,
      },
    ],
    [
      'GitLab, which counts since 1970',
      {
        'ratelimit-limit': '600',
        'ratelimit-remaining': '599',
        'ratelimit-reset': seconds,
        'ratelimit-name': 'throttle_authenticated_api',
      },
      200,
      {
        limit: 600,
        remaining: 599,
        resetAt: inHalfAnHour,
        scope: 'throttle_authenticated_api',
      },
    ],
    [
      'PagerDuty, which counts from now',
      {
        'ratelimit-limit': '960',
        'ratelimit-remaining': '12',
        'ratelimit-reset': '30',
      },
      200,
      { limit: 960, remaining: 12, resetAt: now + 30_000 },
    ],
    [
      'the draft with one field',
      { ratelimit: 'limit=100, remaining=50, reset=30' },
      200,
      { limit: 100, remaining: 50, resetAt: now + 30_000 },
    ],
    [
      'the draft with policies, of which the tightest counts',
      {
        ratelimit: '"burst";r=90;t=5, "daily";r=20;t=3600',
        'ratelimit-policy': '"burst";q=100;w=60,"daily";q=1000;w=86400',
      },
      200,
      {
        limit: 1000,
        remaining: 20,
        resetAt: now + 3_600_000,
        scope: 'daily',
      },
    ],
    [
      'Jira',
      {
        'x-ratelimit-limit': '350',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '2026-03-02T10:30Z',
        'ratelimit-reason': 'jira-burst-based',
        'retry-after': '17',
      },
      429,
      {
        limit: 350,
        remaining: 0,
        resetAt: inHalfAnHour,
        retryAfterMs: 17_000,
        scope: 'jira-burst-based',
      },
    ],
    [
      'ServiceNow',
      {
        'x-ratelimit-limit': '1000',
        'x-ratelimit-reset': seconds,
        'x-ratelimit-rule': 'incident table',
        'retry-after': '1800',
      },
      429,
      {
        limit: 1000,
        resetAt: inHalfAnHour,
        retryAfterMs: 1_800_000,
        scope: 'incident table',
      },
    ],
    [
      'Azure DevOps, which asks for a pause before it refuses',
      {
        'x-ratelimit-resource': 'WITBatch',
        'x-ratelimit-delay': '0.5',
        'x-ratelimit-limit': '200',
        'x-ratelimit-remaining': '20',
        'x-ratelimit-reset': seconds,
        'retry-after': '3',
      },
      200,
      {
        limit: 200,
        remaining: 20,
        resetAt: inHalfAnHour,
        retryAfterMs: 3_000,
        scope: 'WITBatch',
      },
    ],
    [
      'Bitbucket near its limit',
      {
        'x-ratelimit-limit': '1000',
        'x-ratelimit-resource': 'api-repositories',
        'x-ratelimit-nearlimit': 'true',
      },
      200,
      { limit: 1000, remaining: 200, scope: 'api-repositories' },
    ],
    [
      'Bitbucket far from its limit',
      {
        'x-ratelimit-limit': '1000',
        'x-ratelimit-resource': 'api-repositories',
        'x-ratelimit-nearlimit': 'false',
      },
      200,
      { limit: 1000, scope: 'api-repositories' },
    ],
    [
      'Linear, whose complexity is used up before the requests',
      {
        'x-ratelimit-requests-limit': '1500',
        'x-ratelimit-requests-remaining': '1400',
        'x-ratelimit-requests-reset': `${inHalfAnHour}`,
        'x-complexity': '210',
        'x-ratelimit-complexity-limit': '250000',
        'x-ratelimit-complexity-remaining': '1000',
        'x-ratelimit-complexity-reset': `${inHalfAnHour}`,
      },
      200,
      {
        limit: 250000,
        remaining: 1000,
        resetAt: inHalfAnHour,
        scope: 'complexity',
      },
    ],
    [
      'Datadog',
      {
        'x-ratelimit-limit': '300',
        'x-ratelimit-period': '3600',
        'x-ratelimit-remaining': '299',
        'x-ratelimit-reset': '1800',
        'x-ratelimit-name': 'slo_history',
      },
      200,
      {
        limit: 300,
        remaining: 299,
        resetAt: inHalfAnHour,
        scope: 'slo_history',
      },
    ],
    [
      'LaunchDarkly, which does not tell its limits',
      {
        'x-ratelimit-global-remaining': '400',
        'x-ratelimit-route-remaining': '3',
        'x-ratelimit-reset': `${inHalfAnHour}`,
      },
      200,
      { remaining: 3, resetAt: inHalfAnHour, scope: 'route' },
    ],
    ['nobody, with 429 alone', {}, 429, { retryAfterMs: 60_000 }],
    ['nobody', {}, 200, {}],
    ['nobody, with a refusal that is none for a limit', {}, 403, {}],
    [
      'an overloaded server',
      { 'retry-after': 'Mon, 02 Mar 2026 10:30:00 GMT' },
      503,
      { retryAfterMs: 1_800_000 },
    ],
    [
      'a server whose clock is ten minutes ahead',
      {
        date: 'Mon, 02 Mar 2026 10:10:00 GMT',
        'retry-after': 'Mon, 02 Mar 2026 10:10:30 GMT',
        'x-ratelimit-limit': '10',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': `${(now + 600_000) / 1000 + 30}`,
      },
      429,
      { limit: 10, remaining: 0, resetAt: now + 30_000, retryAfterMs: 30_000 },
    ],
    [
      'a server that says nonsense',
      {
        'x-ratelimit-limit': '-5',
        'x-ratelimit-remaining': 'many',
        'x-ratelimit-reset': 'soon',
        'retry-after': '1e9',
        ratelimit: '"a";r=;t=x, ;;;',
        date: 'today',
      },
      200,
      {},
    ],
  ])('reads %s', (_, headers, status, expected) => {
    expect(read(headers, status)).toEqual({ ...nothing, ...expected });
  });

  it('tells a refusal for a limit from another', () => {
    const of = (headers: Record<string, string>, status: number) =>
      isRateLimited(status, read(headers, status));
    expect(of({}, 429)).toBe(true);
    expect(of({}, 403)).toBe(false);
    expect(of({ 'retry-after': '5' }, 403)).toBe(true);
    expect(of({ 'x-ratelimit-remaining': '0' }, 403)).toBe(true);
    expect(of({ 'x-ratelimit-remaining': '7' }, 403)).toBe(false);
    expect(of({ 'retry-after': '5' }, 503)).toBe(false);
    expect(of({ 'x-ratelimit-remaining': '0' }, 200)).toBe(false);
  });

  it('never tells what cannot be, whatever it is told', () => {
    const value = fc.oneof(
      fc.integer().map(String),
      fc.bigInt().map(String),
      fc.double().map(String),
      fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
      fc.date({ noInvalidDate: true }).map(date => date.toUTCString()),
      fc.constantFrom('', 'true', 'NaN', 'Infinity', '-0', '0x10', '1e400'),
      fc
        .array(
          fc.tuple(
            fc.constantFrom('r', 't', 'q', 'limit', 'remaining', 'reset'),
            fc.integer(),
          ),
        )
        .map(pairs => `"p";${pairs.map(pair => pair.join('=')).join(';')}`),
      fc.string({ unit: 'grapheme-ascii' }).map(text => text.trim()),
    );
    const names = [
      'date',
      'retry-after',
      'ratelimit',
      'ratelimit-policy',
      'ratelimit-reason',
      ...['limit', 'remaining', 'reset'].flatMap(part => [
        `ratelimit-${part}`,
        `x-ratelimit-${part}`,
        `x-ratelimit-requests-${part}`,
        `x-ratelimit-complexity-${part}`,
        `x-ratelimit-global-${part}`,
      ]),
      'x-ratelimit-nearlimit',
      'x-ratelimit-delay',
    ];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...names), value),
        fc.constantFrom(200, 403, 429, 503),
        fc.integer({ min: 0, max: 4e12 }),
        (headers, status, at) => {
          const told = readRateLimit(new Headers(headers), status, at);
          for (const count of [told.limit, told.remaining]) {
            expect(count === null || Number.isSafeInteger(count)).toBe(true);
            expect(count ?? 0).toBeGreaterThanOrEqual(0);
            expect(count ?? 0).toBeLessThan(2 ** 31);
          }
          const { resetAt, retryAfterMs } = told;
          expect(resetAt ?? at).toBeGreaterThanOrEqual(at);
          expect(resetAt ?? at).toBeLessThanOrEqual(at + day);
          expect(retryAfterMs ?? 0).toBeGreaterThanOrEqual(0);
          expect(retryAfterMs ?? 0).toBeLessThanOrEqual(day);
          expect(status === 429 && retryAfterMs === null).toBe(false);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
