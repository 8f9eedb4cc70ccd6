import type { OpenSloDocument } from '../document/OpenSloDocument';
import type { OpenSloProblem } from '../document/OpenSloProblem';
import {
  OPENSLO_V1,
  openSloV1Kinds,
  type OpenSloV1Object,
} from '../versions/v1';
import { OPENSLO_V1ALPHA } from '../versions/v1alpha';
import { OPENSLO_V2ALPHA } from '../versions/v2alpha';
import { Conversion } from './Conversion';
import { convertV1alpha } from './convertV1alpha';
import { convertV2alpha } from './convertV2alpha';

/** A document of `openslo/v1`. Its value is as good as its source: what was invalid before stays so. */
export type OpenSloV1Document = OpenSloDocument<OpenSloV1Object>;

/** What came of converting documents. */
export interface OpenSloConversion {
  /** Those of one source stand together, and have its `index`. */
  documents: OpenSloV1Document[];
  problems: OpenSloProblem[];
}

/**
 * Converts documents of `openslo/v1alpha` and `openslo.com/v2alpha` to `openslo/v1`; those of `openslo/v1` stay as they are.
 *
 * Nothing is lost: what has no place in `openslo/v1` is kept in the annotation `opmodel.io/openslo-unconverted`, and a warning
 * says so. A data source that stands inside a metric becomes a document of its own. What is no document of any of the versions
 * is left out, and an error says so.
 */
export function convertToV1(
  documents: readonly OpenSloDocument[],
): OpenSloConversion {
  const problems: OpenSloProblem[] = [];
  const dataSources = new Set(
    documents.flatMap(({ kind, name }) =>
      kind === 'DataSource' && name ? [name] : [],
    ),
  );
  const converted = documents.flatMap(document => {
    const { apiVersion, kind } = document;
    const conversion = new Conversion(document, dataSources, problems);
    const isKnownKind = openSloV1Kinds.some(known => known === kind);
    if (apiVersion === OPENSLO_V1 && isKnownKind) {
      return [document as OpenSloV1Document];
    }
    if (apiVersion === OPENSLO_V2ALPHA && isKnownKind) {
      return convertV2alpha(document, conversion);
    }
    if (
      apiVersion === OPENSLO_V1ALPHA &&
      (kind === 'SLO' || kind === 'Service')
    ) {
      return convertV1alpha(document, conversion);
    }
    conversion.add(
      'error',
      'not-convertible',
      [],
      `${OPENSLO_V1} has no place for ${
        kind ?? 'a document without a kind'
      } of ${apiVersion ?? 'no version'}.`,
    );
    return [];
  });
  return { documents: converted, problems };
}
