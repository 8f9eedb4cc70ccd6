import type { ScorecardProblem } from '../compileScorecard';
import { completeRef } from '../../operatingModel/completeRef';
import { maximumExpressionLength } from '../expressions/FactExpressions';
import type {
  ScorecardCheck,
  ScorecardDefinition,
  ScorecardScheme,
} from '../scorecardDefinition';
import {
  checkFields,
  requirementFields,
  scorecardFields,
  scorecardLimits as limits,
} from './documentFields';
import { DocumentProblems, DocumentReading } from './DocumentReading';
import { readCheck, readOwner } from './readCheck';
import { readEmptyLevel, readLevels } from './readLevels';

/** A document of kind `Scorecard`, as it is written. */
export interface WrittenScorecardDocument {
  namespace: string;
  name: string;
  /** Of the metadata, which stand where the `spec` says nothing. */
  title?: string;
  description?: string;
  spec: unknown;
}

/** What a document says. */
export interface ReadScorecard {
  /** Null: too much is wrong with it for anything to be carried out. */
  definition: ScorecardDefinition | null;
  /** Who is to answer for it, also where nothing is carried out; null: it does not say. */
  owner: string | null;
  /** Paths within the `spec`: `checks[3].freshness`. */
  problems: readonly ScorecardProblem[];
  /** Where the checks of the definition stand in the document, as some of those may be missing. */
  places: readonly number[];
}

const schemes: readonly ScorecardScheme[] = ['levels', 'points'];

/**
 * Reads a document of kind `Scorecard`. It never throws, and tells everything that is wrong at once.
 *
 * Where levels, filter, scheme or requirements cannot be read, nothing of it is carried out, as it would ask something else of everything.
 * A check that cannot be read hurts no other.
 *
 * @param options - `zone`: IANA zone in which the day begins from which on a check is asked
 */
export function readScorecardDocument(
  { namespace, name, title, description, spec }: WrittenScorecardDocument,
  { zone }: { zone: string },
): ReadScorecard {
  const problems = new DocumentProblems();
  const reading = new DocumentReading(spec, '', scorecardFields, problems);
  const ownTitle = reading.text('title', limits.name);
  const ownDescription = reading.text('description', limits.description);
  const owner = readOwner(reading);
  const emptyLevel = readEmptyLevel(reading);

  const before = problems.found.length;
  const scheme = reading.word('scheme', schemes);
  const filter = reading.text('filter', maximumExpressionLength);
  const countsToOverall = reading.boolean('countsToOverall');
  const requires = readRequirements(reading);
  const levels = readLevels(reading, scheme ?? 'levels');
  const isGroundSound = problems.found.length === before;
  if (!reading.has('checks')) {
    reading.refuse('checks', 'is missing');
  } else if (isEmptyList(reading.get('checks'))) {
    reading.refuse('checks', 'must have at least one entry');
  }
  const parts = reading.objects('checks', checkFields, limits.checks);
  const taken = new Set<string>();
  const checks: ScorecardCheck[] = [];
  const places: number[] = [];
  parts.forEach((part, at) => {
    const check = readCheck(part, {
      taken,
      levels: isGroundSound ? levels.map(level => level.name) : null,
      zone,
    });
    if (check) {
      taken.add(check.id);
      checks.push(check);
      places.push(at);
    }
  });
  return {
    definition:
      isGroundSound && checks.length > 0
        ? {
            ref: `scorecard:${namespace}/${name}`.toLowerCase(),
            title: ownTitle ?? title ?? name,
            description: ownDescription ?? description,
            owner,
            scheme: scheme ?? 'levels',
            levels,
            emptyLevel,
            checks,
            filter,
            countsToOverall: countsToOverall ?? true,
            requires,
          }
        : null,
    owner: owner ?? null,
    problems: problems.found,
    places,
  };
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function readRequirements(
  reading: DocumentReading,
): ScorecardDefinition['requires'] {
  return reading
    .objects('requires', requirementFields, limits.requires)
    .flatMap(one => {
      const scorecard = one.has('scorecard')
        ? one.parsed(
            'scorecard',
            200,
            'the name or ref of a scorecard',
            text => {
              const ref = completeRef(text, 'scorecard');
              return ref?.startsWith('scorecard:') ? ref : null;
            },
          )
        : one.refuse('scorecard', 'is missing');
      const level = one.requiredText('level', limits.name);
      return scorecard && level ? [{ scorecard, level }] : [];
    });
}
