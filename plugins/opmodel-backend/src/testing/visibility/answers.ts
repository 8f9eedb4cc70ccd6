import request from 'supertest';
import type { startEngine } from '../startEngine';
import type { Caller } from './callers';
import type { WalkedRequest, WalkedRoute } from './walkedRoutes';

type Engine = Awaited<ReturnType<typeof startEngine>>;

/** What came back. */
export interface Answer {
  status: number;
  body: any;
}

/** Asks an engine as somebody. */
export async function ask(
  engine: Engine,
  asked: WalkedRequest,
  header: string,
): Promise<Answer> {
  const { path, body } = asked;
  const method = asked.method ?? (body ? 'post' : 'get');
  const url = `/api/opmodel${path}`;
  const unsent = request(engine.server)[method](url);
  const sent = body ? unsent.send(body) : unsent;
  const response = await sent.set('authorization', header);
  return { status: response.status, body: response.body };
}

/** The request by which agents take an action. */
export const invocation = (id: string, input: object): WalkedRequest => ({
  path: `/.backstage/actions/v1/actions/${encodeURIComponent(id)}/invoke`,
  body: input,
});

/** When facts were recorded, and when somebody asked, is all that two engines differ in. */
const recordedKeys = ['recordedAt', 'asOf', 'dataAsOf'];
const askedKeys = [
  'madeAt',
  'snapshotAt',
  'assessedAt',
  'evaluatedAt',
  'reportedAt',
  'nextAt',
  'nextRunAt',
  'publishedAt',
  'keptAt',
  'lastRunAt',
  'lastSuccessAt',
];

/** When people said something, and the names that their words got. */
const saidKeys = [
  'openedAt',
  'decidedAt',
  'undoneAt',
  'answeredAt',
  'requestedAt',
];
const givenIds =
  /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** What grows from one request to the next. */
const ageKeys = ['ageSeconds', 'blockedSeconds', 'oldestAge', 'oldest'];

/** An answer as it would be had the facts been recorded, had people spoken, and had it been asked for, at another time. */
export function withoutRecordingTimes(value: any): any {
  return JSON.parse(
    JSON.stringify(value, function toOtherTime(key, part) {
      const isSaid =
        saidKeys.includes(key) ||
        (key === 'since' && /^(dispute|acceptance)-/.test(this.kind)) ||
        // Of a step that somebody took.
        (key === 'at' && 'approverRefs' in this) ||
        // Of a fact that tells when the catalog was read.
        (key === 'value' && this.type === 'datetime') ||
        // Up to when a report of something that goes on tells.
        (key === 'to' && this.isFinal === false) ||
        // Of a decision that somebody entered.
        (key === 'createdAt' && 'decidedOn' in this);
      if (
        (isSaid || [...recordedKeys, ...askedKeys].includes(key)) &&
        part !== null
      ) {
        return 'an instant';
      }
      if (key === 'age' && typeof part === 'object' && part !== null) {
        return {
          ...part,
          median: inDays(part.median),
          p85: inDays(part.p85),
        };
      }
      if (part?.unit === 'seconds') {
        return { ...part, value: inDays(part.value) };
      }
      return ageKeys.includes(key) ? inDays(part) : part;
    }).replace(givenIds, 'a given id'),
  );
}

function inDays(seconds: unknown): unknown {
  return typeof seconds === 'number' ? Math.floor(seconds / 86_400) : seconds;
}

/** Instants at which the facts behind an answer were recorded. When the catalog was read says nothing of any entity. */
export function recordingTimes(value: any, key = ''): string[] {
  if (typeof value === 'string') {
    return recordedKeys.includes(key) ? [value] : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, part]) =>
        name === 'catalog' ? [] : recordingTimes(part, name),
      )
    : [];
}

/** What a caller gets who asks for something that takes this. */
export function expectedStatus(
  caller: Caller,
  takes: WalkedRoute['takes'],
): 'answers' | 401 | 403 {
  if (caller.anonymous) {
    return 401;
  }
  switch (takes) {
    case 'anybody':
      return 'answers';
    case 'people':
      return caller.subjects === 'none' || caller.service ? 403 : 'answers';
    case 'planners':
      return caller.others === 'all' && !caller.service ? 'answers' : 403;
    case 'catalog':
    case 'subjects':
      return caller[takes] === 'none' ? 403 : 'answers';
    default:
      return caller.others === 'all' || caller.others.includes(takes)
        ? 'answers'
        : 403;
  }
}

/** The text of an answer with what its cursors say: they are opaque, and no secret. */
export function withReadableCursors(text: string): string {
  return text.replace(
    /"nextCursor":"([^"]+)"/g,
    (_, cursor) =>
      `"nextCursor":${Buffer.from(cursor, 'base64url').toString('utf8')}`,
  );
}
