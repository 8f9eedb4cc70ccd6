import type { z } from 'zod';
import { SourceRequestError } from '../sourceErrors';
import type { SourceAnswer } from './SourceAnswer';
import type { SourceClient, SourceRequest } from './SourceClient';

/** Pages of one list; beyond them something is wrong. */
const MOST_PAGES = 100_000;

/** How to ask for a page. */
export interface PageRequest extends SourceRequest {
  /** Path below the base address, or a whole address on the same host. */
  address: string;
}

/** What every list needs. */
export interface PagesOptions<T> {
  client: Pick<SourceClient, 'request'>;
  /** Contract on one page. */
  schema: z.ZodType<T>;
}

/**
 * The pages of a list, one request each. Nothing is asked for before it is wanted.
 *
 * @param nextOf - how to ask for the page that follows, or undefined after the last
 * @throws SourceRequestError when a list leads back to a page that it has given already
 */
export async function* pages<T>(
  options: PagesOptions<T>,
  first: PageRequest,
  nextOf: (
    page: T,
    answer: SourceAnswer,
    pageNumber: number,
  ) => PageRequest | undefined,
): AsyncGenerator<T> {
  const { client, schema } = options;
  const asked = new Set<string>();
  let next: PageRequest | undefined = first;
  while (next) {
    const { address, ...request }: PageRequest = next;
    const key = JSON.stringify([address, request.body ?? null]);
    if (asked.has(key) || asked.size >= MOST_PAGES) {
      throw new SourceRequestError(
        `The list at ${first.address.split('?')[0]} has no end: after ${
          asked.size
        } pages it leads back to one of them`,
      );
    }
    asked.add(key);
    const answer: SourceAnswer = await client.request(address, request);
    const page = answer.json(schema);
    yield page;
    next = nextOf(page, answer, asked.size);
  }
}

/** A list whose answers name the next page in the `Link` header: GitHub, GitLab, Okta, ServiceNow. */
export function pagesByLink<T>(
  options: PagesOptions<T> & { address: string },
): AsyncGenerator<T> {
  return pages(options, { address: options.address }, (_page, answer) => {
    const address = readNextLink(answer.headers.get('link'));
    return address === undefined ? undefined : { address };
  });
}

/**
 * A list whose body names the address of the next page: Bitbucket `next`, Snyk `links.next`, Veracode `_links.next.href`, Microsoft
 * Graph `@odata.nextLink`.
 */
export function pagesByAddress<T>(
  options: PagesOptions<T> & {
    address: string;
    nextOf: (page: T) => string | null | undefined;
  },
): AsyncGenerator<T> {
  return pages(options, { address: options.address }, page => {
    const address = options.nextOf(page);
    return address ? { address } : undefined;
  });
}

/**
 * A list whose body gives a token for the next page: Jira `nextPageToken`, CircleCI `next_page_token`, Notion `next_cursor`, GraphQL
 * `pageInfo`.
 */
export function pagesByToken<T>(
  options: PagesOptions<T> & {
    requestOf: (token: string | undefined) => PageRequest;
    tokenOf: (page: T) => string | null | undefined;
  },
): AsyncGenerator<T> {
  const { requestOf, tokenOf } = options;
  return pages(options, requestOf(undefined), page => {
    const token = tokenOf(page);
    return token ? requestOf(token) : undefined;
  });
}

/** A list whose answers give a token for the next page in a header: Azure DevOps `x-ms-continuationtoken`. */
export function pagesByHeader<T>(
  options: PagesOptions<T> & {
    header: string;
    requestOf: (token: string | undefined) => PageRequest;
  },
): AsyncGenerator<T> {
  const { header, requestOf } = options;
  return pages(options, requestOf(undefined), (_page, answer) => {
    const token = answer.headers.get(header);
    return token ? requestOf(token) : undefined;
  });
}

/**
 * A list that is asked for by the number of items to leave out: PagerDuty `offset` and `more`, Azure DevOps `$skip`, JSM Operations. A
 * page without items is the last, whatever it says.
 */
export function pagesByOffset<T>(
  options: PagesOptions<T> & {
    requestOf: (offset: number) => PageRequest;
    /** Items on the page, and whether more follow; where the system does not tell, whether the page was full. */
    readPage: (page: T) => { items: number; more: boolean };
  },
): AsyncGenerator<T> {
  const { requestOf, readPage } = options;
  let offset = 0;
  return pages(options, requestOf(0), page => {
    const { items, more } = readPage(page);
    offset += items;
    return more && items > 0 ? requestOf(offset) : undefined;
  });
}

/** A list that is asked for by the number of the page: SonarQube `p` from 1, Semgrep `page` from 0. */
export function pagesByNumber<T>(
  options: PagesOptions<T> & {
    /** Number of the first page. */
    first: 0 | 1;
    requestOf: (page: number) => PageRequest;
    hasMore: (page: T) => boolean;
  },
): AsyncGenerator<T> {
  const { first, requestOf, hasMore } = options;
  return pages(options, requestOf(first), (page, _answer, pageNumber) =>
    hasMore(page) ? requestOf(first + pageNumber) : undefined,
  );
}

/** The address with `rel="next"` of a `Link` header. */
function readNextLink(header: string | null): string | undefined {
  for (const [, address, parameters] of (header ?? '').matchAll(
    /<([^>]*)>([^<]*)/g,
  )) {
    if (/;\s*rel\s*=\s*"?([^";,]*\s)?next(?=["\s;,]|$)/i.test(parameters)) {
      return address;
    }
  }
  return undefined;
}
