import type {
  EmptyLevel,
  ScorecardDefinition,
  ScorecardScheme,
} from '../scorecardDefinition';
import {
  emptyLevelFields,
  levelFields,
  scorecardLimits as limits,
} from './documentFields';
import type { DocumentReading } from './DocumentReading';

const colorPattern = /^(#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,20})$/;

/** What an entity has that reached no level, where a document does not say. */
const noLevel = 'No level';

/** Reads the ladder of a document, from the lowest level. Without ranks, levels stand in their order. */
export function readLevels(
  reading: DocumentReading,
  scheme: ScorecardScheme | undefined,
): ScorecardDefinition['levels'] {
  const names = new Set<string>();
  const ranks = new Set<number>();
  const levels = reading
    .objects('levels', levelFields, limits.levels)
    .flatMap((level, at) => {
      const name = level.requiredText('name', limits.name);
      const rank =
        level.number('rank', { least: 1, most: limits.rank, isWhole: true }) ??
        at + 1;
      if (name === undefined) {
        return [];
      }
      if (names.has(name)) {
        level.refuse('name', `"${name}" is the name of another level`);
      }
      if (ranks.has(rank)) {
        level.refuse('rank', `${rank} is the rank of another level`);
      }
      names.add(name);
      ranks.add(rank);
      return [
        {
          name,
          rank,
          color: readColor(level),
          description: level.text('description', limits.description),
          atLeast: level.number('atLeast', { least: 0, most: 1 }),
        },
      ];
    });
  if (scheme === 'levels' && levels.length === 0) {
    reading.refuse('levels', 'must have at least one entry');
  }
  return levels.sort((a, b) => a.rank - b.rank);
}

/** Reads what an entity has that reached no level. */
export function readEmptyLevel(reading: DocumentReading): EmptyLevel {
  const level = reading.object('emptyLevel', emptyLevelFields);
  return {
    name: level?.requiredText('name', limits.name) ?? noLevel,
    color: level && readColor(level),
  };
}

function readColor(reading: DocumentReading): string | undefined {
  return reading.parsed(
    'color',
    20,
    'a color such as #c0c0c0 or silver',
    text => (colorPattern.test(text) ? text : null),
  );
}
