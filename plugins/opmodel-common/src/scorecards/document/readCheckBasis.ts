import { maximumTextLength } from '../factSchema';
import type {
  CheckBasis,
  CheckParameter,
  CheckParameterValue,
  CheckType,
} from './CheckType';
import { checkTypes } from './checkTypes';
import type { DocumentReading } from './DocumentReading';
import { readDuration } from './readDuration';

const factPattern = /^[a-z][a-zA-Z0-9]{0,62}\.[a-z][a-zA-Z0-9]{0,62}$/;
const namePattern = /^[a-z][a-zA-Z0-9]{0,62}$/;

/**
 * Makes what a check of a type asks of its `type` and `parameters`. What is wrong is told.
 *
 * @returns undefined where it names no type, or where anything is wrong
 */
export function readCheckBasis(
  reading: DocumentReading,
): CheckBasis | undefined {
  const ids = checkTypes.map(({ id }) => id);
  const id = reading.word('type', ids);
  const type = checkTypes.find(one => one.id === id);
  if (!type) {
    if (reading.has('parameters') && !reading.has('type')) {
      reading.refuse('parameters', 'belong to a type, which is missing');
    }
    return undefined;
  }
  if (reading.has('expression')) {
    return reading.refuse(
      'expression',
      `is made by the type "${id}": leave out one of them`,
    );
  }
  const parameters = readParameters(reading, type);
  if (!reading.isSound) {
    return undefined;
  }
  const basis = type.expand(parameters);
  return 'parameter' in basis
    ? reading.refuse(`parameters.${basis.parameter}`, basis.expected)
    : basis;
}

function readParameters(
  reading: DocumentReading,
  { parameters: known }: CheckType,
): Record<string, CheckParameterValue | undefined> {
  const given = reading.object('parameters', Object.keys(known));
  return Object.fromEntries(
    Object.entries(known).map(([name, parameter]) => {
      if (parameter.isRequired && !given?.has(name)) {
        return [name, reading.refuse(`parameters.${name}`, 'is missing')];
      }
      return [name, given && readParameter(given, name, parameter)];
    }),
  );
}

function readParameter(
  given: DocumentReading,
  name: string,
  { kind, words }: CheckParameter,
): CheckParameterValue | undefined {
  const value = given.get(name);
  const number = () =>
    given.number(name, {
      least: -Number.MAX_SAFE_INTEGER,
      most: Number.MAX_SAFE_INTEGER,
    });
  const duration = () =>
    given.parsed(name, 40, 'an ISO 8601 duration such as P90D', text => {
      const milliseconds = readDuration(text);
      return milliseconds === null ? null : Math.round(milliseconds / 1_000);
    });
  switch (kind) {
    case 'number':
      return number();
    case 'duration':
      return duration();
    case 'measure':
      return typeof value === 'string' ? duration() : number();
    case 'value':
      if (typeof value === 'boolean') {
        return value;
      }
      return typeof value === 'string'
        ? given.text(name, maximumTextLength)
        : number();
    case 'fact':
      return given.parsed(
        name,
        127,
        'the full name of a fact, such as dora.changeFailRate',
        text => (factPattern.test(text) ? text : null),
      );
    case 'name':
      return given.parsed(
        name,
        63,
        'a name of letters and digits that begins with a small letter',
        text => (namePattern.test(text) ? text : null),
      );
    default:
      return words ? given.word(name, words) : given.text(name, 200);
  }
}
