import {
  type OnCallAnswer,
  type OnCallProvider,
  SourceClient,
  SourceRequestError,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

/** How PagerDuty is asked. */
export interface PagerdutySettings {
  /** Address of its REST API. */
  apiUrl: string;
  /** A read-only key of the REST API. */
  token: string;
}

/** Entries of one page, and pages that are read at most. */
const PAGE = 100;
const MOST_PAGES = 20;

const serviceBody = z.object({
  service: z.object({
    id: z.string(),
    html_url: z.string().nullish(),
    escalation_policy: z.object({ id: z.string() }),
  }),
});

const onCallsBody = z.object({
  oncalls: z.array(
    z.object({
      escalation_policy: z.object({ id: z.string() }),
      escalation_level: z.number().int().min(1),
      user: z.object({
        id: z.string(),
        summary: z.string().nullish(),
        name: z.string().nullish(),
      }),
      end: z.string().nullish(),
    }),
  ),
  more: z.boolean().nullish(),
});

type OnCallRow = z.infer<typeof onCallsBody>['oncalls'][number];

/**
 * Asks PagerDuty who is on call for services: each for its escalation policy, then once for all policies. The REST API v2 as it is
 * documented (`GET /services/{id}`, `GET /oncalls`).
 */
export function createPagerdutyOnCall({
  apiUrl,
  token,
}: PagerdutySettings): OnCallProvider {
  return {
    id: 'pagerduty',
    title: 'PagerDuty',
    annotation: 'pagerduty.com/service-id',
    async read(schedules, run) {
      run.signal.throwIfAborted();
      const client = new SourceClient({
        baseUrl: apiUrl,
        run,
        headers: {
          Authorization: `Token token=${token}`,
          Accept: 'application/vnd.pagerduty+json;version=2',
        },
        requestsPerMinute: 960,
        longestWaitMs: 10_000,
      });
      const services = new Map<
        string,
        { policy: string; url: string | null }
      >();
      for (const id of schedules) {
        const service = await readService(client, id);
        if (service) {
          services.set(id, service);
        }
      }
      const policies = new Set([...services.values()].map(it => it.policy));
      const rows = await readOnCalls(client, [...policies]);
      const asOf = Date.now();
      return new Map(
        [...services].map(([id, { policy, url }]): [string, OnCallAnswer] => [
          id,
          { entries: entriesOf(rows, policy), asOf, url },
        ]),
      );
    },
  };
}

/** @returns undefined for a service that there is not */
async function readService(client: SourceClient, id: string) {
  try {
    const answer = await client.request(`services/${encodeURIComponent(id)}`);
    const { service } = answer.json(serviceBody);
    const url = service.html_url ?? '';
    return {
      policy: service.escalation_policy.id,
      url: /^https?:\/\//.test(url) ? url : null,
    };
  } catch (error) {
    if (error instanceof SourceRequestError && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}

async function readOnCalls(
  client: SourceClient,
  policies: readonly string[],
): Promise<OnCallRow[]> {
  const rows: OnCallRow[] = [];
  if (policies.length === 0) {
    return rows;
  }
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = new URLSearchParams([
      ...policies.map(id => ['escalation_policy_ids[]', id]),
      ['earliest', 'true'],
      ['limit', `${PAGE}`],
      ['offset', `${page * PAGE}`],
    ]);
    const { oncalls, more } = (await client.request(`oncalls?${query}`)).json(
      onCallsBody,
    );
    rows.push(...oncalls);
    if (!more) {
      break;
    }
  }
  return rows;
}

function entriesOf(
  rows: readonly OnCallRow[],
  policy: string,
): OnCallAnswer['entries'] {
  return rows
    .filter(row => row.escalation_policy.id === policy)
    .sort((a, b) => a.escalation_level - b.escalation_level)
    .map(row => {
      const until = Date.parse(row.end ?? '');
      return {
        level: row.escalation_level,
        label: row.user.summary || row.user.name || row.user.id,
        userRef: null,
        until: Number.isFinite(until) ? until : null,
      };
    });
}
