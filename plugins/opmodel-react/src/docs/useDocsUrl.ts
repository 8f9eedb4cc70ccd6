import { configApiRef, useApi } from '@backstage/core-plugin-api';

/**
 * Where a page of the documentation can be read, by the template
 * `opmodel.docs.url`; undefined where none is configured.
 *
 * @param docs - page and anchor, for instance `dora#what-is-left-out`
 */
export function useDocsUrl(docs: string): string | undefined {
  const template = useApi(configApiRef).getOptionalString('opmodel.docs.url');
  const [page, anchor] = docs.split('#');
  return template
    ?.replace('{page}', encodeURIComponent(page))
    .concat(anchor ? `#${anchor}` : '');
}
