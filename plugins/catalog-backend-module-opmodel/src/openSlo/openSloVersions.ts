import { OPENSLO_V1, OPENSLO_V1ALPHA, OPENSLO_V2ALPHA } from '@opmodel/openslo';

const versions: readonly string[] = [
  OPENSLO_V1,
  OPENSLO_V1ALPHA,
  OPENSLO_V2ALPHA,
];

/** Whether an `apiVersion` is that of an OpenSLO document. */
export function isOpenSloVersion(apiVersion: string | undefined): boolean {
  return apiVersion !== undefined && versions.includes(apiVersion);
}
