import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  identifierSchema,
  instantSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import type { CdeventKind } from './CdeventKind';
import { cdeventKinds } from './cdeventKinds';
import { cdeventPath } from './cdeventPaths';
import { withoutNulls } from './profileFields';
import { rejectForErrors, rejectForReason, type ReadEvent } from './ReadEvent';

/** What an envelope says about the CDEvent that it carries. */
export interface EventEnvelope {
  source: string;
  id: string;
  type: string;
  time?: string;
}

/** Prefix of all types of CDEvents; what follows is subject, predicate and version. */
const typePattern =
  /^dev\.cdevents\.([a-z]+\.[a-z]+)(?:\.(\d+)\.\d+\.\d+(?:-[\w.-]+)?)?$/;

const keptTypes = Object.keys(cdeventKinds)
  .map(kind => `dev.cdevents.${kind}`)
  .join(', ');

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `customData` is free to be base64 of another format; only an object can hold the profile. */
function decodeCustomData(value: unknown): unknown {
  if (typeof value === 'string') {
    try {
      const decoded = JSON.parse(Buffer.from(value, 'base64').toString('utf8'));
      return isObject(decoded) ? withoutNulls(decoded) : {};
    } catch {
      return {};
    }
  }
  return isObject(value) ? withoutNulls(value) : value ?? {};
}

/** How subjects name their type where their events write it in small letters. */
const subjectTypes: Record<string, string> = { pipelinerun: 'pipelineRun' };

/**
 * The contract of a CDEvent of either generation: up to 0.4 the context states `version` and the subject its `type`, since 0.5
 * the context states `specversion`.
 */
function contractOf(kind: CdeventKind, subjectType: string, bare: boolean) {
  const attribute = <T extends z.ZodType>(schema: T) =>
    bare ? schema : schema.optional();
  return z.object({
    context: attribute(
      z
        .object({
          version: identifierSchema.optional(),
          specversion: identifierSchema.optional(),
          id: attribute(identifierSchema),
          source: attribute(identifierSchema),
          type: attribute(identifierSchema),
          timestamp: attribute(instantSchema),
        })
        .refine(context => context.version ?? context.specversion, {
          path: ['specversion'],
          message: 'required string (version before CDEvents 0.5)',
        }),
    ),
    subject: z.object({
      id: identifierSchema,
      type: z.literal(subjectTypes[subjectType] ?? subjectType).optional(),
      content: kind.content,
    }),
    customData: z.preprocess(decodeCustomData, kind.customData),
  });
}

/**
 * Reads a CDEvent of generation 0.4 or 0.5.
 *
 * The kind is told by subject and predicate of its type, so that minor versions which came later are read as well.
 *
 * @param payload - the CDEvent's JSON
 * @param envelope - the CloudEvent that carries it; without one, the CDEvent's own context identifies it
 */
export function readCdevent(
  payload: Record<string, unknown>,
  envelope?: EventEnvelope,
): ReadEvent {
  const context = isObject(payload.context) ? payload.context : {};
  const identity = envelope ?? context;
  const prefix = envelope ? 'data' : '';
  const joined = (path: string) => (prefix ? `${prefix}.${path}` : path);
  const type = context.type ?? envelope?.type;
  if (typeof type !== 'string') {
    return rejectForErrors(identity, [
      {
        path: joined('context.type'),
        message: 'required string',
      },
    ]);
  }
  const [, name, major] = typePattern.exec(type) ?? [];
  const kind = Object.hasOwn(cdeventKinds, name ?? '')
    ? cdeventKinds[name]
    : undefined;
  if (!kind) {
    return rejectForReason(
      identity,
      `type ${type} is not one that intake keeps; it keeps ${keptTypes}`,
    );
  }
  if (major !== undefined && major !== '0') {
    return rejectForReason(
      identity,
      `type ${type} has a major version that intake does not know; it knows 0.x`,
    );
  }

  const [subjectType] = name.split('.');
  const read = checkContract(
    contractOf(kind, subjectType, !envelope),
    payload,
    prefix,
  );
  if (!read.success) {
    return rejectForErrors(identity, read.errors);
  }
  const { subject, customData } = read.value;
  // Some senders stamp the envelope when they send; the context says when it happened.
  const time = read.value.context?.timestamp ?? envelope?.time;
  if (time === undefined) {
    return rejectForErrors(identity, [
      {
        path: 'time',
        message: 'required date-time (or data.context.timestamp)',
      },
    ]);
  }
  const { source, id } = (envelope ?? read.value.context) as EventEnvelope;
  const observation: IntakeEvent['observation'] = kind.observe({
    eventId: id,
    time,
    subject: subject.id,
    content: subject.content,
    customData,
  });
  return {
    event: { source, id, time, observation },
    pathOf: path => {
      const inside = cdeventPath(path, observation, customData);
      if (inside !== undefined) {
        return joined(inside);
      }
      if (path === 'source' || path === 'id') {
        return envelope ? path : `context.${path}`;
      }
      return read.value.context?.timestamp
        ? joined('context.timestamp')
        : 'time';
    },
  };
}
