import { DateTime } from 'luxon';
import { completeRef } from '../../operatingModel/completeRef';
import { readUrl } from '../../operatingModel/documentValues';
import { maximumExpressionLength } from '../expressions/FactExpressions';
import type { ScorecardCheck, WhenNotReported } from '../scorecardDefinition';
import { linkFields, scorecardLimits as limits } from './documentFields';
import type { DocumentReading } from './DocumentReading';
import { readCheckBasis } from './readCheckBasis';
import { readDuration } from './readDuration';

const idPattern = /^[a-zA-Z0-9][a-zA-Z0-9_-]*$/;
const waits: readonly WhenNotReported[] = ['wait', 'ignore', 'fail'];

/** What a check is read with. */
export interface CheckReadingOptions {
  /** Ids of the checks before it. */
  taken: ReadonlySet<string>;
  /** Names of the levels of the scorecard; null: they could not be read. */
  levels: readonly string[] | null;
  /** IANA zone in which a day begins. */
  zone: string;
}

/**
 * Reads a check of a document.
 *
 * One of which anything is wrong has no expression: it can be seen and nobody is judged by it, as it may not ask what was meant.
 *
 * @returns undefined where it has no id by which it could be told from others
 */
export function readCheck(
  reading: DocumentReading,
  { taken, levels, zone }: CheckReadingOptions,
): ScorecardCheck | undefined {
  const id = readId(reading, taken);
  if (id === undefined) {
    return undefined;
  }
  const basis = readCheckBasis(reading);
  const expression =
    basis?.expression ??
    (reading.has('type')
      ? undefined
      : reading.requiredText('expression', maximumExpressionLength));
  const check: ScorecardCheck = {
    id,
    name:
      (basis && !reading.has('name')
        ? basis.name
        : reading.requiredText('name', limits.name)) ?? id,
    description: reading.text('description', limits.description),
    category: reading.text('category', limits.category),
    level: readLevel(reading, levels),
    weight: reading.number('weight', { least: 0, most: limits.weight }) ?? 1,
    filter: reading.text('filter', maximumExpressionLength),
    expression: expression ?? '',
    warning: reading.text('warning', maximumExpressionLength) ?? basis?.warning,
    value: reading.text('value', maximumExpressionLength) ?? basis?.value,
    unit: reading.text('unit', limits.unit) ?? basis?.unit,
    failureMessage:
      reading.text('failureMessage', limits.message) ?? basis?.failureMessage,
    solution: reading.text('solution', limits.solution) ?? basis?.solution,
    links: readLinks(reading),
    owner: readOwner(reading),
    startsAt: reading.parsed(
      'startsAt',
      40,
      'a day such as 2027-01-31',
      text => {
        const day = /^\d{4}-\d\d-\d\d$/.test(text)
          ? DateTime.fromISO(text, { zone })
          : null;
        return day?.isValid ? day.toMillis() : null;
      },
    ),
    freshness: reading.parsed(
      'freshness',
      40,
      'an ISO 8601 duration such as P7D',
      readDuration,
    ),
    confirmations:
      reading.number('confirmations', {
        least: 1,
        most: limits.confirmations,
        isWhole: true,
      }) ?? 1,
    whenNotReported: reading.word('whenNotReported', waits) ?? 'wait',
  };
  return reading.isSound ? check : { ...check, expression: '' };
}

/** Who answers for a scorecard or a check. */
export function readOwner(reading: DocumentReading): string | undefined {
  return reading.parsed(
    'owner',
    200,
    'the ref of a catalog entity, such as group:default/platform',
    completeRef,
  );
}

function readId(
  reading: DocumentReading,
  taken: ReadonlySet<string>,
): string | undefined {
  const id = reading.requiredText('id', limits.id);
  if (id === undefined) {
    return undefined;
  }
  if (!idPattern.test(id)) {
    return reading.refuse(
      'id',
      'must have letters, digits, - and _ only, and begin with a letter or digit',
    );
  }
  return taken.has(id)
    ? reading.refuse('id', `"${id}" is the id of another check`)
    : id;
}

/** Whether the level is there is not known where the levels could not be read. */
function readLevel(
  reading: DocumentReading,
  levels: readonly string[] | null,
): string | undefined {
  const level = reading.text('level', limits.name);
  return level === undefined || levels === null || levels.includes(level)
    ? level
    : reading.refuse(
        'level',
        levels.length === 0
          ? 'is of no use: the scorecard has no levels'
          : `must be one of ${levels.join(', ')}`,
      );
}

function readLinks(reading: DocumentReading): ScorecardCheck['links'] {
  return reading.objects('links', linkFields, limits.links).flatMap(link => {
    const url = link.has('url')
      ? link.parsed(
          'url',
          limits.url,
          'an address that a page may link to, such as https://example.com',
          readUrl,
        )
      : link.refuse('url', 'is missing');
    return url === undefined
      ? []
      : [{ title: link.text('title', limits.name) ?? url, url }];
  });
}
