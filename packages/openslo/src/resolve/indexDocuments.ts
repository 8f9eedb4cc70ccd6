import { convertToV1, type OpenSloV1Document } from '../convert/convertToV1';
import type { OpenSloDocument } from '../document/OpenSloDocument';
import type { OpenSloV1Kind } from '../versions/v1';

/** Documents by kind and name, for whoever resolves many SLOs. All are of `openslo/v1`. */
export interface OpenSloIndex {
  find(kind: OpenSloV1Kind, name: string): OpenSloV1Document | undefined;
}

/** Puts documents of any version in an index. Of two of the same kind and name, the first is found. */
export function indexDocuments(
  documents: readonly OpenSloDocument[],
): OpenSloIndex {
  const index = new Map<string, OpenSloV1Document>();
  for (const document of convertToV1(documents).documents) {
    const key = `${document.kind}:${document.name}`;
    if (!index.has(key)) {
      index.set(key, document);
    }
  }
  return { find: (kind, name) => index.get(`${kind}:${name}`) };
}
