import { readText } from '../operatingModel/documentValues';
import { measuresAnnotation } from './sloAnnotations';

/** What an SLO says about the entity that it measures. */
export interface MeasuredEntity {
  /** Full refs in lower case: the first of them that the catalog has is the one. Empty: the SLO says nothing. */
  candidates: string[];
  /** Whether the SLO gives a ref, by annotation or as its service, rather than a name that may mean something. */
  stated: boolean;
}

const refForm = /^(?:([^:/\s]+):)?(?:([^:/\s]+)\/)?([^:/\s]+)$/;

/**
 * Reads which entity an SLO measures: the one of its annotation `opmodel.io/measures`, else the one whose ref its `spec.service` is, else
 * the component or system with the name of its service in the namespace of the SLO. What a ref leaves out is a component, and the SLO's own
 * namespace.
 *
 * An annotation that is no ref is nothing, so that what was meant to be one entity never becomes another.
 */
export function readMeasured(slo: {
  namespace: string;
  annotations: Readonly<Record<string, unknown>> | undefined;
  /** `spec.service`. */
  service: unknown;
}): MeasuredEntity {
  const { namespace, annotations = {}, service } = slo;
  const annotated = annotations[measuresAnnotation];
  if (annotated !== undefined) {
    return state(parts(annotated), namespace);
  }
  const named = parts(service);
  const [kind, space, name] = named ?? [];
  if (kind !== undefined || space !== undefined) {
    return state(named, namespace);
  }
  return {
    candidates: name
      ? ['component', 'system'].map(of =>
          `${of}:${namespace}/${name}`.toLowerCase(),
        )
      : [],
    stated: false,
  };
}

type RefParts = [
  kind: string | undefined,
  namespace: string | undefined,
  name: string,
];

function parts(value: unknown): RefParts | null {
  const match = refForm.exec(readText(value) ?? '');
  return match && [match[1], match[2], match[3]];
}

function state(ref: RefParts | null, namespace: string): MeasuredEntity {
  if (!ref) {
    return { candidates: [], stated: false };
  }
  const [kind = 'component', space = namespace, name] = ref;
  return {
    candidates: [`${kind}:${space}/${name}`.toLowerCase()],
    stated: true,
  };
}
