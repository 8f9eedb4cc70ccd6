import {
  checkFields,
  emptyLevelFields,
  levelFields,
  linkFields,
  requirementFields,
  scorecardFields,
} from '@opmodel/backstage-plugin-opmodel-common';
import { stringify } from 'yaml';
import type { WrittenSpec } from './spec';

/**
 * A document of kind Scorecard, ready to be committed.
 *
 * @param name - of the entity
 */
export function printDocument(name: string, spec: WrittenSpec): string {
  const { title, description } = spec;
  return stringify(
    {
      apiVersion: 'opmodel.io/v1alpha1',
      kind: 'Scorecard',
      metadata: {
        name,
        ...(title && { title }),
        ...(description && { description }),
      },
      spec: inOrder(
        {
          ...spec,
          emptyLevel:
            spec.emptyLevel && inOrder(spec.emptyLevel, emptyLevelFields),
          levels: spec.levels?.map(level => inOrder(level, levelFields)),
          requires: spec.requires?.map(one => inOrder(one, requirementFields)),
          checks: spec.checks?.map(check =>
            inOrder(
              {
                ...check,
                links: check.links?.map(link => inOrder(link, linkFields)),
              },
              checkFields,
            ),
          ),
        },
        scorecardFields,
      ),
    },
    { lineWidth: 100 },
  );
}

/** The fields in the order in which documents have them; what is not known stands last. */
function inOrder(part: object, order: readonly string[]): object {
  const fields = Object.entries(part).filter(
    ([, value]) => value !== undefined,
  );
  const placeOf = (field: string) =>
    order.includes(field) ? order.indexOf(field) : order.length;
  return Object.fromEntries(fields.sort(([a], [b]) => placeOf(a) - placeOf(b)));
}
