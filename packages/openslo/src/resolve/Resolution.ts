import type { OpenSloV1Document } from '../convert/convertToV1';
import type { OpenSloDocument } from '../document/OpenSloDocument';
import { formatPath, type OpenSloPath } from '../document/OpenSloPath';
import type {
  OpenSloProblem,
  OpenSloSeverity,
} from '../document/OpenSloProblem';
import { isMap } from '../document/isMap';
import type { OpenSloV1Kind } from '../versions/v1';
import type { OpenSloIndex } from './indexDocuments';

/** Where something stands: a document of the index, and the path in it. */
export interface Place {
  document: OpenSloDocument;
  path: OpenSloPath;
}

/** Looks up what an SLO refers to, and collects what is missing. */
export class Resolution {
  readonly problems: OpenSloProblem[] = [];
  readonly #index: OpenSloIndex;

  constructor(index: OpenSloIndex) {
    this.#index = index;
  }

  find(kind: OpenSloV1Kind, name: string): OpenSloV1Document | undefined {
    return this.#index.find(kind, name);
  }

  add(
    severity: OpenSloSeverity,
    rule: string,
    { document, path }: Place,
    message: string,
    value?: unknown,
  ): void {
    this.problems.push({
      severity,
      rule,
      path: formatPath(path),
      ...(value !== undefined && { value }),
      message,
      document: document.index,
      ...(document.file !== undefined && { file: document.file }),
      ...document.positionOf(path),
    });
  }

  /**
   * What a reference means: its spec and where that stands.
   *
   * @returns undefined when there is no such document, and adds that as a problem
   */
  follow(
    kind: OpenSloV1Kind,
    name: string,
    from: Place,
  ): { name: string; spec: Record<string, unknown>; place: Place } | undefined {
    const document = this.find(kind, name);
    if (!document) {
      this.add(
        'error',
        'reference-unknown',
        from,
        `There is no ${kind} of the name ${name}.`,
        name,
      );
      return undefined;
    }
    const { spec } = document.value as { spec?: unknown };
    return {
      name,
      spec: isMap(spec) ? spec : {},
      place: { document, path: ['spec'] },
    };
  }
}

/** A place below another. */
export function below(place: Place, ...steps: OpenSloPath): Place {
  return { document: place.document, path: [...place.path, ...steps] };
}
