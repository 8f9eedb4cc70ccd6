import {
  readSonarMeasures,
  sonarProjectOf,
  suggestFromSonarQube,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ReadScan } from './ReadScan';
import type { ScanSettings } from './scanSettings';

/**
 * Reads an answer of SonarQube's `api/measures/component`. Each project of an entity speaks for itself. Without a rating it is not known
 * how large the debt is, so nothing is gone either.
 */
export function readSonarScan(
  content: unknown,
  options: ScanSettings['sonarqube'] & { entityRef: string },
): ReadScan {
  const read = readSonarMeasures(content);
  if ('problems' in read) {
    return { errors: read.problems };
  }
  const { measures } = read;
  const suggestions = suggestFromSonarQube(measures, options);
  const isRated = measures.rating !== null;
  return {
    parts: [
      {
        part: { evidence: 'project', value: sonarProjectOf(measures) },
        suggestions,
        leftOut: [],
      },
    ],
    reading: {
      suggested: suggestions.length,
      leftOut: 0,
      suppressed: 0,
      passed: 0,
      unread: 0,
      isComplete: isRated,
      problems: isRated
        ? []
        : [
            {
              path: 'component.measures',
              message:
                'has no maintainability rating, software_quality_maintainability_rating or sqale_rating',
            },
          ],
    },
  };
}
