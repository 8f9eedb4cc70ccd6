import { convertToV1 } from '../convert/convertToV1';
import type { OpenSloDocument } from '../document/OpenSloDocument';
import type { OpenSloProblem } from '../document/OpenSloProblem';
import { mapOf, textOf, titleOf } from '../document/readPlain';
import { budgetingMethodOf } from '../versions/budgetingMethod';
import type { OpenSloBudgetingMethod } from '../versions/v1';
import { indexDocuments, type OpenSloIndex } from './indexDocuments';
import { below, type Place, Resolution } from './Resolution';
import { resolveAlertPolicies } from './resolveAlertPolicies';
import type { ResolvedSlo } from './ResolvedSlo';
import { isComposite, resolveObjectives } from './resolveObjectives';
import { resolveWindow } from './resolveWindow';

/** What came of resolving an SLO. */
export interface SloResolution {
  /** Null when nothing can be made of the document: it is no SLO, or has no objective with a target. */
  slo: ResolvedSlo | null;
  problems: OpenSloProblem[];
}

/**
 * Puts in place what an SLO refers to: its indicator, data sources, alert policies with their conditions and targets, and service.
 *
 * It takes what it can: an objective whose indicator cannot be found has none, and the problems say so. What validation finds is
 * said again only where something had to be assumed or left out because of it.
 *
 * @param slo - of any version
 * @param documents - what it may refer to, of any version; an index, when there are many SLOs
 */
export function resolveSlo(
  slo: OpenSloDocument,
  documents: readonly OpenSloDocument[] | OpenSloIndex,
): SloResolution {
  const index = isIndex(documents) ? documents : indexDocuments(documents);
  const converted = convertToV1([slo]);
  // Conversion may make documents of its own, such as data sources that stood inside of the SLO.
  const own = indexDocuments(converted.documents);
  const resolution = new Resolution({
    find: (kind, name) => own.find(kind, name) ?? index.find(kind, name),
  });
  const [document] = converted.documents.filter(({ kind }) => kind === 'SLO');
  if (!document || !textOf(document.name)) {
    resolution.add(
      'error',
      'slo-unusable',
      { document: slo, path: document ? ['metadata', 'name'] : ['kind'] },
      document ? 'The SLO has no name.' : 'The document is no SLO.',
    );
    return { slo: null, problems: resolution.problems };
  }
  return {
    slo: resolveDocument(document, resolution),
    problems: resolution.problems,
  };
}

function isIndex(
  documents: readonly OpenSloDocument[] | OpenSloIndex,
): documents is OpenSloIndex {
  return !Array.isArray(documents);
}

function resolveDocument(
  document: OpenSloDocument,
  resolution: Resolution,
): ResolvedSlo | null {
  const value = mapOf(document.value);
  const metadata = mapOf(value.metadata);
  const spec = mapOf(value.spec);
  const place: Place = { document, path: ['spec'] };
  const budgetingMethod = resolveBudgetingMethod(spec, place, resolution);
  const objectives = resolveObjectives(
    spec,
    budgetingMethod,
    place,
    resolution,
  );
  if (objectives.length === 0) {
    resolution.add(
      'error',
      'slo-unusable',
      below(place, 'objectives'),
      'The SLO has no objective with a target.',
    );
    return null;
  }
  return {
    name: document.name!,
    title: titleOf(value),
    description: textOf(spec.description),
    labels: labelsOf(metadata.labels),
    annotations: annotationsOf(metadata.annotations),
    service: resolveService(spec, resolution),
    budgetingMethod,
    window: resolveWindow(
      spec.timeWindow,
      below(place, 'timeWindow'),
      resolution,
    ),
    objectives,
    composite: isComposite(spec),
    alertPolicies: resolveAlertPolicies(
      spec.alertPolicies,
      below(place, 'alertPolicies'),
      resolution,
    ),
  };
}

function resolveBudgetingMethod(
  spec: Record<string, unknown>,
  place: Place,
  resolution: Resolution,
): OpenSloBudgetingMethod {
  const written = textOf(spec.budgetingMethod);
  const method = written === null ? undefined : budgetingMethodOf(written);
  if (!method) {
    resolution.add(
      written === null ? 'warning' : 'error',
      'budgeting-method-assumed',
      below(place, 'budgetingMethod'),
      'Without a known budgetingMethod, Occurrences is assumed.',
    );
  }
  return method ?? 'Occurrences';
}

function resolveService(
  spec: Record<string, unknown>,
  resolution: Resolution,
): ResolvedSlo['service'] {
  const name = textOf(spec.service);
  if (name === null) {
    return null;
  }
  const document = resolution.find('Service', name);
  return {
    name,
    title: titleOf(mapOf(document?.value)),
    known: document !== undefined,
  };
}

function labelsOf(labels: unknown): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(mapOf(labels)).map(([key, value]) => [
      key,
      (Array.isArray(value) ? value : [value]).map(String),
    ]),
  );
}

function annotationsOf(annotations: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(mapOf(annotations)).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
}
