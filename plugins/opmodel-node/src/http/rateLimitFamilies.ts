import {
  type AnswerClock,
  parseCount,
  parseReset,
  parseRetryAfter,
} from './httpInstants';

/** One limit that an answer tells of. What is missing was not told. */
export interface ToldLimit {
  limit?: number;
  remaining?: number;
  /** Epoch milliseconds. */
  resetAt?: number;
  /** Milliseconds. */
  retryAfterMs?: number;
  scope?: string;
}

/** A form in which outside systems tell of their limits. */
interface RateLimitFamily {
  /** Who speaks it. */
  name: string;
  read(headers: Headers, clock: AnswerClock): ToldLimit[];
}

/** Names of the headers of one limit. */
interface HeaderNames {
  limit?: string;
  remaining?: string;
  reset?: string;
  /** The first that is there names what is limited. */
  scope?: string[];
  /** Names what is limited where no header does. */
  scopeName?: string;
}

function limitByHeaders(name: string, names: HeaderNames): RateLimitFamily {
  return {
    name,
    read(headers, clock) {
      const get = (header: string | undefined) =>
        header === undefined ? null : headers.get(header);
      const limit = parseCount(get(names.limit));
      const remaining = parseCount(get(names.remaining));
      if (limit === undefined && remaining === undefined) {
        return [];
      }
      const scope =
        names.scope?.map(header => headers.get(header)).find(Boolean) ??
        names.scopeName;
      return [
        {
          limit,
          remaining,
          resetAt: parseReset(get(names.reset), clock),
          scope,
        },
      ];
    },
  };
}

/** Parameters of one item: `limit=100, remaining=50` or `"default";r=50;t=30`. */
function readParameters(item: string, separator: string): Map<string, string> {
  return new Map(
    item.split(separator).flatMap((part): [string, string][] => {
      const [key, value] = part.split('=', 2);
      return value === undefined
        ? []
        : [[key.trim().toLowerCase(), value.trim()]];
    }),
  );
}

const scopeHeaders = [
  'x-ratelimit-resource',
  'x-ratelimit-name',
  'x-ratelimit-rule',
  'ratelimit-name',
  'ratelimit-reason',
];

/**
 * The forms that are known, each in one place. Several may be present at once: an outside system then limits several things, and
 * the tightest counts.
 */
export const rateLimitFamilies: RateLimitFamily[] = [
  limitByHeaders(
    'GitHub, Jira, ServiceNow, Azure DevOps, Datadog and many others: X-RateLimit-*',
    {
      limit: 'x-ratelimit-limit',
      remaining: 'x-ratelimit-remaining',
      reset: 'x-ratelimit-reset',
      scope: scopeHeaders,
    },
  ),
  limitByHeaders('GitLab, PagerDuty: RateLimit-*', {
    limit: 'ratelimit-limit',
    remaining: 'ratelimit-remaining',
    reset: 'ratelimit-reset',
    scope: scopeHeaders,
  }),
  {
    name: 'IETF draft of one field: RateLimit: limit=100, remaining=50, reset=30',
    read(headers, clock) {
      const told = readParameters(headers.get('ratelimit') ?? '', ',');
      const remaining = parseCount(told.get('remaining') ?? null);
      return remaining === undefined
        ? []
        : [
            {
              limit: parseCount(told.get('limit') ?? null),
              remaining,
              resetAt: parseReset(told.get('reset') ?? null, clock),
            },
          ];
    },
  },
  {
    name: 'IETF draft of policies: RateLimit: "default";r=50;t=30',
    read(headers, clock) {
      const items = (field: string) =>
        (headers.get(field) ?? '')
          .split(',')
          .map(item => ({
            scope: /^\s*"([^"]*)"/.exec(item)?.[1],
            told: readParameters(item, ';'),
          }))
          .filter(({ scope }) => scope !== undefined);
      const policies = items('ratelimit-policy');
      return items('ratelimit').flatMap(({ scope, told }) => {
        const remaining = parseCount(told.get('r') ?? null);
        const policy = policies.find(other => other.scope === scope)?.told;
        return remaining === undefined
          ? []
          : [
              {
                limit: parseCount(policy?.get('q') ?? null),
                remaining,
                resetAt: parseReset(told.get('t') ?? null, clock),
                scope,
              },
            ];
      });
    },
  },
  {
    // Only whether less than a fifth is left is told, so that a fifth is the most there can be.
    name: 'Bitbucket, Jira: X-RateLimit-NearLimit',
    read(headers, clock) {
      const limit = parseCount(headers.get('x-ratelimit-limit'));
      const isNear =
        headers.get('x-ratelimit-nearlimit')?.trim().toLowerCase() === 'true';
      return isNear &&
        limit !== undefined &&
        !headers.has('x-ratelimit-remaining')
        ? [
            {
              limit,
              remaining: Math.floor(limit / 5),
              resetAt: parseReset(headers.get('x-ratelimit-reset'), clock),
              scope: headers.get('x-ratelimit-resource') ?? undefined,
            },
          ]
        : [];
    },
  },
  limitByHeaders('Linear: requests', {
    limit: 'x-ratelimit-requests-limit',
    remaining: 'x-ratelimit-requests-remaining',
    reset: 'x-ratelimit-requests-reset',
    scopeName: 'requests',
  }),
  limitByHeaders('Linear: complexity', {
    limit: 'x-ratelimit-complexity-limit',
    remaining: 'x-ratelimit-complexity-remaining',
    reset: 'x-ratelimit-complexity-reset',
    scopeName: 'complexity',
  }),
  limitByHeaders('LaunchDarkly: of the account', {
    remaining: 'x-ratelimit-global-remaining',
    reset: 'x-ratelimit-reset',
    scopeName: 'global',
  }),
  limitByHeaders('LaunchDarkly: of the route', {
    remaining: 'x-ratelimit-route-remaining',
    reset: 'x-ratelimit-reset',
    scopeName: 'route',
  }),
  {
    name: 'Azure DevOps: X-RateLimit-Delay',
    read(headers, clock) {
      const retryAfterMs = parseRetryAfter(
        headers.get('x-ratelimit-delay'),
        clock,
      );
      return retryAfterMs ? [{ retryAfterMs }] : [];
    },
  },
  {
    name: 'Everybody: Retry-After',
    read(headers, clock) {
      const retryAfterMs = parseRetryAfter(headers.get('retry-after'), clock);
      return retryAfterMs === undefined
        ? []
        : [
            {
              retryAfterMs,
              scope: headers.get('ratelimit-reason') ?? undefined,
            },
          ];
    },
  },
];
