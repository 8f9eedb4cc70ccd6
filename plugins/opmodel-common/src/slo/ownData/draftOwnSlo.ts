import { measuresAnnotation } from '../sloAnnotations';
import { openSloApiVersion } from '../openSloEntity';
import { ownDataSourceType, type OwnSignal } from './ownSignal';

/** Longest name and longest title of an OpenSLO document. */
const LONGEST = 63;

/** What a signal counts, for people. */
export const ownSignalTitles: Readonly<Record<OwnSignal, string>> = {
  'deployment-success': 'Deployments that did not fail',
  'incident-free-minutes': 'Minutes without an incident',
};

/**
 * An OpenSLO document by which an entity is measured by its own records.
 *
 * @param entity - what it measures; `ref` in full and in lower case
 * @param target - above 0 and below 1
 */
export function draftOwnSlo(
  signal: OwnSignal,
  entity: { ref: string; namespace: string; name: string; title: string },
  target: number,
): Record<string, unknown> {
  const place =
    entity.namespace === 'default'
      ? entity.name
      : `${entity.namespace}-${entity.name}`;
  const name = nameOf(place, `-${signal}`);
  const counted = () => ({
    metricSource: { type: ownDataSourceType, spec: { signal } },
  });
  const what = ownSignalTitles[signal];
  return {
    apiVersion: openSloApiVersion,
    kind: 'SLO',
    metadata: {
      name,
      displayName: shorten(`${entity.title}: ${what.toLowerCase()}`),
      annotations: { [measuresAnnotation]: entity.ref },
    },
    spec: {
      description: `${what}, by the records of the entity`,
      service: nameOf(place),
      indicator: {
        metadata: { name },
        spec: {
          ratioMetric: {
            counter: false,
            good: counted(),
            total: counted(),
          },
        },
      },
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: what, target }],
    },
  };
}

/** As OpenSLO takes names: small letters, digits and hyphens between them. */
function nameOf(text: string, ending = ''): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST - ending.length)
    .replace(/-+$/, '');
  return `${plain}${ending}`;
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST
    ? text
    : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
