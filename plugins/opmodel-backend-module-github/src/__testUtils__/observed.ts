import {
  foldObservations,
  type IntakeEvent,
  type IntakeRecord,
} from '@opmodel/backstage-plugin-opmodel-common';
import { readIssueSettings } from '@opmodel/backstage-plugin-opmodel-node';
import { createGithubReader } from '../GithubReader';
import type { GithubSettings } from '../githubSettings';

/** When the deliveries of the tests arrive. */
export const receivedAt = Date.parse('2026-03-02T12:00:00Z');

/** Issues are work items by the words that are known without configuration. */
export const workItems = readIssueSettings({ periodPrefix: 'Committed:' }, '');

/** What the reader makes of one delivery. */
export function read(
  type: string | undefined,
  body: unknown,
  settings: Partial<GithubSettings> = {},
): IntakeEvent[] {
  return createGithubReader({
    hotfixLabels: ['hotfix'],
    incidentLabels: [],
    releaseEnvironment: undefined,
    workItems: undefined,
    ...settings,
  }).read({ type, body, receivedAt });
}

/** The record that events of one subject come to. */
export function fold(events: IntakeEvent[]): IntakeRecord {
  const { kind, subject } = events[0].observation;
  return foldObservations(
    kind,
    subject,
    events.map(({ id, time, observation }) => ({
      id,
      time: Date.parse(time),
      observation,
    })),
  );
}
