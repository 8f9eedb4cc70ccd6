import { checkContract, describeContractErrors } from './contractErrors';
import { intakeEventSchema } from './intakeEventSchema';

const event = {
  source: 'https://ci.example.com',
  id: '1',
  time: '2026-03-01T12:00:00.123456+02:00',
  observation: {
    kind: 'deployment',
    subject: 'd1',
    target: { entityRefs: ['component:default/shop'] },
    finishedAt: '2026-03-01T10:00:00Z',
    result: 'success',
  },
};

function errorsOf(value: unknown): string {
  const result = checkContract(intakeEventSchema, value);
  return result.success ? '' : describeContractErrors(result.errors);
}

describe('intakeEventSchema', () => {
  it('gives instants back in UTC and drops what it does not know', () => {
    const result = checkContract(intakeEventSchema, {
      ...event,
      observation: { ...event.observation, author: 'somebody' },
    });
    expect(result).toEqual({
      success: true,
      value: {
        ...event,
        time: '2026-03-01T10:00:00.123Z',
        observation: {
          ...event.observation,
          finishedAt: '2026-03-01T10:00:00.000Z',
        },
      },
    });
  });

  it.each([
    [{ ...event, id: undefined }, 'id: required string'],
    [{ ...event, id: '' }, 'id: expected a text that is not empty'],
    [{ ...event, id: 7 }, 'id: expected string, got number'],
    [{ ...event, id: 'ä'.repeat(300) }, 'id: expected at most 512 bytes'],
    [{ ...event, id: 'a\u0000' }, 'id: expected well-formed Unicode text'],
    [{ ...event, id: 'a\ud800' }, 'id: expected well-formed Unicode text'],
    [{ ...event, time: undefined }, 'time: required date-time'],
    [
      { ...event, time: '2026-03-01' },
      'time: expected date-time with a zone, such as 2026-03-01T10:00:00Z',
    ],
    [
      { ...event, time: '2026-02-30T10:00:00Z' },
      'time: expected date-time with a zone, such as 2026-03-01T10:00:00Z',
    ],
    [
      { ...event, observation: { ...event.observation, kind: 'build' } },
      'observation.kind: expected one of deployment, change, incident, work_item, pipeline_run, environment',
    ],
    [
      { ...event, observation: { ...event.observation, result: 'fine' } },
      'observation.result: expected one of success, failure, cancelled',
    ],
    [
      { ...event, observation: { ...event.observation, changes: ['a', 3] } },
      'observation.changes[1]: expected string, got number',
    ],
    [
      {
        ...event,
        observation: { ...event.observation, url: 'ftp://example.com' },
      },
      'observation.url: expected http or https URL',
    ],
    [null, 'expected object, got null'],
    [
      { ...event, id: undefined, observation: undefined },
      'id: required string; observation: required object',
    ],
  ])('says what is wrong (%#)', (value, errors) => {
    expect(errorsOf(value)).toBe(errors);
  });

  it('cuts long titles at a whole character', () => {
    const result = checkContract(intakeEventSchema, {
      ...event,
      observation: { ...event.observation, title: '😀'.repeat(1200) },
    });
    expect(result).toMatchObject({
      success: true,
      value: { observation: { title: `${'😀'.repeat(999)}…` } },
    });
  });
});
