import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readEvents } from './cloudEvents';
import {
  describeEntityFactSchema,
  entityFactEventType,
} from './entityFactContract';
import type { PlainFactKind } from './factContracts';
import { describeFactSchema, factKinds, spellKind } from './factSchemas';
import {
  describeMeasurementSchema,
  measurementEventType,
} from './measurementContract';
import { readPlainFacts } from './plainFacts';
import { readPlainEntityFacts } from './readEntityFacts';
import { readPlainMeasurements } from './readMeasurements';
import { typedEventTypes } from './typedEvents';

const root = resolve(__dirname, '../../../..');

function readJson(path: string) {
  return JSON.parse(readFileSync(resolve(root, path), 'utf8'));
}

/** Where something does not meet a published schema. */
function placesOf(schema: string, stated: unknown) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(readJson(`docs/schemas/${schema}.json`));
  return validate(stated)
    ? []
    : validate.errors!.map(error => error.instancePath);
}

const errorsOf = (kind: PlainFactKind, fact: unknown) =>
  placesOf(spellKind(kind), fact);

const plainExamples: Record<PlainFactKind, string> = {
  deployment: 'deployment.json',
  change: 'change.json',
  incident: 'incident.json',
  work_item: 'work-item.json',
  pipeline_run: 'build.json',
};

describe.each(factKinds)('the published schema of a %s', kind => {
  it('is fresh: node scripts/generate-event-schemas.cjs', () => {
    expect(readJson(`docs/schemas/${spellKind(kind)}.json`)).toEqual(
      JSON.parse(JSON.stringify(describeFactSchema(kind))),
    );
  });

  it('says what each field means, and of nothing else', () => {
    for (const [field, property] of Object.entries<{ description?: string }>(
      describeFactSchema(kind).properties,
    )) {
      expect([field, property.description]).toEqual([
        field,
        expect.stringMatching(/\w{3}/),
      ]);
    }
  });

  it('takes the example of a CloudEvent, as intake does', () => {
    const event = readJson(
      `examples/events/${spellKind(kind)}.cloudevent.json`,
    );
    expect(event).toMatchObject({
      type: typedEventTypes[kind],
      dataschema: describeFactSchema(kind).$id,
    });
    expect(errorsOf(kind, event.data)).toEqual([]);
    expect(
      readEvents('application/cloudevents+json', {}, event).events,
    ).toMatchObject([
      {
        event: { id: event.id, observation: { kind, subject: event.data.id } },
      },
    ]);
  });

  it('takes the example of the plain way, as intake does', () => {
    const fact = readJson(`examples/events/${plainExamples[kind]}`);
    expect(errorsOf(kind, fact)).toEqual([]);
    expect(
      readPlainFacts(kind, fact, { source: 'external:ci', now: 0 }).events,
    ).toMatchObject([{ event: { observation: { kind, subject: fact.id } } }]);
  });

  it('refuses what intake refuses', () => {
    const fact = readJson(`examples/events/${plainExamples[kind]}`);
    for (const wrong of [
      { ...fact, id: undefined },
      { ...fact, url: 7 },
    ]) {
      const stated = JSON.parse(JSON.stringify(wrong));
      expect(errorsOf(kind, stated)).not.toEqual([]);
      expect(
        readPlainFacts(kind, stated, { source: 's', now: 0 }).events,
      ).toMatchObject([{ rejected: { status: 'rejected' } }]);
    }
  });
});

it('asks for what depends on other fields', () => {
  expect(errorsOf('pipeline_run', { id: '1', pipeline: 'build' })).not.toEqual(
    [],
  );
  expect(errorsOf('pipeline_run', { id: '1', withdrawn: true })).toEqual([]);
  expect(
    errorsOf('deployment', { id: '1', finishedAt: '2026-03-01T10:00:00Z' }),
  ).not.toEqual([]);
});

describe('the published schema of facts of an entity', () => {
  const errorsIn = (stated: unknown) => placesOf('entity-facts', stated);

  it('is fresh: node scripts/generate-event-schemas.cjs', () => {
    expect(readJson('docs/schemas/entity-facts.json')).toEqual(
      JSON.parse(JSON.stringify(describeEntityFactSchema())),
    );
  });

  it('says what each field means', () => {
    for (const [field, property] of Object.entries<{ description?: string }>(
      describeEntityFactSchema().properties,
    )) {
      expect([field, property.description]).toEqual([
        field,
        expect.stringMatching(/\w{3}/),
      ]);
    }
  });

  it('takes the examples, as intake does', () => {
    const event = readJson('examples/events/entity-facts.cloudevent.json');
    expect(event).toMatchObject({
      type: entityFactEventType,
      dataschema: describeEntityFactSchema().$id,
    });
    const stated = readJson('examples/events/entity-facts.json');
    for (const item of [event.data, stated]) {
      expect(errorsIn(item)).toEqual([]);
    }
    expect(
      readEvents('application/cloudevents+json', {}, event).events,
    ).toMatchObject([
      {
        identity: { id: event.id },
        entityFacts: { ...event.data, toldAt: Date.parse(event.time) },
      },
    ]);
    expect(
      readPlainEntityFacts(stated, { source: 'external:ci', now: 7 }).events,
    ).toMatchObject([{ entityFacts: { ...stated, toldAt: 7 } }]);
  });

  it.each([
    { provider: undefined },
    { entityRef: 7 },
    { facts: { critical: { count: 1 } } },
    { facts: { critical: ['a', 7] } },
    { facts: [1] },
    { toldAt: 'yesterday' },
  ])('refuses what intake refuses (%j)', wrong => {
    const stated = JSON.parse(
      JSON.stringify({
        ...readJson('examples/events/entity-facts.json'),
        ...wrong,
      }),
    );
    expect(errorsIn(stated)).not.toEqual([]);
    expect(
      readPlainEntityFacts(stated, { source: 's', now: 0 }).events,
    ).toMatchObject([{ rejected: { status: 'rejected' } }]);
  });
});

describe('the published schema of a measurement', () => {
  const errorsIn = (stated: unknown) => placesOf('sli-measurement', stated);
  const read = (stated: unknown) =>
    readPlainMeasurements(stated, { source: 'external:ci' }).events;

  it('is fresh: node scripts/generate-event-schemas.cjs', () => {
    expect(readJson('docs/schemas/sli-measurement.json')).toEqual(
      JSON.parse(JSON.stringify(describeMeasurementSchema())),
    );
  });

  it('says what each field means', () => {
    for (const [field, property] of Object.entries<{ description?: string }>(
      describeMeasurementSchema().properties,
    )) {
      expect([field, property.description]).toEqual([
        field,
        expect.stringMatching(/\w{3}/),
      ]);
    }
  });

  it('takes the example of a CloudEvent, as intake does', () => {
    const event = readJson('examples/events/sli-measurement.cloudevent.json');
    expect(event).toMatchObject({
      type: measurementEventType,
      dataschema: describeMeasurementSchema().$id,
    });
    expect(errorsIn(event.data)).toEqual([]);
    expect(
      readEvents('application/cloudevents+json', {}, event).events,
    ).toMatchObject([
      {
        identity: { id: event.id },
        measurement: { sloRef: event.data.slo, good: event.data.good },
      },
    ]);
  });

  it('takes the example of the plain way, as intake does', () => {
    const stated = readJson('examples/events/sli-measurement.json');
    expect(errorsIn(stated)).toEqual([]);
    expect(read(stated)).toMatchObject([
      { measurement: { sloRef: `slo:default/${stated.slo}`, seconds: 300 } },
    ]);
  });

  it.each([
    ['slo', undefined],
    ['slo', 7],
    ['objective', -1],
    ['objective', 0.5],
    ['start', 'yesterday'],
    ['seconds', 90],
    ['good', -1],
    ['total', 1e16],
    ['total', '10'],
  ])('refuses what intake refuses: %s %p', (field, value) => {
    const stated = JSON.parse(
      JSON.stringify({
        ...readJson('examples/events/sli-measurement.json'),
        [field]: value,
      }),
    );
    expect(errorsIn(stated)).toEqual([value === undefined ? '' : `/${field}`]);
    expect(read(stated)).toMatchObject([
      { rejected: { status: 'rejected', errors: [{ path: field }] } },
    ]);
  });
});
