import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import {
  checkContract,
  intakeEventSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cdeventKinds } from './cdeventKinds';
import { readCdevent } from './cdevents';
import { readEvents } from './cloudEvents';
import type { ReadEvent } from './ReadEvent';

/**
 * The specification of CDEvents with its schemas and conformance events lies beside the repository where the conformance suite is
 * meant to run, as it does in CI.
 */
const specification =
  process.env.OPMODEL_CDEVENTS_CONFORMANCE ??
  resolve(__dirname, '../../../../../shared/data/cdevents');

type Json = Record<string, any>;

const taken = new Set(Object.keys(cdeventKinds));

function readJson(...path: string[]): Json {
  return JSON.parse(readFileSync(join(specification, ...path), 'utf8'));
}

function kindOf(type: string): string {
  return type.split('.').slice(2, 4).join('.');
}

/** The conformance events of a generation, by `subject.predicate`. */
function conformanceOf(version: string): [string, Json][] {
  return readdirSync(join(specification, version, 'conformance'))
    .filter(file => file.endsWith('.json'))
    .map(file => readJson(version, 'conformance', file))
    .map(event => [kindOf(event.context.type), event]);
}

/** Validates as the specification does. */
function schemasOf(version: string) {
  const ajv = new Ajv2020({ strict: false });
  addFormats(ajv);
  const links = join('schemas', 'links');
  for (const file of readdirSync(join(specification, version, links))) {
    ajv.addSchema(readJson(version, links, file));
  }
  return (kind: string) => {
    const schema = readJson(
      version,
      'schemas',
      `${kind.replace('.', '')}.json`,
    );
    return {
      type: schema.properties.context.properties.type.default as string,
      validate: ajv.compile(schema),
    };
  };
}

/** An event of 0.5 as a producer of 0.4 writes it: held to the older schema, because that generation has no examples here. */
function asVersion04(kind: string, event: Json, type: string): Json {
  const { specversion, ...context } = event.context;
  const { uri, ...content } = event.subject.content;
  const [subject] = kind.split('.');
  const writesUrl = ['environment', 'pipelinerun'].includes(subject);
  return {
    ...event,
    context: { ...context, version: '0.4.1', type },
    subject: {
      ...event.subject,
      type: subject === 'pipelinerun' ? 'pipelineRun' : subject,
      content:
        writesUrl && uri ? { ...content, url: uri } : event.subject.content,
    },
  };
}

/** What intake makes of an event that was read, as far as it can be told for all kinds. */
function intakeOf(read: ReadEvent): unknown {
  return 'event' in read
    ? {
        source: read.event.source,
        id: read.event.id,
        valid: checkContract(intakeEventSchema, read.event).success,
      }
    : read;
}

function acceptanceOf(event: Json): unknown {
  const { source, id } = event.context;
  return { source, id, valid: true };
}

describe('conformance with CDEvents', () => {
  it('takes the changes, services, environments, incidents, tickets and runs of pipelines', () => {
    expect([...taken].sort()).toEqual([
      'change.abandoned',
      'change.created',
      'change.merged',
      'change.reviewed',
      'change.updated',
      'environment.created',
      'environment.deleted',
      'environment.modified',
      'incident.detected',
      'incident.reported',
      'incident.resolved',
      'pipelinerun.finished',
      'pipelinerun.queued',
      'pipelinerun.started',
      'service.deployed',
      'service.rolledback',
      'service.upgraded',
      'ticket.closed',
      'ticket.created',
      'ticket.updated',
    ]);
  });

  if (existsSync(specification)) {
    const examples = conformanceOf('v0.5.1');
    const older = schemasOf('v0.4.1');
    const ours = examples.filter(([kind]) => taken.has(kind));
    const others = examples.filter(([kind]) => !taken.has(kind));

    it('finds every event that it takes among the examples', () => {
      expect(new Set(ours.map(([kind]) => kind))).toEqual(taken);
      expect(others.length).toBeGreaterThan(20);
    });

    it.each(ours)('takes %s of 0.5.1, bare and in an envelope', (_, event) => {
      expect(intakeOf(readCdevent(event))).toEqual(acceptanceOf(event));
      const { source, id, type, timestamp } = event.context;
      const [read] = readEvents(
        'application/cloudevents+json',
        {},
        {
          specversion: '1.0',
          source,
          id,
          type,
          time: timestamp,
          datacontenttype: 'application/json',
          data: event,
        },
      ).events;
      expect(intakeOf(read as ReadEvent)).toEqual(acceptanceOf(event));
    });

    it.each(ours)('takes %s of 0.4.1', (kind, event) => {
      const { type, validate } = older(kind);
      const old = asVersion04(kind, event, type);
      expect([validate(old), validate.errors]).toEqual([true, null]);
      expect(intakeOf(readCdevent(old))).toEqual(acceptanceOf(old));
    });

    it.each(others)('rejects %s with the reason', (_, event) => {
      expect(readCdevent(event)).toEqual({
        rejected: {
          source: event.context.source,
          id: event.context.id,
          status: 'rejected',
          reason: expect.stringContaining(
            `type ${event.context.type} is not one that intake keeps; it keeps dev.cdevents.change.created,`,
          ),
        },
      });
    });
  }
});
