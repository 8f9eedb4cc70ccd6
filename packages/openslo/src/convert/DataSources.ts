import type { OpenSloPath } from '../document/OpenSloPath';
import { OPENSLO_V1, type OpenSloV1DataSourceSpec } from '../versions/v1';
import type { Conversion } from './Conversion';
import type { OpenSloV1Document } from './convertToV1';

/** Data sources that stood in place. Those that are equal become one. */
export class DataSources {
  readonly documents: OpenSloV1Document[] = [];
  readonly #conversion: Conversion;
  readonly #names = new Map<string, string>();

  constructor(conversion: Conversion) {
    this.#conversion = conversion;
  }

  /** @returns the name of the document that has the spec now */
  detach(spec: unknown, path: OpenSloPath): string {
    const key = JSON.stringify(spec);
    const known = this.#names.get(key);
    if (known !== undefined) {
      return known;
    }
    const name = this.#conversion.nameDataSource();
    this.#names.set(key, name);
    this.documents.push(
      this.#conversion.detach(
        {
          apiVersion: OPENSLO_V1,
          kind: 'DataSource',
          metadata: { name },
          spec: spec as OpenSloV1DataSourceSpec,
        },
        path,
      ),
    );
    return name;
  }
}
