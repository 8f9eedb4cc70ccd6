import { SourceRequestError } from '../sourceErrors';

/**
 * The address of a request: below the configured one, or one that the outside system itself has named, on the same host.
 *
 * @throws SourceRequestError for an address of another host, and for a path that leads out of the configured one, so that an answer
 *   never decides whom the backend asks
 */
export function resolveAddress(baseUrl: URL, address: string): URL {
  const isWhole = /^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(address);
  let url: URL;
  try {
    // A path is below the configured one, whether it starts with a slash or not.
    url = new URL(isWhole ? address : address.replace(/^\/+/, ''), baseUrl);
  } catch {
    throw new SourceRequestError('The outside system named no valid address');
  }
  if (url.origin !== baseUrl.origin || url.username || url.password) {
    throw new SourceRequestError(
      `The outside system named an address of ${url.host}, and only ${baseUrl.host} may be asked`,
    );
  }
  // Names within a path may come from outside, and must not lead to other parts of the host.
  if (!isWhole && !url.pathname.startsWith(baseUrl.pathname)) {
    throw new SourceRequestError(
      `The path of a request leads out of ${baseUrl.pathname}, and only what is below may be asked`,
    );
  }
  return url;
}

/**
 * The configured address of an outside system, such as `https://api.example.com/v2`.
 *
 * @throws TypeError for anything else than an address on the web without credentials and query
 */
export function readBaseUrl(text: string): URL {
  const url = new URL(text);
  if (
    !['http:', 'https:'].includes(url.protocol) ||
    url.username ||
    url.password ||
    url.search ||
    url.hash
  ) {
    throw new TypeError(
      `Expected a http or https address without credentials and query, got one of ${url.host}`,
    );
  }
  url.pathname = url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`;
  return url;
}
